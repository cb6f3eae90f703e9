// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import org.undertone.ser.EmotionPipeline;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.audio.Resampler;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.VoiceProfile;

/**
 * One hearing of a recording, at a playing speed of its own: pitch and tempo together, as of a tape. It
 * has a copy of the speaker's profile, so that no hearing of a recording is corrected by what another
 * has just learnt of the same words. For one thread at a time.
 */
final class RecordingPass {
  /** Rates are whole multiples of this, Hz: others would need a large filter to resample. */
  private static final int RATE_STEP = 100;

  private final VoiceProfile profile;
  private final RecordingListener heard;
  private final EmotionPipeline pipeline;

  /**
   * Begins a hearing.
   *
   * @param profile is not changed
   * @param sampleRate of the recording, Hz
   * @param speed of playing, 1 as it was recorded; others are kept to within 50 Hz of the rate, and to
   *     rates that {@link Resampler} takes
   * @throws IllegalArgumentException as {@link EmotionPipeline} has it
   */
  RecordingPass(
      EmotionClassifier classifier,
      PipelineSettings settings,
      VoiceProfile profile,
      int sampleRate,
      double speed) {
    this.profile = profile.copy();
    heard = new RecordingListener(settings.smoother());
    pipeline =
        new EmotionPipeline(classifier, settings, this.profile, rate(sampleRate, speed), heard);
  }

  private static int rate(int sampleRate, double speed) {
    if (speed == 1) {
      return sampleRate;
    }
    int rate = (int) Math.round(sampleRate * speed / RATE_STEP) * RATE_STEP;
    return Math.max(Resampler.MIN_RATE, Math.min(Resampler.MAX_RATE, rate));
  }

  /** Takes the next samples, mono in [-1, 1]. */
  void accept(float[] block, int offset, int length) {
    pipeline.accept(block, offset, length);
  }

  /** Ends the recording. */
  void finish() {
    pipeline.finish();
  }

  /** Returns the profile, with what it learnt if the settings say so. */
  VoiceProfile profile() {
    return profile;
  }

  /** Returns everything that was heard. Its times are those of the recording at speed 1 alone. */
  Recognition recognition(double durationSeconds, boolean truncated) {
    return heard.recognition(durationSeconds, truncated);
  }
}
