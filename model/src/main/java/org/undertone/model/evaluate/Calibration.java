// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.TemperatureScaling;

/**
 * Fits the temperature that makes probabilities mean what they say, on speakers that the model has not
 * heard. Source: C. Guo et al., "On Calibration of Modern Neural Networks", 2017.
 */
public final class Calibration {
  private static final double MIN_LOG_TEMPERATURE = Math.log(0.2);
  private static final double MAX_LOG_TEMPERATURE = Math.log(5);
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /**
   * What calibrates a model.
   *
   * @param temperature as in {@link #temperature}
   * @param unsureThreshold calibrated probability below which the answer is "unsure"
   */
  public record Fit(double temperature, double unsureThreshold) {}

  private Calibration() {}

  /**
   * Fits temperature and threshold for the model of a fold on the speakers of all other folds.
   *
   * @param predictions of two folds or more
   */
  public static Fit fitWithout(int fold, List<Prediction> predictions) {
    return fit(of(predictions, fold, false));
  }

  /** Fits temperature and threshold on predictions for speakers that the model has not heard. */
  static Fit fit(List<Prediction> predictions) {
    double temperature = temperature(predictions);
    return new Fit(temperature, Coverage.propose(scaled(predictions, temperature)));
  }

  /**
   * Returns the temperature with the least mean negative log-likelihood, between 0.2 and 5, to 1e-3:
   * golden-section search, for the likelihood has one maximum in 1/T. It is 1 if no prediction has
   * scores.
   */
  public static double temperature(List<Prediction> predictions) {
    if (predictions.stream().allMatch(prediction -> prediction.scores() == null)) {
      return 1;
    }
    return temperature(candidate -> negativeLogLikelihood(predictions, candidate));
  }

  /** Returns the temperature of the least loss, as {@link #temperature(List)} does. */
  static double temperature(DoubleUnaryOperator loss) {
    double low = MIN_LOG_TEMPERATURE;
    double high = MAX_LOG_TEMPERATURE;
    while (high - low > 1e-3) {
      double a = high - GOLDEN * (high - low);
      double b = low + GOLDEN * (high - low);
      if (loss.applyAsDouble(Math.exp(a)) < loss.applyAsDouble(Math.exp(b))) {
        high = b;
      } else {
        low = a;
      }
    }
    return Math.exp((low + high) / 2);
  }

  /** Returns the predictions with their probabilities at a temperature. */
  static List<Prediction> scaled(List<Prediction> predictions, double temperature) {
    List<Prediction> scaled = new ArrayList<>();
    for (Prediction one : predictions) {
      EmotionScores scores =
          one.scores() == null ? null : TemperatureScaling.apply(one.scores(), temperature);
      scaled.add(new Prediction(one.clip(), one.speaker(), one.fold(), one.truth(), scores));
    }
    return scaled;
  }

  /** Returns the mean negative log-likelihood of the truth at a temperature, in nats. */
  static double negativeLogLikelihood(List<Prediction> predictions, double temperature) {
    double sum = 0;
    int count = 0;
    for (Prediction prediction : predictions) {
      if (prediction.scores() != null) {
        EmotionScores scaled = TemperatureScaling.apply(prediction.scores(), temperature);
        sum -= Math.log(Math.max(1e-9, scaled.probability(prediction.truth())));
        count++;
      }
    }
    return sum / count;
  }

  /**
   * Returns the expected calibration error at a temperature: the mean distance of confidence from
   * accuracy over ten bins of confidence, weighted by their clips.
   */
  public static double expectedCalibrationError(List<Prediction> predictions, double temperature) {
    double error = 0;
    int count = 0;
    for (Reliability bin : Reliability.bins(predictions, temperature)) {
      error += Math.abs(bin.confidence() - bin.right());
      count += bin.count();
    }
    return count == 0 ? 0 : error / count;
  }

  /**
   * Returns the predictions of each fold at a temperature fitted on all other folds: a fold must not
   * calibrate itself.
   *
   * @param predictions of two folds or more
   */
  static List<Prediction> crossFitted(List<Prediction> predictions) {
    List<Prediction> scaled = new ArrayList<>();
    for (int fold : folds(predictions)) {
      scaled.addAll(scaled(of(predictions, fold, true), temperature(of(predictions, fold, false))));
    }
    return scaled;
  }

  /**
   * Counts what a threshold answers that, like the temperature, was chosen on all other folds.
   *
   * @param predictions of two folds or more
   */
  static Coverage crossFittedThreshold(List<Prediction> predictions) {
    Coverage sum = new Coverage(Double.NaN, 0, 0, 0);
    for (int fold : folds(predictions)) {
      Fit fit = fitWithout(fold, predictions);
      List<Prediction> own = scaled(of(predictions, fold, true), fit.temperature());
      sum = sum.plus(Coverage.at(own, fit.unsureThreshold()));
    }
    return sum;
  }

  /** Returns the numbers of the folds. */
  static SortedSet<Integer> folds(List<Prediction> predictions) {
    SortedSet<Integer> folds = new TreeSet<>();
    predictions.forEach(one -> folds.add(one.fold()));
    return folds;
  }

  /** Returns the predictions of a fold, or of all others. */
  static List<Prediction> of(List<Prediction> predictions, int fold, boolean inside) {
    return predictions.stream().filter(one -> (one.fold() == fold) == inside).toList();
  }
}
