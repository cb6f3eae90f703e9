// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.VoiceProfile;

/** Pipelines with a {@link LinearClassifier}, and what they hear in tests. */
final class Pipelines {
  private Pipelines() {}

  /** 1 s of a quiet room, 4 s of speech, 4 s of a quiet room, 2.123 s of speech. */
  static float[] talk(int rate) {
    SyntheticSpeech speaker = new SyntheticSpeech(rate, 8);
    float[] talk =
        SyntheticSpeech.concat(
            new float[rate],
            speaker.speech(Voice.CALM, 4),
            new float[4 * rate],
            speaker.speech(Voice.AGITATED, 2.123));
    return SyntheticSpeech.mix(talk, speaker.noise(0.0005, (double) talk.length / rate));
  }

  static void run(EmotionPipeline pipeline, float[] samples) {
    pipeline.accept(samples, 0, samples.length);
    pipeline.finish();
  }

  static EmotionPipeline pipeline(
      ModelSpec spec,
      PipelineSettings settings,
      VoiceProfile profile,
      int rate,
      EmotionPipeline.Listener listener) {
    return new EmotionPipeline(new LinearClassifier(spec), settings, profile, rate, listener);
  }
}
