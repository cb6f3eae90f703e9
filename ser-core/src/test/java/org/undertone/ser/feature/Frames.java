// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Runs the extractors over whole signals in blocks of a given size. */
public final class Frames {
  private Frames() {}

  /** Returns the log-mel frames of a signal handed over in blocks. */
  public static List<float[]> logMel(MfccSpec spec, float[] samples, int blockSize) {
    LogMelExtractor extractor = new LogMelExtractor(spec);
    List<float[]> frames = new ArrayList<>();
    FrameSink sink = frame -> frames.add(frame.clone());
    for (int i = 0; i < samples.length; i += blockSize) {
      extractor.accept(samples, i, Math.min(blockSize, samples.length - i), sink);
    }
    extractor.finish(sink);
    return frames;
  }

  /** Returns the MFCC frames of a signal handed over in blocks of one size. */
  public static List<float[]> mfcc(MfccSpec spec, float[] samples, int blockSize) {
    return mfcc(new MfccExtractor(spec), samples, () -> blockSize);
  }

  /** Returns the MFCC frames of a signal handed over in blocks of varying sizes. */
  public static List<float[]> mfcc(
      MfccExtractor extractor, float[] samples, IntSupplier blockSizes) {
    List<float[]> frames = new ArrayList<>();
    FrameSink sink = frame -> frames.add(frame.clone());
    int i = 0;
    while (i < samples.length) {
      int length = Math.min(Math.max(1, blockSizes.getAsInt()), samples.length - i);
      extractor.accept(samples, i, length, sink);
      i += length;
    }
    extractor.finish(sink);
    return frames;
  }
}
