// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

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
  private final FrameCutter cutter;
  private final double[] power;
  private final float[] frame;
  private FrameSink target;

  /** Prepares the extraction; the first samples handed in are the start of the signal. */
  public LogMelExtractor(MfccSpec spec) {
    this.spec = spec;
    spectrum = new PowerSpectrum(spec.nFft());
    filterbank = new MelFilterbank(spec);
    power = new double[spec.bins()];
    frame = new float[spec.nMels()];
    cutter = new FrameCutter(spec.nFft(), spec.hopLength(), spec.center(), this::emit);
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
    target = sink;
    cutter.accept(samples, offset, length);
  }

  /**
   * Ends the signal: a centred spec hands the frames that reach past the end, which is padded with
   * zeros, to the sink. Afterwards this is as new.
   */
  public void finish(FrameSink sink) {
    target = sink;
    cutter.finish();
  }

  /** Forgets all samples; the next are the start of a new signal. */
  public void reset() {
    cutter.reset();
  }

  private void emit(float[] samples, int from, int to) {
    spectrum.compute(samples, power);
    for (int mel = 0; mel < frame.length; mel++) {
      frame[mel] = decibels(filterbank.energy(mel, power));
    }
    target.accept(frame);
  }

  /** Returns an energy in dB, floored. */
  static float decibels(double energy) {
    // Written so that not-a-number becomes the floor too.
    return (float) (10 * Math.log10(energy > MIN_ENERGY ? energy : MIN_ENERGY));
  }
}
