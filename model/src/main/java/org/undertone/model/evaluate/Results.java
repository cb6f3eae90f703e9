// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.undertone.ser.Emotion;
import org.undertone.ser.LabelScheme;

/** The predictions of a test, and the numbers that follow from them; immutable. */
public final class Results {
  private final List<Prediction> predictions;

  /**
   * Keeps the predictions.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Results(List<Prediction> predictions) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("no clip was tested");
    }
    this.predictions = List.copyOf(predictions);
  }

  /** Returns the predictions in the order of the test. */
  public List<Prediction> predictions() {
    return predictions;
  }

  /** Returns the predictions for the clips of other results. */
  List<Prediction> onClipsOf(Results other) {
    Set<String> clips =
        other.predictions.stream().map(Prediction::clip).collect(Collectors.toSet());
    return predictions.stream().filter(one -> clips.contains(one.clip())).toList();
  }

  /** Returns the confusion matrix of all clips. */
  public ConfusionMatrix confusion() {
    return confusion(predictions);
  }

  /** Returns the confusion matrix of each fold. */
  public Map<Integer, ConfusionMatrix> byFold() {
    return grouped(Prediction::fold);
  }

  /** Returns the confusion matrix of each speaker. */
  public Map<String, ConfusionMatrix> bySpeaker() {
    return grouped(Prediction::speaker);
  }

  /** Returns the weighted accuracy of the folds. */
  public Summary foldAccuracy() {
    return summary(byFold(), ConfusionMatrix::weightedAccuracy);
  }

  /** Returns the unweighted average recall of the folds. */
  public Summary foldRecall() {
    return summary(byFold(), ConfusionMatrix::unweightedAverageRecall);
  }

  /** Returns the weighted accuracy of the speakers. */
  public Summary speakerAccuracy() {
    return summary(bySpeaker(), ConfusionMatrix::weightedAccuracy);
  }

  /** Returns how many clips had no speech by the model's gate. */
  public long withoutSpeech() {
    return predictions.stream().filter(prediction -> prediction.scores() == null).count();
  }

  private static ConfusionMatrix confusion(List<Prediction> some) {
    ConfusionMatrix matrix = new ConfusionMatrix(LabelScheme.EIGHT.labels());
    for (Prediction prediction : some) {
      Emotion predicted = prediction.predicted();
      matrix.add(prediction.truth().index(), predicted.index());
    }
    return matrix;
  }

  private <K> Map<K, ConfusionMatrix> grouped(Function<Prediction, K> key) {
    Map<K, List<Prediction>> groups = new TreeMap<>();
    for (Prediction prediction : predictions) {
      groups.computeIfAbsent(key.apply(prediction), k -> new ArrayList<>()).add(prediction);
    }
    Map<K, ConfusionMatrix> matrices = new TreeMap<>();
    groups.forEach((k, some) -> matrices.put(k, confusion(some)));
    return matrices;
  }

  private static <K> Summary summary(
      Map<K, ConfusionMatrix> matrices, Function<ConfusionMatrix, Double> value) {
    return Summary.of(matrices.values().stream().map(value).toList());
  }
}
