// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.Recognition;
import org.undertone.model.corpus.Clip;
import org.undertone.model.evaluate.Prediction;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;

/** The models, ready to run, each with an interpreter of its own. For one thread at a time. */
final class Judge implements AutoCloseable {
  private final Models models;
  private final List<EmotionClassifier> classifiers = new ArrayList<>();
  private final List<EmotionRecognizer> recognizers = new ArrayList<>();

  /**
   * Gets the models ready.
   *
   * @throws IOException if the runtime does not take one
   */
  Judge(Models models) throws IOException {
    this.models = models;
    boolean ready = false;
    try {
      for (ModelFile file : models.files()) {
        EmotionClassifier classifier = new TfliteClassifier(file);
        classifiers.add(classifier);
        recognizers.add(EmotionRecognizer.of(classifier));
      }
      ready = true;
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  /** Returns the model that has not heard a speaker. */
  EmotionClassifier classifier(String speaker) {
    return classifiers.get(models.foldOf(speaker) - 1);
  }

  /** Returns all models: a stranger to the corpora is strange to each. */
  List<EmotionClassifier> classifiers() {
    return classifiers;
  }

  /** Judges what became of a clip, as of a stranger. */
  Prediction judge(Clip clip, Sound sound) throws IOException {
    int fold = models.foldOf(clip.speaker());
    try (AudioSource source = sound.open()) {
      Recognition heard = recognizers.get(fold - 1).classify(source);
      return new Prediction(clip.id(), clip.speaker(), fold, clip.emotion(), heard.scores());
    }
  }

  @Override
  public void close() {
    classifiers.forEach(EmotionClassifier::close);
  }
}
