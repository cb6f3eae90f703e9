// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.timeline.SmootherSettings;

/**
 * What a pipeline may be told beside its model; immutable.
 *
 * @param minSpeechSeconds speech in the window without which there is no verdict
 * @param learnVoice whether the voice profile learns from what is heard
 * @param smoother calibration and smoothing of the scores
 */
public record PipelineSettings(
    double minSpeechSeconds, boolean learnVoice, SmootherSettings smoother) {
  /**
   * Least speech for a verdict on a recording, whose clips may be a single word. A verdict on so little
   * weighs little against the others.
   */
  public static final double RECORDING_MIN_SPEECH_SECONDS = 0.25;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the least speech is not a number of 0 or more
   */
  public PipelineSettings {
    if (!(minSpeechSeconds >= 0)) {
      throw new IllegalArgumentException(
          "least speech for a verdict is " + minSpeechSeconds + " s, must be 0 or more");
    }
  }

  /** Returns the settings for a live microphone, as the model's file has them. */
  public static PipelineSettings live(ModelSpec spec) {
    return new PipelineSettings(
        spec.minSpeechSeconds(),
        true,
        SmootherSettings.calibrated(spec.temperature(), spec.unsureThreshold()));
  }

  /** Returns the settings for a recording of a stranger, whose voice is not learnt. */
  public static PipelineSettings recording(ModelSpec spec) {
    return new PipelineSettings(
        Math.min(RECORDING_MIN_SPEECH_SECONDS, spec.minSpeechSeconds()),
        false,
        SmootherSettings.calibrated(spec.temperature(), spec.unsureThreshold()));
  }

  /** Returns these settings with learning of the voice on or off. */
  public PipelineSettings withLearnVoice(boolean learn) {
    return new PipelineSettings(minSpeechSeconds, learn, smoother);
  }
}
