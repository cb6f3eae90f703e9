// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

final class JointCalibrationTest {
  @Test
  void whereBothAgreeTheirTemperatureIsFound() {
    JointCalibration joint =
        new JointCalibration(
            Predictions.overconfident(4000, 2, 1), corpora(Predictions.overconfident(4000, 2, 2)));
    assertThat(joint.temperature()).isCloseTo(2, within(0.12));
    assertThat(joint.speakersError()).isLessThan(0.03);
    assertThat(joint.corporaError()).isLessThan(0.05);
  }

  @Test
  void isLessSureOfUnheardCorporaThanTheSpeakersTemperatureAndSurerThanTheirOwn() {
    List<Prediction> speakers = Predictions.overconfident(4000, 0.8, 3);
    List<Prediction> unheard = corpora(Predictions.overconfident(4000, 3, 4));
    JointCalibration joint = new JointCalibration(speakers, unheard);
    assertThat(joint.temperature()).isBetween(0.9, 2.7);
    assertThat(joint.corporaError()).isLessThan(0.7 * joint.corporaErrorBySpeakers());
    assertThat(joint.speakersError()).isGreaterThan(0.03);
    assertThat(joint.unsureThreshold())
        .isEqualTo(Coverage.propose(Calibration.scaled(speakers, joint.temperature())));
  }

  @Test
  void corporaCountTheSameHoweverManyClipsTheyHave() {
    List<Prediction> speakers = Predictions.overconfident(2000, 1, 5);
    List<Prediction> small = inFold(1, "a", Predictions.overconfident(500, 3, 6));
    List<Prediction> large = inFold(2, "b", Predictions.overconfident(500, 1, 7));
    double once = new JointCalibration(speakers, together(small, large)).temperature();
    List<Prediction> fiveTimes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      fiveTimes.addAll(inFold(2, "b" + i, Predictions.overconfident(500, 1, 7)));
    }
    double often = new JointCalibration(speakers, together(small, fiveTimes)).temperature();
    assertThat(often).isCloseTo(once, within(1e-9));
  }

  @Test
  void clipsOnBothSidesGiveTheirCorpusNoTemperature() {
    List<Prediction> speakers = Predictions.overconfident(2000, 1, 8);
    List<Prediction> same = inFold(1, "", Predictions.overconfident(2000, 1, 8));
    List<Prediction> other = inFold(2, "b", Predictions.overconfident(2000, 3, 9));
    JointCalibration joint = new JointCalibration(speakers, together(same, other));
    double byTheOther = Calibration.temperature(other);
    double byTheSpeakers =
        Calibration.temperature(
            t ->
                (Calibration.negativeLogLikelihood(speakers, t)
                        + Calibration.negativeLogLikelihood(same, t))
                    / 2);
    assertThat(joint.corporaError())
        .isCloseTo(
            (Calibration.expectedCalibrationError(same, byTheOther)
                    + Calibration.expectedCalibrationError(other, byTheSpeakers))
                / 2,
            within(1e-9));
  }

  @Test
  void clipsOnBothSidesGiveTheSpeakersNoTemperature() {
    List<Prediction> speakers = Predictions.overconfident(2000, 1, 8);
    // The other net's answers to the same clips are far too sure.
    List<Prediction> same = inFold(1, "", Predictions.overconfident(2000, 4, 8));
    List<Prediction> other = inFold(2, "b", Predictions.overconfident(2000, 1, 9));
    JointCalibration joint = new JointCalibration(speakers, together(same, other));
    List<Prediction> scaled = new ArrayList<>();
    for (int fold : Calibration.folds(speakers)) {
      List<Prediction> own = Calibration.of(speakers, fold, true);
      List<String> tested = own.stream().map(Prediction::clip).toList();
      List<Prediction> rest = Calibration.of(speakers, fold, false);
      List<Prediction> ofSame = same.stream().filter(one -> !tested.contains(one.clip())).toList();
      double byOthers =
          Calibration.temperature(
              t ->
                  (Calibration.negativeLogLikelihood(rest, t)
                          + (Calibration.negativeLogLikelihood(ofSame, t)
                                  + Calibration.negativeLogLikelihood(other, t))
                              / 2)
                      / 2);
      scaled.addAll(Calibration.scaled(own, byOthers));
    }
    assertThat(joint.speakersError())
        .isCloseTo(Calibration.expectedCalibrationError(scaled, 1), within(1e-9));
  }

  @Test
  void aCorpusIsNotAskedForEmotionsThatItLacks() {
    List<Prediction> unheard = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Emotion truth = i % 2 == 0 ? Emotion.SAD : Emotion.ANGRY;
      // Calm comes first, and sad and angry come in the right order behind it.
      float[] scores = new float[Emotion.COUNT];
      scores[Emotion.CALM.index()] = 0.6f;
      scores[truth.index()] = 0.3f;
      scores[(truth == Emotion.SAD ? Emotion.ANGRY : Emotion.SAD).index()] = 0.1f;
      unheard.add(new Prediction("u" + i, "u", 1 + i / 20, truth, EmotionScores.of(scores)));
    }
    JointCalibration joint = new JointCalibration(Predictions.overconfident(2000, 1, 10), unheard);
    assertThat(joint.temperature()).as("they are right, and could be surer").isLessThan(0.9);
  }

  @Test
  void clipsWithoutSpeechDoNotCountAndFoldsOfThemAlone() {
    List<Prediction> speakers = Predictions.overconfident(500, 1, 11);
    List<Prediction> unheard = corpora(Predictions.overconfident(500, 2, 12));
    double before = new JointCalibration(speakers, unheard).temperature();
    List<Prediction> silent = List.of(Predictions.silent("q", "q", 9, Emotion.SAD));
    assertThat(
            new JointCalibration(together(speakers, silent), together(unheard, silent))
                .temperature())
        .isEqualTo(before);
    assertThatThrownBy(() -> new JointCalibration(speakers, silent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two of corpora");
  }

  @Test
  void saysWhatItDoes() {
    JointCalibration joint =
        new JointCalibration(
            Predictions.overconfident(500, 1, 13), corpora(Predictions.overconfident(500, 2, 14)));
    StringWriter text = new StringWriter();
    joint.print(new PrintWriter(text));
    assertThat(text.toString()).contains("mean of 4 corpora").contains("unsure below 0.");
    assertThat(joint.toJson().get("temperature").getAsDouble())
        .isCloseTo(joint.temperature(), within(1e-4));
    assertThat(joint.toJson().get("ece_corpora_cross_fitted").getAsDouble())
        .isCloseTo(joint.corporaError(), within(1e-4));
  }

  /** Clips of other names than those of the speakers. */
  private static List<Prediction> corpora(List<Prediction> predictions) {
    return predictions.stream()
        .map(one -> new Prediction("u" + one.clip(), "u", one.fold(), one.truth(), one.scores()))
        .toList();
  }

  private static List<Prediction> inFold(int fold, String prefix, List<Prediction> predictions) {
    return predictions.stream()
        .map(one -> new Prediction(prefix + one.clip(), "u", fold, one.truth(), one.scores()))
        .toList();
  }

  private static List<Prediction> together(List<Prediction> some, List<Prediction> more) {
    List<Prediction> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
