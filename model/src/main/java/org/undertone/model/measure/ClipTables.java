// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.undertone.model.corpus.Clip;
import org.undertone.model.evaluate.Calibration;
import org.undertone.model.evaluate.ConfusionMatrix;
import org.undertone.model.evaluate.LabelSet;
import org.undertone.model.evaluate.Prediction;
import org.undertone.model.evaluate.Results;
import org.undertone.model.measure.Table.Kind;

/** Tables of what was said of whole clips. */
final class ClipTables {
  private static final double[] COVERAGES = {1, 0.9, 0.8, 0.7, 0.5};

  private ClipTables() {}

  /** Returns accuracy under each condition, and what it costs against the first. */
  static Table conditions(Map<Condition, Results> results) {
    Table table =
        new Table("conditions", "Whole clips under each condition")
            .column("condition", "condition", Kind.TEXT)
            .column("wa", "WA %", Kind.PERCENT)
            .column("uar", "UAR %", Kind.PERCENT)
            .column("wa_lost", "WA lost", Kind.PERCENT)
            .column("uar_lost", "UAR lost", Kind.PERCENT)
            .column("no_speech", "no speech %", Kind.PERCENT);
    ConfusionMatrix clean = results.values().iterator().next().confusion();
    results.forEach(
        (condition, result) -> {
          ConfusionMatrix matrix = result.confusion();
          table.row(
              condition.name(),
              matrix.weightedAccuracy(),
              matrix.unweightedAverageRecall(),
              clean.weightedAccuracy() - matrix.weightedAccuracy(),
              clean.unweightedAverageRecall() - matrix.unweightedAverageRecall(),
              (double) result.withoutSpeech() / result.predictions().size());
        });
    return table
        .note("Lost is in points against the clean clips. No speech: clips in which the gate found")
        .note("none; they count as called neutral. dB is the ratio of clip and noise over the part")
        .note("of the clean clip that the gate calls speech. Gain: then 16 bits, clipped.");
  }

  /** Returns accuracy with eight, four and three labels. */
  static Table labels(List<Prediction> predictions) {
    Table table =
        new Table("labels", "Fewer labels (clean clips)")
            .column("labels", "labels", Kind.TEXT)
            .column("clips", "clips", Kind.COUNT)
            .column("wa", "WA %", Kind.PERCENT)
            .column("uar", "UAR %", Kind.PERCENT);
    for (LabelSet labels :
        List.of(LabelSet.EIGHT, LabelSet.FOUR_STANDARD, LabelSet.FOUR_APP, LabelSet.THREE)) {
      ConfusionMatrix matrix = labels.confusion(predictions);
      if (matrix.total() > 0) {
        table.row(
            labels.name(),
            matrix.total(),
            matrix.weightedAccuracy(),
            matrix.unweightedAverageRecall());
      }
    }
    return table.note("Clips of other emotions are left out, and so are their scores.");
  }

  /** Returns recall and precision of each emotion. */
  static Table classes(ConfusionMatrix matrix) {
    Table table =
        new Table("classes", "By emotion (clean clips)")
            .column("emotion", "emotion", Kind.TEXT)
            .column("clips", "clips", Kind.COUNT)
            .column("recall", "recall %", Kind.PERCENT)
            .column("precision", "precision %", Kind.PERCENT);
    for (int i = 0; i < matrix.labels().size(); i++) {
      table.row(matrix.labels().get(i), matrix.support(i), matrix.recall(i), matrix.precision(i));
    }
    return table;
  }

  /** Returns how often each emotion was called each. */
  static Table confusion(ConfusionMatrix matrix) {
    Table table =
        new Table("confusion", "Called (clean clips)").column("truth", "truth", Kind.TEXT);
    matrix.labels().forEach(label -> table.column(label, label, Kind.COUNT));
    for (int truth = 0; truth < matrix.labels().size(); truth++) {
      if (matrix.support(truth) > 0) {
        List<Object> row = new ArrayList<>(List.of(matrix.labels().get(truth)));
        for (int called = 0; called < matrix.labels().size(); called++) {
          row.add(matrix.count(truth, called));
        }
        table.row(row.toArray());
      }
    }
    return table;
  }

  /** Returns accuracy by corpus, sex and, where a corpus knows it, intensity. */
  static Table groups(List<Clip> clips, List<Prediction> predictions) {
    Table table =
        new Table("groups", "By who speaks and how (clean clips)")
            .column("by", "by", Kind.TEXT)
            .column("group", "group", Kind.TEXT)
            .column("clips", "clips", Kind.COUNT)
            .column("wa", "WA %", Kind.PERCENT)
            .column("uar", "UAR %", Kind.PERCENT);
    addGroups(table, "corpus", clips, predictions, Clip::corpus);
    addGroups(table, "sex", clips, predictions, clip -> clip.sex().code());
    addGroups(table, "intensity", clips, predictions, Clip::intensity);
    return table;
  }

  private static void addGroups(
      Table table,
      String by,
      List<Clip> clips,
      List<Prediction> predictions,
      Function<Clip, String> group) {
    Map<String, String> groupOf = new LinkedHashMap<>();
    clips.forEach(clip -> groupOf.put(clip.id(), group.apply(clip)));
    Map<String, List<Prediction>> groups = new TreeMap<>();
    for (Prediction one : predictions) {
      groups.computeIfAbsent(groupOf.get(one.clip()), name -> new ArrayList<>()).add(one);
    }
    groups.forEach(
        (name, own) -> {
          if (!name.isEmpty()) {
            ConfusionMatrix matrix = new Results(own).confusion();
            table.row(
                by,
                name,
                matrix.total(),
                matrix.weightedAccuracy(),
                matrix.unweightedAverageRecall());
          }
        });
  }

  /** Returns what probabilities are worth. */
  static Table calibration(List<Prediction> predictions, double unsureThreshold) {
    Confidence confidence = new Confidence(predictions);
    Table table =
        new Table("calibration", "Calibration (clean clips)")
            .column("what", "what", Kind.TEXT)
            .column("coverage", "clips answered %", Kind.PERCENT)
            .column("accuracy", "accuracy %", Kind.PERCENT)
            .column("value", "value", Kind.NUMBER);
    double error = Calibration.expectedCalibrationError(predictions, 1);
    table.row("calibration error (ECE, 10 bins)", null, null, error);
    table.row("best temperature on these clips", null, null, Calibration.temperature(predictions));
    int sure = confidence.countFrom(unsureThreshold);
    table.row(
        "at the model's threshold",
        (double) sure / confidence.count(),
        sure == 0 ? null : confidence.accuracyOfSurest(sure),
        unsureThreshold);
    for (double coverage : COVERAGES) {
      int count = Math.max(1, (int) Math.round(coverage * confidence.count()));
      double share = (double) count / confidence.count();
      table.row("the surest", share, confidence.accuracyOfSurest(count), null);
    }
    return table;
  }
}
