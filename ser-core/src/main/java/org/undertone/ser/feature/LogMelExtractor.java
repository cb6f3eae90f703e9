// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import java.util.Arrays;

/**
 * Log-mel frames of a stream of samples, by librosa's definition: {@code power_to_db(melspectrogram(y),
 * top_db=None)}. The frames do not depend on the size of the blocks handed in, to the last bit. No
 * allocation after construction; for one thread at a time.
 */
public final class LogMelExtractor {
  /** Energies below this are raised to it before the logarithm, as librosa's {@code amin}. */
  public static final double MIN_ENERGY = 1e-10;

  private final MfccSpec spec;
  private final PowerSpectrum spectrum;
  private final MelFilterbank filterbank;
  private final float[] pending;
  private final float[] padding;
  private final double[] power;
  private final float[] frame;
  private int filled;
  private int skip;
  private boolean started;

  /** Prepares the extraction; the first samples handed in are the start of the signal. */
  public LogMelExtractor(MfccSpec spec) {
    this.spec = spec;
    spectrum = new PowerSpectrum(spec.nFft());
    filterbank = new MelFilterbank(spec);
    pending = new float[spec.nFft()];
    padding = new float[spec.nFft() / 2];
    power = new double[spec.bins()];
    frame = new float[spec.nMels()];
    reset();
  }

  /** Returns the parameters. */
  public MfccSpec spec() {
    return spec;
  }

  /**
   * Takes the next samples, in [-1, 1], and hands every frame that they complete to the sink, in dB,
   * {@code [mel]}.
   */
  public void accept(float[] samples, int offset, int length, FrameSink sink) {
    started |= length > 0;
    int from = offset;
    int left = length;
    while (left > 0) {
      if (skip > 0) {
        int skipped = Math.min(skip, left);
        skip -= skipped;
        from += skipped;
        left -= skipped;
        continue;
      }
      int taken = Math.min(pending.length - filled, left);
      System.arraycopy(samples, from, pending, filled, taken);
      filled += taken;
      from += taken;
      left -= taken;
      if (filled == pending.length) {
        emit(sink);
        advance();
      }
    }
  }

  private void advance() {
    int hop = spec.hopLength();
    if (hop < pending.length) {
      System.arraycopy(pending, hop, pending, 0, pending.length - hop);
      filled = pending.length - hop;
    } else {
      filled = 0;
      skip = hop - pending.length;
    }
  }

  /**
   * Ends the signal: a centred spec hands the frames that reach past the end, which is padded with
   * zeros, to the sink. Afterwards this is as new.
   */
  public void finish(FrameSink sink) {
    if (spec.center() && started) {
      accept(padding, 0, padding.length, sink);
    }
    reset();
  }

  /** Forgets all samples; the next are the start of a new signal. */
  public void reset() {
    Arrays.fill(pending, 0);
    filled = spec.center() ? spec.nFft() / 2 : 0;
    skip = 0;
    started = false;
  }

  private void emit(FrameSink sink) {
    spectrum.compute(pending, power);
    for (int mel = 0; mel < frame.length; mel++) {
      double energy = filterbank.energy(mel, power);
      // Written so that not-a-number becomes the floor too.
      frame[mel] = (float) (10 * Math.log10(energy > MIN_ENERGY ? energy : MIN_ENERGY));
    }
    sink.accept(frame);
  }
}
