// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.Recognition;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.VoiceProfile;

/**
 * Classifies files of one person, one after the other: each is judged with the voice profile of those
 * before it, which goes on learning as the app's does. A file that fails teaches nothing.
 */
final class SpeakerClassifier implements Classifying {
  private final EmotionRecognizer recognizer;
  private VoiceProfile profile;

  /**
   * Prepares the recogniser.
   *
   * @param profile what is known of the voice
   * @throws IOException if the runtime does not take the model
   */
  SpeakerClassifier(ModelFile model, VoiceProfile profile) throws IOException {
    recognizer = EmotionRecognizer.of(new TfliteClassifier(model));
    this.profile = profile;
  }

  @Override
  public void run(List<Input> inputs, Predicate<Outcome> sink) {
    for (Input input : inputs) {
      if (!sink.test(classify(input))) {
        return;
      }
    }
  }

  private Outcome classify(Input input) {
    if (input.problem() != null) {
      return Outcome.failure(input, input.problem());
    }
    HeardVoice before = HeardVoice.of(profile, recognizer.spec());
    VoiceProfile taught = profile.copy();
    try (AudioSource source = input.audio().open()) {
      Recognition recognition = recognizer.classify(source, taught, true);
      profile = taught;
      return new Outcome(input, recognition, null, before);
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with this file, the others have their turn.
      return Outcome.failure(input, e);
    }
  }

  /** Returns what is known of the voice by now. */
  VoiceProfile profile() {
    return profile;
  }

  @Override
  public void close() {
    recognizer.close();
  }
}
