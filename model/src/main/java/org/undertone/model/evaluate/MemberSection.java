// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How good the nets of a committee are alone: what the committee brings, and how far chance goes. */
final class MemberSection implements Section {
  private final List<Double> accuracies;

  MemberSection(Outcome outcome) {
    accuracies = outcome.members().stream().map(results -> results.foldAccuracy().mean()).toList();
  }

  @Override
  public void print(PrintWriter out) {
    if (accuracies.isEmpty()) {
      return;
    }
    Summary summary = Summary.of(accuracies);
    out.printf(
        Locale.ROOT,
        "each of %d nets alone          WA %.1f %% ± %.1f (%.1f to %.1f), mean over the folds ±"
            + " deviation of the nets%n%n",
        accuracies.size(),
        100 * summary.mean(),
        100 * summary.deviation(),
        100 * summary.min(),
        100 * summary.max());
  }

  @Override
  public void addTo(JsonObject report) {
    if (!accuracies.isEmpty()) {
      report.add("wa_of_members_alone", ReportJson.numbers(accuracies));
    }
  }
}
