// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

/** RMS of the last tenth of a second. No allocation; for one thread. */
final class LevelMeter {
  private static final int MEASURES_PER_SECOND = 10;

  private final int samplesPerMeasure;
  private double energy;
  private int samples;
  private float levelDb = RecordingState.SILENCE_DB;

  /** Measures samples at that rate, Hz. */
  LevelMeter(int sampleRate) {
    samplesPerMeasure = sampleRate / MEASURES_PER_SECOND;
  }

  /** Takes samples; returns whether they complete a measure. */
  boolean add(float[] block, int offset, int length) {
    boolean complete = false;
    for (int i = offset; i < offset + length; i++) {
      energy += (double) block[i] * block[i];
      samples++;
      if (samples == samplesPerMeasure) {
        double db = 10 * Math.log10(energy / samples);
        levelDb = (float) Math.min(0, Math.max(RecordingState.SILENCE_DB, db));
        reset();
        complete = true;
      }
    }
    return complete;
  }

  private void reset() {
    energy = 0;
    samples = 0;
  }

  /** Nothing is heard from now on. */
  void silence() {
    reset();
    levelDb = RecordingState.SILENCE_DB;
  }

  /** Returns the last measure, dB full scale, {@link RecordingState#SILENCE_DB} to 0. */
  float levelDb() {
    return levelDb;
  }
}
