// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import java.util.function.Consumer;

/**
 * The descriptors of a stream of samples by librosa's definitions, all of one FFT a frame: mel power, MFCC, RMS, zero-crossing
 * rate, spectral centroid, bandwidth, roll-off, flatness, contrast and chroma, with librosa's default parameters. The frames
 * do not depend on the size of the blocks handed in. No allocation after construction; for one thread at a time.
 */
public final class DescriptorExtractor {
  /** Samples this near to 0 have no sign, as librosa's {@code zero_crossings(threshold=1e-10)}. */
  private static final float ZERO = 1e-10f;

  private final PowerSpectrum spectrum;
  private final MelFilterbank melBands;
  private final Dct dct;
  private final SpectralShape shape;
  private final ContrastBands contrast;
  private final ChromaFilterbank chroma;
  private final FrameCutter cutter;
  private final DescriptorFrame frame;
  private final double[] power;
  private final double[] magnitude;
  private Consumer<DescriptorFrame> target;

  /**
   * Prepares the extraction; the first samples handed in are the start of the signal.
   *
   * @throws IllegalArgumentException if a band of the contrast lies above half the sample rate, or
   *     holds no bin
   */
  public DescriptorExtractor(MfccSpec spec) {
    double[] hz = frequencies(spec);
    spectrum = new PowerSpectrum(spec.nFft());
    melBands = new MelFilterbank(spec);
    dct = new Dct(spec.nMels(), spec.nMfcc());
    shape = new SpectralShape(hz);
    contrast = new ContrastBands(hz, spec.sampleRate());
    chroma = new ChromaFilterbank(spec.sampleRate(), spec.nFft());
    frame = new DescriptorFrame(spec, shape);
    power = new double[spec.bins()];
    magnitude = new double[spec.bins()];
    cutter = new FrameCutter(spec.nFft(), spec.hopLength(), spec.center(), this::emit);
  }

  /** Computed as numpy.fft.rfftfreq does: whether a bin lies on the edge of a band is a matter of the last bit. */
  private static double[] frequencies(MfccSpec spec) {
    double step = 1.0 / (spec.nFft() * (1.0 / spec.sampleRate()));
    double[] hz = new double[spec.bins()];
    for (int bin = 0; bin < hz.length; bin++) {
      hz[bin] = bin * step;
    }
    return hz;
  }

  /** Takes the next samples, in [-1, 1], and hands every frame that they complete to the sink. */
  public void accept(float[] samples, int offset, int length, Consumer<DescriptorFrame> sink) {
    target = sink;
    cutter.accept(samples, offset, length);
  }

  /** Ends the signal, hands the last frames to the sink, and is as new afterwards. */
  public void finish(Consumer<DescriptorFrame> sink) {
    target = sink;
    cutter.finish();
  }

  /** Forgets all samples; the next are the start of a new signal. */
  public void reset() {
    cutter.reset();
  }

  private void emit(float[] samples, int from, int to) {
    spectrum.compute(samples, power);
    for (int bin = 0; bin < power.length; bin++) {
      magnitude[bin] = Math.sqrt(power[bin]);
    }
    for (int mel = 0; mel < frame.melPower.length; mel++) {
      frame.melPower[mel] = melBands.energy(mel, power);
      frame.logMel[mel] = LogMelExtractor.decibels(frame.melPower[mel]);
    }
    dct.transform(frame.logMel, 0, frame.mfcc, 0);
    shape.compute(power, magnitude);
    contrast.compute(magnitude, frame.contrastPeaks, frame.contrastValleys);
    chroma.compute(power, frame.chroma);
    frame.rms = rms(samples);
    // Librosa pads with the signal's first and last value here, which never changes the sign.
    frame.zeroCrossingRate = (double) signChanges(samples, from, to) / samples.length;
    target.accept(frame);
  }

  private static double rms(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }

  private static int signChanges(float[] samples, int from, int to) {
    int changes = 0;
    for (int i = from + 1; i < to; i++) {
      if (samples[i] < -ZERO != samples[i - 1] < -ZERO) {
        changes++;
      }
    }
    return changes;
  }
}
