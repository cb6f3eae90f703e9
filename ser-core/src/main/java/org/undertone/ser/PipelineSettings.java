// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import java.util.Locale;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.timeline.SmootherSettings;

/**
 * What a pipeline may be told beside its model; immutable.
 *
 * @param minSpeechSeconds speech in the window without which there is no verdict
 * @param minScoredSeconds speech in the window without which it is not even scored, at most {@code
 *     minSpeechSeconds}
 * @param minVoicedSeconds voice in that speech, in stretches of a vowel's length, without which there is no
 *     verdict and nothing is learnt: what knocks and ticks is no speech
 * @param learnVoice whether the voice profile learns from what is heard
 * @param smoother calibration and smoothing of the scores
 */
public record PipelineSettings(
    double minSpeechSeconds,
    double minScoredSeconds,
    double minVoicedSeconds,
    boolean learnVoice,
    SmootherSettings smoother) {
  /** Least speech that is scored in a recording, which may be of a single word. */
  private static final double RECORDING_MIN_SCORED_SECONDS = 0.25;

  /**
   * The least part of speech that is voiced. Far less than there is in the quiet: noise hides much of it. So 0.1 s
   * of 1.5 s.
   */
  private static final double LEAST_VOICED = 1.0 / 15;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the least speech or voice is not a number of 0 or more, or less
   *     speech is wanted for a verdict than for a score
   */
  public PipelineSettings {
    if (!(minScoredSeconds >= 0 && minSpeechSeconds >= minScoredSeconds)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "least speech is %s s for a score and %s s for a verdict: need 0 <= score <= verdict",
              minScoredSeconds,
              minSpeechSeconds));
    }
    if (!(minVoicedSeconds >= 0)) {
      throw new IllegalArgumentException("least voice is " + minVoicedSeconds + " s");
    }
  }

  /** Returns the settings for a live microphone, as the model's file has them. */
  public static PipelineSettings live(ModelSpec spec) {
    return new PipelineSettings(
        spec.minSpeechSeconds(),
        spec.minSpeechSeconds(),
        spec.minSpeechSeconds() * LEAST_VOICED,
        true,
        smoother(spec));
  }

  /**
   * Returns the settings for a recording of a stranger: verdicts as of a live microphone, but windows
   * with less speech are scored too, for clips that are short, and the voice is not learnt.
   */
  public static PipelineSettings recording(ModelSpec spec) {
    return new PipelineSettings(
        spec.minSpeechSeconds(),
        Math.min(RECORDING_MIN_SCORED_SECONDS, spec.minSpeechSeconds()),
        spec.minSpeechSeconds() * LEAST_VOICED,
        false,
        smoother(spec));
  }

  private static SmootherSettings smoother(ModelSpec spec) {
    return SmootherSettings.calibrated(spec.temperature(), spec.unsureThreshold());
  }

  /** Returns these settings with learning of the voice on or off. */
  public PipelineSettings withLearnVoice(boolean learn) {
    return new PipelineSettings(
        minSpeechSeconds, minScoredSeconds, minVoicedSeconds, learn, smoother);
  }
}
