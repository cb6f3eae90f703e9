// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.model.evaluate.Summary;

/** What {@code ser evaluate} wrote of the shipped model's recipe. Immutable. */
public final class ShippedEvaluation {
  private final String protocol;
  private final long clips;
  private final Summary accuracy;
  private final Summary recall;
  private final List<List<String>> profile;

  private ShippedEvaluation(JsonObject json) {
    StringBuilder words = new StringBuilder(json.get("protocol").getAsString());
    for (JsonElement note : json.getAsJsonArray("notes")) {
      words.append("; ").append(note.getAsString());
    }
    protocol = words.append('.').toString();
    clips = json.get("clips").getAsLong();
    accuracy = summary(json, "wa");
    recall = summary(json, "uar");
    profile = new ArrayList<>();
    if (json.has("wa_with_profile")) {
      profile.add(
          List.of(
              "of " + json.get("profile_clips").getAsInt() + " clips, without labels",
              Texts.percent(summary(json, "wa_with_profile")),
              Texts.percent(summary(json, "uar_with_profile")),
              ""));
    }
  }

  /**
   * Reads a report.
   *
   * @throws IOException if it cannot be read or is no report of an evaluation
   */
  public static ShippedEvaluation read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    try {
      return new ShippedEvaluation(JsonParser.parseString(text).getAsJsonObject());
    } catch (RuntimeException e) {
      throw new IOException(
          file + " is no report.json of ser evaluate over folds: " + e.getMessage(), e);
    }
  }

  private static Summary summary(JsonObject json, String name) {
    JsonObject one = json.getAsJsonObject(name);
    return new Summary(
        one.get("mean").getAsDouble(),
        one.get("deviation").getAsDouble(),
        one.get("min").getAsDouble(),
        one.get("median").getAsDouble(),
        one.get("max").getAsDouble());
  }

  /** Returns how it was measured. */
  String protocol() {
    return protocol;
  }

  /** Returns WA in percent. */
  String accuracy() {
    return Texts.percent(accuracy);
  }

  /** Returns voice profile, WA, UAR and number of clips, a row each. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("none", Texts.percent(accuracy), Texts.percent(recall), Long.toString(clips)));
    rows.addAll(profile);
    return List.copyOf(rows);
  }
}
