// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

final class InnerValidationTest {
  private static final int FOLDS = 3;
  private static final int CLIPS = 10;

  /**
   * One net is right where the pair of folds is tested, the other in the folds themselves: who chose by
   * the tested fold would have all clips right.
   */
  @Test
  void theNeighbourChoosesAndNotTheTestedFold() {
    InnerValidation inner =
        InnerValidation.of(outcome(right(0), right(10)), paired(right(10), right(0)));
    assertThat(inner.choices()).hasSize(FOLDS);
    assertThat(inner.choices().get(0).weights()).containsExactly(1.0, 0.0);
    assertThat(inner.results().foldAccuracy().mean()).isZero();
    assertThat(
            InnerValidation.of(outcome(right(0), right(10)), paired(right(0), right(10)))
                .results()
                .foldAccuracy()
                .mean())
        .isEqualTo(1);
  }

  /** In fold 1 net 1 is right, in all others net 2, whichever nets are asked. */
  @Test
  void aFoldTakesNoPartInItsOwnChoice() {
    List<Prediction> first = of(fold -> fold == 1 ? CLIPS : 0);
    List<Prediction> second = of(fold -> fold == 1 ? 0 : CLIPS);
    InnerValidation inner = InnerValidation.of(outcome(first, second), paired(first, second));
    // Folds 1 and 2 choose for each other, fold 1 for fold 3.
    assertThat(inner.choices().stream().map(InnerValidation.Choice::weights))
        .containsExactly(List.of(0.0, 1.0), List.of(1.0, 0.0), List.of(1.0, 0.0));
    assertThat(inner.results().foldAccuracy().max()).isZero();
    assertThat(inner.choices()).extracting(InnerValidation.Choice::validated).containsOnly(CLIPS);
  }

  @Test
  void oneNetIsCalibratedByTheNeighbour() {
    List<Prediction> sure = new ArrayList<>();
    Predictions.overconfident(4000, 2, 3).forEach(one -> sure.add(inFold(one, 1 + one.fold() % 2)));
    List<Prediction> more = new ArrayList<>(sure);
    Predictions.overconfident(500, 2, 4)
        .forEach(one -> more.add(named(inFold(one, 3), "d" + one.clip())));
    Outcome outer = Outcome.ofStrangers(more);
    Outcome pairs =
        Outcome.ofStrangers(
            more.stream().map(one -> inFold(one, one.fold() == 3 ? 2 : 1)).toList());
    List<Prediction> last = new ArrayList<>(pairs.raw());
    sure.stream().filter(one -> one.fold() == 1).forEach(one -> last.add(inFold(one, 2)));
    InnerValidation inner = InnerValidation.of(outer, Outcome.ofStrangers(last));
    for (InnerValidation.Choice choice : inner.choices()) {
      assertThat(choice.weights()).containsExactly(1.0);
      assertThat(choice.fit().temperature()).isCloseTo(2, within(0.15));
    }
    assertThat(inner.calibrationError())
        .isLessThan(0.03)
        .isLessThan(Calibration.expectedCalibrationError(more, 1) / 3);
    assertThat(inner.coverage().clips()).isEqualTo(more.size());
  }

  @Test
  void theReportSaysWhatWasChosen() {
    Outcome outer = outcome(right(6), right(8));
    Outcome pairs = paired(right(4), right(9));
    EvaluationReport report = new EvaluationReport("p", List.of(), List.of("a", "b"), outer, pairs);
    StringWriter text = new StringWriter();
    report.print(new PrintWriter(text));
    assertThat(text.toString())
        .contains("chosen by inner validation     WA 80.0 % ± 0.0")
        .contains("  nets: a, b")
        .contains("  fold 3: weights 0.0 1.0, temperature ");
    assertThat(report.toJson().getAsJsonObject("inner_validation").getAsJsonArray("folds"))
        .hasSize(FOLDS);
    assertThat(report.figures()).extracting(Figure::name).contains("chosen by inner validation");
    EvaluationReport without = new EvaluationReport("p", List.of(), List.of("a", "b"), outer, null);
    assertThat(without.toJson().has("inner_validation")).isFalse();
  }

  @Test
  void oneNetHasNoWeightsToChoose() {
    List<Prediction> net = right(7);
    EvaluationReport report =
        new EvaluationReport(
            "p",
            List.of(),
            List.of("a"),
            Outcome.ofStrangers(net),
            Outcome.ofStrangers(pairs(net)));
    StringWriter text = new StringWriter();
    report.print(new PrintWriter(text));
    assertThat(text.toString())
        .contains("inner validation: ")
        .contains("  fold 1: temperature ")
        .doesNotContain("chosen by inner validation");
    assertThat(report.figures())
        .extracting(Figure::name)
        .doesNotContain("chosen by inner validation");
  }

  /** Returns what nets say of the clips of all folds, so many of ten right in each. */
  private static List<Prediction> right(int ofTen) {
    return of(fold -> ofTen);
  }

  private static List<Prediction> of(IntUnaryOperator ofTen) {
    int[] each = new int[FOLDS];
    for (int fold = 1; fold <= FOLDS; fold++) {
      each[fold - 1] = ofTen.applyAsInt(fold);
    }
    return Predictions.right(each);
  }

  private static Outcome outcome(List<Prediction> first, List<Prediction> second) {
    return new Outcome(
        first,
        new Results(first),
        null,
        0,
        new TreeMap<>(),
        Map.of(),
        List.of(new Results(first), new Results(second)),
        List.of());
  }

  /** Folds 1 and 2 are pair 1, folds 3 and 1 pair 2. */
  private static Outcome paired(List<Prediction> first, List<Prediction> second) {
    return outcome(pairs(first), pairs(second));
  }

  private static List<Prediction> pairs(List<Prediction> folds) {
    List<Prediction> pairs = new ArrayList<>();
    folds.stream().filter(one -> one.fold() < 3).forEach(one -> pairs.add(inFold(one, 1)));
    folds.stream().filter(one -> one.fold() != 2).forEach(one -> pairs.add(inFold(one, 2)));
    return pairs;
  }

  private static Prediction inFold(Prediction one, int fold) {
    return new Prediction(one.clip(), one.speaker(), fold, one.truth(), one.scores());
  }

  private static Prediction named(Prediction one, String clip) {
    return new Prediction(clip, one.speaker(), one.fold(), one.truth(), one.scores());
  }
}
