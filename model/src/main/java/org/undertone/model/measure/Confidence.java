// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.undertone.model.evaluate.Prediction;

/** How confidence and accuracy go together; immutable. */
final class Confidence {
  private static final int BINS = 10;

  /**
   * Predictions of about the same confidence.
   *
   * @param confidence their mean probability
   * @param accuracy the share of them that is right
   * @param clips how many they are
   */
  record Bin(double confidence, double accuracy, int clips) {}

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

  /** Returns the bins, a tenth wide each, that have clips in which speech was heard. */
  List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      int number = bin;
      List<Prediction> own =
          surestFirst.stream()
              .filter(one -> one.scores() != null)
              .filter(one -> Math.min(BINS - 1, (int) (confidence(one) * BINS)) == number)
              .toList();
      if (!own.isEmpty()) {
        double mean = own.stream().mapToDouble(Confidence::confidence).average().orElseThrow();
        bins.add(new Bin(mean, accuracy(own), own.size()));
      }
    }
    return bins;
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
