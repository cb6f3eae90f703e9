// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What voice profiles of several sizes bring, each beside no profile on the same clips. */
final class ProfileSection implements Section {
  /**
   * One size.
   *
   * @param with accuracy with the profile
   * @param without accuracy without a profile on the same clips
   */
  private record Row(String size, Figure with, Figure without) {}

  private final List<Row> rows = new ArrayList<>();

  ProfileSection(Outcome outcome) {
    for (Map.Entry<Integer, Results> one : outcome.bySize().entrySet()) {
      Set<String> clips =
          one.getValue().predictions().stream().map(Prediction::clip).collect(Collectors.toSet());
      Results same =
          new Results(
              outcome.strangers().predictions().stream()
                  .filter(prediction -> clips.contains(prediction.clip()))
                  .toList());
      String size = ProfileSizes.name(one.getKey());
      rows.add(
          new Row(size, Figure.of("profile size " + size, one.getValue()), Figure.of(size, same)));
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
      json.addProperty("wa_without", ReportJson.rounded(row.without().accuracy().mean()));
      json.addProperty("uar_without", ReportJson.rounded(row.without().recall().mean()));
      sizes.add(json);
    }
    report.add("profile_sizes", sizes);
  }
}
