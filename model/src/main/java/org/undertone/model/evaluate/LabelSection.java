// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The same predictions counted in eight, four and three labels, and in those of the clips alone where
 * that says something else; without a voice profile, and with one on the clips that it has not heard.
 */
final class LabelSection implements Section {
  /**
   * One way to count, on the clips that a profile has not heard.
   *
   * @param with accuracy with the profile
   * @param without accuracy without a profile on the same clips
   */
  private record Pair(Figure with, Figure without) {}

  private final List<Figure> figures;
  private final List<Pair> profile = new ArrayList<>();
  private final int profileClips;

  LabelSection(Outcome outcome) {
    List<Prediction> strangers = outcome.strangers().predictions();
    List<LabelView> views = new ArrayList<>(LabelView.ALL);
    LabelView.ofEmotions(strangers).ifPresent(view -> views.add(1, view));
    figures = views.stream().map(view -> view.count(strangers)).filter(Objects::nonNull).toList();
    profileClips = outcome.profileClips();
    if (outcome.acquaintances() != null) {
      List<Prediction> with = outcome.acquaintances().predictions();
      Set<String> clips = with.stream().map(Prediction::clip).collect(Collectors.toSet());
      List<Prediction> without =
          strangers.stream().filter(one -> clips.contains(one.clip())).toList();
      for (LabelView view : views) {
        Figure figure = view.count(with);
        if (figure != null) {
          profile.add(new Pair(figure, view.count(without)));
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
    for (Pair pair : profile) {
      out.printf(Locale.ROOT, "  %-62s %s%n", pair.with().name(), pair.with().text());
      out.printf(Locale.ROOT, "  %-62s %s%n", "  without", pair.without().text());
    }
  }

  @Override
  public void addTo(JsonObject report) {
    report.add("labels", ReportJson.figures(figures));
    if (!profile.isEmpty()) {
      JsonArray pairs = new JsonArray();
      for (Pair pair : profile) {
        JsonObject json = pair.with().toJson();
        json.addProperty("wa_without", ReportJson.rounded(pair.without().accuracy().mean()));
        json.addProperty("uar_without", ReportJson.rounded(pair.without().recall().mean()));
        pairs.add(json);
      }
      report.add("labels_with_profile", pairs);
    }
  }
}
