// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

/**
 * Spectrum frames of a stream of samples in dB: {@code power_to_db(abs(stft(y))**2, top_db=None)} by
 * librosa's definition, under a periodic Hann window. No allocation after construction; for one
 * thread at a time.
 */
public final class Spectrogram {
  private final PowerSpectrum spectrum;
  private final FrameCutter cutter;
  private final double[] power;
  private final float[] frame;
  private FrameSink target;

  /** Prepares the frames of a spec, whose bands and coefficients do not matter. */
  public Spectrogram(MfccSpec spec) {
    spectrum = new PowerSpectrum(spec.nFft());
    power = new double[spec.bins()];
    frame = new float[spec.bins()];
    cutter = new FrameCutter(spec.nFft(), spec.hopLength(), spec.center(), this::emit);
  }

  /**
   * Takes the next samples, in [-1, 1], and hands every frame that they complete to the sink, in dB,
   * {@code [bin]}, from 0 Hz to half the sample rate.
   */
  public void accept(float[] samples, int offset, int length, FrameSink sink) {
    target = sink;
    cutter.accept(samples, offset, length);
  }

  /** Ends the signal and hands on the frames that reach past it. Afterwards this is as new. */
  public void finish(FrameSink sink) {
    target = sink;
    cutter.finish();
  }

  private void emit(float[] samples, int from, int to) {
    spectrum.compute(samples, power);
    for (int bin = 0; bin < frame.length; bin++) {
      frame[bin] = LogMelExtractor.decibels(power[bin]);
    }
    target.accept(frame);
  }
}
