// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.util.ArrayList;
import java.util.List;
import org.undertone.ser.EmotionPipeline;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.VoiceProfile;
import org.undertone.ser.timeline.Verdict;

/** Lets the pipeline hear a sound with the settings of a live microphone. */
final class LiveRun {
  /** What a microphone hands over at a time, samples. */
  private static final int BLOCK = 1600;

  private LiveRun() {}

  /**
   * Returns the verdict on every window.
   *
   * @param learn whether a voice profile, new at the start, learns from what is heard
   */
  static List<Verdict> verdicts(EmotionClassifier classifier, Sound sound, boolean learn) {
    List<Verdict> verdicts = new ArrayList<>();
    EmotionPipeline pipeline =
        new EmotionPipeline(
            classifier,
            PipelineSettings.live(classifier.spec()).withLearnVoice(learn),
            new VoiceProfile(classifier.spec()),
            sound.rate(),
            verdicts::add);
    float[] samples = sound.samples();
    for (int from = 0; from < samples.length; from += BLOCK) {
      pipeline.accept(samples, from, Math.min(BLOCK, samples.length - from));
    }
    pipeline.finish();
    return verdicts;
  }
}
