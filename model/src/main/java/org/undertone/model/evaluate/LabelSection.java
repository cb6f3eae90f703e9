// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The same predictions counted in eight, four and three labels, and in those of the clips alone where
 * that says something else; without a voice profile, and with one on the clips that it has not heard.
 */
final class LabelSection implements Section {
  private final List<Figure> figures;
  private final List<PairedFigure> profile = new ArrayList<>();
  private final int profileClips;

  LabelSection(Outcome outcome) {
    List<Prediction> strangers = outcome.strangers().predictions();
    List<LabelView> views = new ArrayList<>(LabelView.ALL);
    LabelView.ofEmotions(strangers).ifPresent(view -> views.add(1, view));
    figures = views.stream().map(view -> view.count(strangers)).filter(Objects::nonNull).toList();
    profileClips = outcome.profileClips();
    if (outcome.acquaintances() != null) {
      List<Prediction> with = outcome.acquaintances().predictions();
      List<Prediction> without = outcome.strangers().onClipsOf(outcome.acquaintances());
      for (LabelView view : views) {
        Figure figure = view.count(with);
        if (figure != null) {
          profile.add(new PairedFigure(figure, view.count(without)));
        }
      }
    }
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
    for (Figure figure : figures) {
      out.printf(Locale.ROOT, "  %-62s %s%n", figure.name(), figure.text());
    }
    if (!profile.isEmpty()) {
      out.println(
          "With a voice profile of "
              + profileClips
              + " clips, and without one, on the clips that it has not heard:");
    }
    for (PairedFigure pair : profile) {
      out.printf(Locale.ROOT, "  %-62s %s%n", pair.with().name(), pair.with().text());
      out.printf(Locale.ROOT, "  %-62s %s%n", "  without", pair.without().text());
    }
  }

  @Override
  public void addTo(JsonObject report) {
    report.add("labels", ReportJson.figures(figures));
    if (!profile.isEmpty()) {
      JsonArray pairs = new JsonArray();
      for (PairedFigure pair : profile) {
        JsonObject json = pair.with().toJson();
        pair.addWithoutTo(json);
        pairs.add(json);
      }
      report.add("labels_with_profile", pairs);
    }
  }
}
