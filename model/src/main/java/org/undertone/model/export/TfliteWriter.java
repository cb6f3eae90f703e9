// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.util.Locale;
import org.undertone.ser.infer.ModelFileWriter;
import org.undertone.ser.infer.ModelSpec;

/** Writes a trained network as the self-describing TensorFlow Lite file that Undertone reads. */
public final class TfliteWriter {
  private TfliteWriter() {}

  /**
   * Returns the file. Its input is {@code [1, 1, windowFrames, nMfcc]}, its output {@code [1, labels]}.
   * The same arguments give the same bytes.
   *
   * @throws IllegalArgumentException if the spec does not describe this network, or a weight is too
   *     large for the precision
   */
  public static byte[] write(Network network, ModelSpec spec, Precision precision) {
    requireSame("frames", network.frames(), spec.windowFrames());
    requireSame("coefficients", network.coefficients(), spec.mfcc().nMfcc());
    requireSame("labels", network.labels(), spec.labels().size());
    TfliteGraph graph = new TfliteGraph(precision);
    int input = graph.tensor(ModelCard.INPUT, 1, 1, network.frames(), network.coefficients());
    int output = new LayerEmitter(graph).emit(network.layers(), input, network.input());
    graph.rename(output, ModelCard.OUTPUT);
    byte[] flatbuffer =
        graph.finish(ModelCard.description(spec), input, output, ModelCard.metadata(spec));
    return ModelFileWriter.write(flatbuffer, spec);
  }

  private static void requireSame(String what, int ofNetwork, int ofSpec) {
    if (ofNetwork != ofSpec) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "the network has %d %s, its spec %d", ofNetwork, what, ofSpec));
    }
  }
}
