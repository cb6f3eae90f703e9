// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.util.Comparator;
import java.util.List;
import org.undertone.model.evaluate.Prediction;

/** What answering only the surest clips would bring; immutable. */
final class Confidence {
  private final List<Prediction> surestFirst;

  Confidence(List<Prediction> predictions) {
    surestFirst =
        predictions.stream()
            .sorted(Comparator.comparingDouble(Confidence::confidence).reversed())
            .toList();
  }

  /** A clip without speech was not answered at all. */
  private static double confidence(Prediction prediction) {
    return prediction.scores() == null ? 0 : prediction.scores().bestProbability();
  }

  private static double accuracy(List<Prediction> some) {
    return (double) some.stream().filter(Prediction::isRight).count() / some.size();
  }

  /** Returns the accuracy on the surest {@code count} clips, at least one. */
  double accuracyOfSurest(int count) {
    return accuracy(surestFirst.subList(0, count));
  }

  /** Returns how many clips are answered with at least this confidence. */
  int countFrom(double threshold) {
    return (int) surestFirst.stream().filter(one -> confidence(one) >= threshold).count();
  }

  /** Returns the number of all clips. */
  int count() {
    return surestFirst.size();
  }
}
