// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How good the nets of a committee are alone, the recipe's own first: what the committee brings. */
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
    String each =
        accuracies.stream()
            .map(accuracy -> String.format(Locale.ROOT, "%.1f", 100 * accuracy))
            .collect(Collectors.joining(", "));
    out.printf(
        Locale.ROOT,
        "each of its %d nets alone      WA %s %%, mean over the folds%n%n",
        accuracies.size(),
        each);
  }

  @Override
  public void addTo(JsonObject report) {
    if (!accuracies.isEmpty()) {
      report.add("wa_of_members_alone", ReportJson.numbers(accuracies));
    }
  }
}
