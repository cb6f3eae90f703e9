// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Calibrates a model for two kinds of people that it has not heard: those who speak as its corpora do, and those of corpora
 * that were left out whole. A network is right less often with the second, and no less sure, so a temperature
 * of the first alone promises them too much. Both kinds count the same, and so do the corpora of the second; a corpus is not
 * asked for emotions that it lacks. Immutable.
 */
public final class JointCalibration {
  private final List<Prediction> speakers;
  private final List<List<Prediction>> corpora;
  private final double temperature;
  private final double unsureThreshold;
  private final double speakersError;
  private final double corporaError;

  /**
   * Fits temperature and threshold.
   *
   * @param speakers predictions for speakers of corpora that the model has heard, as the model gave them, of two folds or more
   * @param unheard predictions for corpora that it has not heard, each a fold, two or more
   * @throws IllegalArgumentException if there are fewer folds with speech
   */
  public JointCalibration(List<Prediction> speakers, List<Prediction> unheard) {
    this.speakers = withSpeech(speakers);
    List<Prediction> restricted = withSpeech(new KnownClasses(unheard).restrict(unheard));
    SortedSet<Integer> folds = Calibration.folds(restricted);
    if (Calibration.folds(this.speakers).size() < 2 || folds.size() < 2) {
      throw new IllegalArgumentException("it takes two folds of speakers and two of corpora");
    }
    corpora = folds.stream().map(fold -> Calibration.of(restricted, fold, true)).toList();
    temperature = fit(this.speakers, corpora);
    unsureThreshold = Coverage.propose(Calibration.scaled(speakers, temperature));
    speakersError = crossFittedSpeakers();
    corporaError = crossFittedCorpora();
  }

  private static List<Prediction> withSpeech(List<Prediction> predictions) {
    return predictions.stream().filter(one -> one.scores() != null).toList();
  }

  /** Returns the temperature with the least mean of both kinds' negative log-likelihood. */
  public double temperature() {
    return temperature;
  }

  /** Returns the threshold that {@link Coverage} proposes for the speakers at the temperature. */
  public double unsureThreshold() {
    return unsureThreshold;
  }

  private static double fit(List<Prediction> speakers, List<List<Prediction>> corpora) {
    if (corpora.isEmpty()) {
      return Calibration.temperature(speakers);
    }
    return Calibration.temperature(
        temperature -> {
          double unheard =
              corpora.stream()
                  .mapToDouble(one -> Calibration.negativeLogLikelihood(one, temperature))
                  .average()
                  .orElseThrow();
          // Without speakers there is but the other kind.
          return speakers.isEmpty()
              ? unheard
              : (Calibration.negativeLogLikelihood(speakers, temperature) + unheard) / 2;
        });
  }

  /**
   * Returns the calibration error of the speakers, each fold at a temperature that the others and the corpora give it. Clips
   * that stand on both sides give none.
   */
  double speakersError() {
    return speakersError;
  }

  private double crossFittedSpeakers() {
    List<Prediction> scaled = new ArrayList<>();
    for (int fold : Calibration.folds(speakers)) {
      List<Prediction> tested = Calibration.of(speakers, fold, true);
      List<List<Prediction>> others =
          corpora.stream()
              .map(corpus -> without(tested, corpus))
              .filter(corpus -> !corpus.isEmpty())
              .toList();
      double temperature = fit(Calibration.of(speakers, fold, false), others);
      scaled.addAll(Calibration.scaled(tested, temperature));
    }
    return Calibration.expectedCalibrationError(scaled, 1);
  }

  /**
   * Returns the mean calibration error of the corpora, each at a temperature that the other corpora and the speakers give it.
   * Clips that stand on both sides give none.
   */
  double corporaError() {
    return corporaError;
  }

  private double crossFittedCorpora() {
    double sum = 0;
    for (int i = 0; i < corpora.size(); i++) {
      List<List<Prediction>> others = new ArrayList<>(corpora);
      others.remove(i);
      double temperature = fit(without(corpora.get(i), speakers), others);
      sum += Calibration.expectedCalibrationError(corpora.get(i), temperature);
    }
    return sum / corpora.size();
  }

  /** Returns the mean calibration error of the corpora, each at a temperature of the speakers alone. */
  double corporaErrorBySpeakers() {
    return corpora.stream()
        .mapToDouble(
            one ->
                Calibration.expectedCalibrationError(
                    one, Calibration.temperature(without(one, speakers))))
        .average()
        .orElseThrow();
  }

  /** Returns those of some predictions that are not of clips that are tested. */
  private static List<Prediction> without(List<Prediction> tested, List<Prediction> some) {
    Set<String> clips = tested.stream().map(Prediction::clip).collect(Collectors.toSet());
    return some.stream().filter(one -> !clips.contains(one.clip())).toList();
  }

  /** Prints what it does for both kinds. */
  public void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "temperature %.2f for unheard speakers (%.2f by themselves) and unheard corpora; unsure below %.2f%n",
        temperature,
        Calibration.temperature(speakers),
        unsureThreshold);
    out.printf(
        Locale.ROOT,
        "calibration error (ECE), each by the others: speakers %.3f, mean of %d corpora %.3f (%.3f by the speakers'"
            + " temperature)%n",
        speakersError,
        corpora.size(),
        corporaError,
        corporaErrorBySpeakers());
    out.flush();
  }

  /** Returns the numbers as JSON. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("temperature", ReportJson.rounded(temperature));
    json.addProperty("unsure_threshold", unsureThreshold);
    json.addProperty("corpora", corpora.size());
    json.addProperty("ece_speakers_cross_fitted", ReportJson.rounded(speakersError));
    json.addProperty("ece_corpora_cross_fitted", ReportJson.rounded(corporaError));
    return json;
  }
}
