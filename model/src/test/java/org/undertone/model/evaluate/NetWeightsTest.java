// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

final class NetWeightsTest {
  private static final Emotion[] ALL = Emotion.values();

  @Test
  void theOneThatKnowsHasAllTheWeight() {
    List<Prediction> honest = Predictions.overconfident(2000, 1, 3);
    List<Prediction> guessing = new ArrayList<>();
    Random random = new Random(5);
    for (Prediction one : honest) {
      Emotion guess = ALL[random.nextInt(ALL.length)];
      guessing.add(Predictions.of(one.clip(), one.speaker(), one.fold(), one.truth(), guess, 0.9));
    }
    assertThat(NetWeights.fit(List.of(honest, guessing))).containsExactly(1, 0);
    assertThat(NetWeights.fit(List.of(guessing, guessing, honest))).containsExactly(0, 0, 1);
  }

  /** Two nets of which each hears what the other does not are better together. */
  @Test
  void thoseThatKnowDifferentThingsShareIt() {
    List<Prediction> first = new ArrayList<>();
    List<Prediction> second = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Emotion truth = i % 2 == 0 ? Emotion.SAD : Emotion.HAPPY;
      Emotion wrong = Emotion.CALM;
      boolean easy = i % 4 < 2;
      int fold = 1 + i / 100;
      first.add(Predictions.of("c" + i, "s", fold, truth, easy ? truth : wrong, easy ? 0.9 : 0.4));
      second.add(Predictions.of("c" + i, "s", fold, truth, easy ? wrong : truth, easy ? 0.4 : 0.9));
    }
    List<List<Prediction>> nets = List.of(first, second);
    assertThat(NetWeights.fit(nets)).containsExactly(0.5, 0.5);
    assertThat(new Results(first).foldAccuracy().mean()).isEqualTo(0.5);
    assertThat(new Results(NetWeights.crossFitted(nets)).foldAccuracy().mean()).isEqualTo(1);
  }

  /** The first net is right in fold 1 alone, which must not be what fold 1 is judged by. */
  @Test
  void aFoldDoesNotChooseItsOwnWeights() {
    List<Prediction> first = new ArrayList<>();
    List<Prediction> second = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int fold = 1 + i % 2;
      Emotion ofFirst = fold == 1 ? Emotion.SAD : Emotion.ANGRY;
      Emotion ofSecond = fold == 1 ? Emotion.ANGRY : Emotion.SAD;
      first.add(Predictions.of("c" + i, "s", fold, Emotion.SAD, ofFirst, 0.9));
      second.add(Predictions.of("c" + i, "s", fold, Emotion.SAD, ofSecond, 0.9));
    }
    assertThat(NetWeights.crossFitted(List.of(first, second)))
        .hasSize(40)
        .noneMatch(Prediction::isRight);
  }

  @Test
  void mixesLogarithms() {
    Prediction a = prediction(0.5f, 0.3f);
    Prediction b = prediction(0.2f, 0.6f);
    EmotionScores scores =
        NetWeights.mixed(List.of(List.of(a), List.of(b)), new double[] {0.25, 0.75})
            .get(0)
            .scores();
    double ratio = Math.pow(0.5 / 0.3, 0.25) * Math.pow(0.2 / 0.6, 0.75);
    assertThat((double) scores.probability(ALL[0]) / scores.probability(ALL[1]))
        .isCloseTo(ratio, within(1e-5));
  }

  @Test
  void aClipWithoutSpeechStaysWithoutAnAnswer() {
    List<Prediction> silent = List.of(Predictions.silent("a", "s", 1, Emotion.SAD));
    List<List<Prediction>> nets = List.of(silent, silent);
    assertThat(NetWeights.mixed(nets, new double[] {0.5, 0.5})).isEqualTo(silent);
    assertThat(NetWeights.fit(nets)).containsExactly(0.5, 0.5);
  }

  private static Prediction prediction(float first, float second) {
    float rest = (1 - first - second) / 6;
    EmotionScores scores = EmotionScores.of(first, second, rest, rest, rest, rest, rest, rest);
    return new Prediction("a", "s", 1, Emotion.SAD, scores);
  }
}
