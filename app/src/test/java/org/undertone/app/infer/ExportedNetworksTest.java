// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.Test;

/** The networks that ExportedNetworks in the module model writes: each layer that there is. */
public class ExportedNetworksTest {
  private static final List<String> EXPORTED =
      List.of(
          "conv-float32",
          "conv-float16",
          "conv-int8",
          "padding-float16",
          "stride-float16",
          "max-float16",
          "mean-max-float16",
          "mean-std-float16",
          "residual-float16",
          "sum-float16",
          "ensemble-float16",
          "excitation-float16",
          "attention-float16");

  @Test
  public void areTaken() throws IOException {
    for (String name : EXPORTED) {
      NetworkCheck.check(TestModels.exported(name));
    }
  }

  @Test
  public void runOnThePhonesRuntime() throws IOException {
    String whyNot = AndroidTflite.whyNot().orElse("");
    assumeTrue(whyNot, whyNot.isEmpty());
    AndroidTflite.load();
    float[] window = new float[37 * 13];
    Random random = new Random(8);
    for (int i = 0; i < window.length; i++) {
      window[i] = (float) random.nextGaussian();
    }
    float[] probabilities = new float[4];
    for (String name : EXPORTED) {
      try (InterpreterClassifier classifier =
          InterpreterClassifier.onCpu(TestModels.exported(name))) {
        classifier.classify(window, probabilities);
      }
      float sum = 0;
      for (float probability : probabilities) {
        sum += probability;
      }
      assertThat(sum).as(name).isCloseTo(1, within(1e-5f));
    }
  }
}
