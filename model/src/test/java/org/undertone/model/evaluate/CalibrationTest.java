// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.ser.Emotion;

final class CalibrationTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2, 3.5})
  void findsTheTemperatureThatMadeThePredictionsOverconfident(double temperature) {
    List<Prediction> predictions = Predictions.overconfident(8000, temperature, 11);
    double found = Calibration.temperature(predictions);
    assertThat(found / temperature).isCloseTo(1, within(0.06));
    assertThat(Calibration.expectedCalibrationError(predictions, found)).isLessThan(0.02);
    assertThat(Calibration.negativeLogLikelihood(predictions, found))
        .isLessThan(Calibration.negativeLogLikelihood(predictions, 1.1 * found))
        .isLessThan(Calibration.negativeLogLikelihood(predictions, found / 1.1));
  }

  @Test
  void overconfidenceShowsAsAnError() {
    List<Prediction> predictions = Predictions.overconfident(4000, 3, 2);
    assertThat(Calibration.expectedCalibrationError(predictions, 1)).isGreaterThan(0.2);
  }

  @Test
  void errorIsZeroWhereConfidenceIsAccuracy() {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Emotion truth = i < 75 ? Emotion.SAD : Emotion.HAPPY;
      predictions.add(Predictions.of("c" + i, "s", 1, truth, Emotion.SAD, 0.75));
    }
    assertThat(Calibration.expectedCalibrationError(predictions, 1)).isCloseTo(0, within(1e-6));
  }

  @Test
  void errorIsTheDistanceOfConfidenceFromAccuracyWeightedByClips() {
    List<Prediction> predictions = new ArrayList<>();
    // 30 of confidence 0.95, of which a third is right; 10 of 0.55, all right.
    for (int i = 0; i < 30; i++) {
      Emotion truth = i < 10 ? Emotion.SAD : Emotion.CALM;
      predictions.add(Predictions.of("a" + i, "s", 1, truth, Emotion.SAD, 0.95));
    }
    for (int i = 0; i < 10; i++) {
      predictions.add(Predictions.of("b" + i, "s", 1, Emotion.SAD, Emotion.SAD, 0.55));
    }
    assertThat(Calibration.expectedCalibrationError(predictions, 1))
        .isCloseTo(0.75 * (0.95 - 1 / 3.0) + 0.25 * 0.45, within(1e-5));
  }

  @Test
  void countsACertainAnswerInTheLastBin() {
    List<Prediction> sure = List.of(Predictions.of("a", "s", 1, Emotion.SAD, Emotion.SAD, 1));
    assertThat(Calibration.expectedCalibrationError(sure, 1)).isZero();
    assertThat(Calibration.negativeLogLikelihood(sure, 1)).isZero();
  }

  @Test
  void clipsWithoutSpeechDoNotCount() {
    List<Prediction> silent = List.of(Predictions.silent("a", "s", 1, Emotion.SAD));
    assertThat(Calibration.temperature(silent)).isEqualTo(1);
    assertThat(Calibration.expectedCalibrationError(silent, 1)).isZero();
    List<Prediction> some = Predictions.overconfident(500, 2, 3);
    List<Prediction> more = new ArrayList<>(some);
    more.addAll(silent);
    assertThat(Calibration.temperature(more)).isEqualTo(Calibration.temperature(some));
  }
}
