// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

/**
 * MFCC frames of a stream of samples, by librosa's definition: {@code librosa.feature.mfcc} of the
 * log-mel frames that {@link LogMelExtractor} computes. The frames do not depend on the size of the
 * blocks handed in, to the last bit. No allocation after construction; for one thread at a time.
 */
public final class MfccExtractor {
  private final LogMelExtractor logMel;
  private final Dct dct;
  private final float[] mfcc;
  private final FrameSink transform;
  private FrameSink target;

  /** Prepares the extraction; the first samples handed in are the start of the signal. */
  public MfccExtractor(MfccSpec spec) {
    logMel = new LogMelExtractor(spec);
    dct = new Dct(spec.nMels(), spec.nMfcc());
    mfcc = new float[spec.nMfcc()];
    transform =
        frame -> {
          dct.transform(frame, 0, mfcc, 0);
          target.accept(mfcc);
        };
  }

  /** Returns the parameters. */
  public MfccSpec spec() {
    return logMel.spec();
  }

  /**
   * Takes the next samples, in [-1, 1], and hands every frame that they complete to the sink, {@code
   * [coefficient]}.
   */
  public void accept(float[] samples, int offset, int length, FrameSink sink) {
    target = sink;
    logMel.accept(samples, offset, length, transform);
  }

  /** Ends the signal, hands the last frames to the sink, and is as new afterwards. */
  public void finish(FrameSink sink) {
    target = sink;
    logMel.finish(transform);
  }

  /** Forgets all samples; the next are the start of a new signal. */
  public void reset() {
    logMel.reset();
  }
}
