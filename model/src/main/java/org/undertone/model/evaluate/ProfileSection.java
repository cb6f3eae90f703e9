// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What voice profiles of several sizes bring, each beside no profile on the same clips. */
final class ProfileSection implements Section {
  /**
   * One size.
   *
   * @param size of the profile
   * @param pair accuracy with it and without
   */
  private record Row(String size, PairedFigure pair) {
    Figure with() {
      return pair.with();
    }

    Figure without() {
      return pair.without();
    }
  }

  private final List<Row> rows = new ArrayList<>();

  ProfileSection(Outcome outcome) {
    for (Map.Entry<Integer, Results> one : outcome.bySize().entrySet()) {
      Results same = new Results(outcome.strangers().onClipsOf(one.getValue()));
      String size = ProfileSizes.name(one.getKey());
      rows.add(
          new Row(
              size,
              new PairedFigure(
                  Figure.of("profile size " + size, one.getValue()), Figure.of(size, same))));
    }
  }

  List<Figure> figures() {
    return rows.stream().map(Row::with).toList();
  }

  @Override
  public void print(PrintWriter out) {
    if (rows.isEmpty()) {
      return;
    }
    out.println(
        "Profile size: clips of the speaker, without labels, that the profile heard first.");
    out.println("All numbers of clips are tested on the same clips of a speaker, which no profile");
    out.println(
        "heard. With `all` the profile also heard the clips that are tested: transductive.");
    out.println("size   clips   WA %    UAR %   without a profile, same clips: WA %    UAR %");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "%-6s %-7d %-7.1f %-7.1f %36s %-7.1f %-7.1f%n",
          row.size(),
          row.with().clips(),
          100 * row.with().accuracy().mean(),
          100 * row.with().recall().mean(),
          "",
          100 * row.without().accuracy().mean(),
          100 * row.without().recall().mean());
    }
    out.println();
  }

  @Override
  public void addTo(JsonObject report) {
    JsonArray sizes = new JsonArray();
    for (Row row : rows) {
      JsonObject json = row.with().toJson();
      json.remove("name");
      json.addProperty("size", row.size());
      json.addProperty("transductive", row.size().equals(ProfileSizes.name(ProfileSizes.ALL)));
      row.pair().addWithoutTo(json);
      sizes.add(json);
    }
    report.add("profile_sizes", sizes);
  }
}
