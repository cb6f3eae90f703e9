// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.EmotionClassifier;

/**
 * Trained networks that answer for the clips of another's training. They take the same normalised
 * features. For one thread at a time; owns its classifiers.
 */
final class Teachers implements AutoCloseable {
  /** Nobody. */
  static final Teachers NONE = new Teachers(List.of());

  private static final float[] SILENT = {};

  /**
   * One of them.
   *
   * @param corpora those that it was trained on
   */
  record Teacher(EmotionClassifier classifier, Set<String> corpora) {}

  private final List<Teacher> teachers;

  Teachers(List<Teacher> teachers) {
    this.teachers = List.copyOf(teachers);
  }

  /**
   * Returns the geometric mean of the answers of those that know the clip's corpus, over the labels
   * that the clip can teach; of others 0. Empty if none knows it.
   *
   * @param features normalised, {@code [frame][coefficient]}
   */
  float[] answer(float[] features, TrainingClip clip, LabelMask labels) {
    List<float[]> answers = new ArrayList<>();
    for (Teacher teacher : teachers) {
      if (teacher.corpora().contains(clip.corpus())) {
        float[] probabilities = new float[Emotion.COUNT];
        teacher.classifier().classify(features, probabilities);
        answers.add(probabilities);
      }
    }
    if (answers.isEmpty()) {
      return SILENT;
    }
    float[] mean = new float[Emotion.COUNT];
    labels.write(clip, mean, 0);
    double sum = 0;
    for (int label = 0; label < mean.length; label++) {
      if (mean[label] > 0) {
        mean[label] = (float) geometricMean(answers, label);
        sum += mean[label];
      }
    }
    for (int label = 0; label < mean.length; label++) {
      mean[label] /= (float) sum;
    }
    return mean;
  }

  private static double geometricMean(List<float[]> answers, int label) {
    double logs = 0;
    for (float[] answer : answers) {
      logs += Math.log(Math.max(Float.MIN_NORMAL, answer[label]));
    }
    return Math.exp(logs / answers.size());
  }

  @Override
  public void close() {
    teachers.forEach(teacher -> teacher.classifier().close());
  }
}
