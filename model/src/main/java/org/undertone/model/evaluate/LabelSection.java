// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The same predictions counted in eight, four and three labels, and in those of the clips alone where
 * that says something else; without a voice profile and with one.
 */
final class LabelSection implements Section {
  private final List<Figure> figures;
  private final List<Figure> withProfile;
  private final int profileClips;

  LabelSection(Outcome outcome) {
    List<Prediction> strangers = outcome.strangers().predictions();
    List<LabelView> views = new ArrayList<>(LabelView.ALL);
    LabelView.ofEmotions(strangers).ifPresent(view -> views.add(1, view));
    figures = count(views, strangers);
    withProfile =
        outcome.acquaintances() == null
            ? List.of()
            : count(views, outcome.acquaintances().predictions());
    profileClips = outcome.profileClips();
  }

  private static List<Figure> count(List<LabelView> views, List<Prediction> predictions) {
    return views.stream().map(view -> view.count(predictions)).filter(Objects::nonNull).toList();
  }

  List<Figure> figures() {
    return figures;
  }

  /** Returns the figure of neutral, happy, sad and angry alone; null if there is no such clip. */
  Figure usualFour() {
    return figures.stream()
        .filter(figure -> figure.name().equals(LabelView.USUAL_FOUR.name()))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void print(PrintWriter out) {
    out.println("The same predictions, counted in fewer labels:");
    print(out, figures);
    if (!withProfile.isEmpty()) {
      out.println("The same with a voice profile of " + profileClips + " clips:");
      print(out, withProfile);
    }
  }

  private static void print(PrintWriter out, List<Figure> figures) {
    for (Figure figure : figures) {
      out.printf(Locale.ROOT, "  %-62s %s%n", figure.name(), figure.text());
    }
  }

  @Override
  public void addTo(JsonObject report) {
    report.add("labels", ReportJson.figures(figures));
    if (!withProfile.isEmpty()) {
      report.add("labels_with_profile", ReportJson.figures(withProfile));
    }
  }
}
