// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The main numbers: over folds, of each fold and speaker, and what was taken for what. */
final class AccuracySection implements Section {
  private final Results strangers;
  private final Results acquaintances;
  private final int profileClips;

  AccuracySection(Outcome outcome) {
    strangers = outcome.strangers();
    acquaintances = outcome.acquaintances();
    profileClips = outcome.profileClips();
  }

  @Override
  public void print(PrintWriter out) {
    printFigure(out, Figure.of("no voice profile", strangers));
    if (acquaintances != null) {
      printFigure(out, Figure.of("voice profile of " + profileClips + " clips", acquaintances));
    }
    out.println();
    printFolds(out);
    out.println();
    printSpeakers(out);
    out.println();
    printConfusion(out);
  }

  private static void printFigure(PrintWriter out, Figure figure) {
    out.printf(Locale.ROOT, "%-30s %s%n", figure.name(), figure.text());
  }

  private void printFolds(PrintWriter out) {
    out.println("fold   clips   WA %    UAR %" + (acquaintances == null ? "" : "   WA % profile"));
    Map<Integer, ConfusionMatrix> withProfile =
        acquaintances == null ? Map.of() : acquaintances.byFold();
    for (Map.Entry<Integer, ConfusionMatrix> fold : strangers.byFold().entrySet()) {
      ConfusionMatrix matrix = fold.getValue();
      out.printf(
          Locale.ROOT,
          "%-6d %-7d %-7.1f %-7.1f",
          fold.getKey(),
          matrix.total(),
          100 * matrix.weightedAccuracy(),
          100 * matrix.unweightedAverageRecall());
      if (withProfile.containsKey(fold.getKey())) {
        out.printf(Locale.ROOT, " %.1f", 100 * withProfile.get(fold.getKey()).weightedAccuracy());
      }
      out.println();
    }
  }

  private void printSpeakers(PrintWriter out) {
    Summary speakers = strangers.speakerAccuracy();
    out.printf(
        Locale.ROOT,
        "WA per speaker: min %.1f %%, median %.1f %%, max %.1f %% (%d speakers)%n",
        100 * speakers.min(),
        100 * speakers.median(),
        100 * speakers.max(),
        strangers.bySpeaker().size());
    Columns columns = new Columns(out);
    strangers
        .bySpeaker()
        .forEach((speaker, matrix) -> columns.add(speaker, matrix.weightedAccuracy()));
    columns.end();
  }

  private void printConfusion(PrintWriter out) {
    ConfusionMatrix matrix = strangers.confusion();
    out.printf(Locale.ROOT, "%-10s", "truth");
    matrix.labels().forEach(label -> out.printf(Locale.ROOT, "%10s", label));
    out.println("   recall %  precision %");
    for (int truth = 0; truth < matrix.labels().size(); truth++) {
      if (matrix.support(truth) == 0) {
        continue;
      }
      out.printf(Locale.ROOT, "%-10s", matrix.labels().get(truth));
      for (int predicted = 0; predicted < matrix.labels().size(); predicted++) {
        out.printf(Locale.ROOT, "%10d", matrix.count(truth, predicted));
      }
      out.printf(
          Locale.ROOT,
          "%11.1f %12.1f%n",
          100 * matrix.recall(truth),
          100 * matrix.precision(truth));
    }
  }

  @Override
  public void addTo(JsonObject report) {
    report.addProperty("clips", strangers.confusion().total());
    report.add("wa", ReportJson.summary(strangers.foldAccuracy()));
    report.add("uar", ReportJson.summary(strangers.foldRecall()));
    report.add("wa_per_speaker", ReportJson.summary(strangers.speakerAccuracy()));
    List<ConfusionMatrix> folds = List.copyOf(strangers.byFold().values());
    report.add(
        "wa_per_fold",
        ReportJson.numbers(folds.stream().map(ConfusionMatrix::weightedAccuracy).toList()));
    report.add(
        "uar_per_fold",
        ReportJson.numbers(folds.stream().map(ConfusionMatrix::unweightedAverageRecall).toList()));
    JsonObject speakers = new JsonObject();
    strangers
        .bySpeaker()
        .forEach(
            (speaker, matrix) ->
                speakers.addProperty(speaker, ReportJson.rounded(matrix.weightedAccuracy())));
    report.add("speakers", speakers);
    if (acquaintances != null) {
      report.addProperty("profile_clips", profileClips);
      report.add("wa_with_profile", ReportJson.summary(acquaintances.foldAccuracy()));
      report.add("uar_with_profile", ReportJson.summary(acquaintances.foldRecall()));
    }
  }
}
