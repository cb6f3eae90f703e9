// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How good the nets of a committee are alone, the recipe's own first: what the committee brings. And
 * how good they are together by weights that every fold's other folds choose: what the recipe's
 * weights owe to having been chosen by someone who knew these numbers.
 */
final class MemberSection implements Section {
  private final List<String> names;
  private final List<Double> accuracies;
  private final Results chosen;

  MemberSection(List<String> names, Outcome outcome) {
    this.names = List.copyOf(names);
    accuracies = outcome.members().stream().map(results -> results.foldAccuracy().mean()).toList();
    boolean folds = Calibration.folds(outcome.raw()).size() > 1;
    chosen =
        accuracies.isEmpty() || !folds
            ? null
            : new Results(
                NetWeights.crossFitted(
                    outcome.members().stream().map(Results::predictions).toList()));
  }

  @Override
  public void print(PrintWriter out) {
    if (accuracies.isEmpty()) {
      return;
    }
    String each =
        IntStream.range(0, accuracies.size())
            .mapToObj(
                net -> String.format(Locale.ROOT, "%.1f %s", 100 * accuracies.get(net), name(net)))
            .collect(Collectors.joining(", "));
    out.printf(Locale.ROOT, "its nets alone                 WA %%, mean of folds: %s%n", each);
    if (chosen != null) {
      out.printf(
          Locale.ROOT,
          "weights of other folds' choice WA %.1f %% ± %.1f%n",
          100 * chosen.foldAccuracy().mean(),
          100 * chosen.foldAccuracy().deviation());
    }
    out.println();
  }

  private String name(int net) {
    return net < names.size() ? names.get(net) : "net " + (net + 1);
  }

  @Override
  public void addTo(JsonObject report) {
    if (!accuracies.isEmpty()) {
      report.add("wa_of_members_alone", ReportJson.numbers(accuracies));
    }
    if (chosen != null) {
      report.addProperty(
          "wa_with_cross_fitted_weights", ReportJson.rounded(chosen.foldAccuracy().mean()));
    }
  }
}
