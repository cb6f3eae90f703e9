// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.undertone.model.export.Precision;
import org.undertone.model.train.ExportCheck;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/**
 * What came out of one training and its test.
 *
 * @param strangers predictions without a voice profile, by precision of the file
 * @param bySize predictions with voice profiles of several sizes, all of the same clips of a speaker
 * @param single predictions with a profile of one size, of all clips that it has not heard
 * @param members predictions without a profile of each net of a committee alone; none of a single net
 * @param exports how the files compare with the network
 */
record FoldResult(
    Map<Precision, List<Prediction>> strangers,
    SortedMap<Integer, List<Prediction>> bySize,
    List<Prediction> single,
    List<List<Prediction>> members,
    List<ExportCheck> exports) {

  /** Returns the result as JSON; scores survive exactly. */
  JsonObject toJson() {
    JsonObject json = new JsonObject();
    JsonObject precisions = new JsonObject();
    strangers.forEach((precision, some) -> precisions.add(precision.name(), rows(some)));
    json.add("strangers", precisions);
    JsonObject sizes = new JsonObject();
    bySize.forEach((size, some) -> sizes.add(Integer.toString(size), rows(some)));
    json.add("by_size", sizes);
    json.add("single", rows(single));
    JsonArray alone = new JsonArray();
    members.forEach(some -> alone.add(rows(some)));
    json.add("members", alone);
    JsonArray checks = new JsonArray();
    for (ExportCheck check : exports) {
      JsonArray row = new JsonArray();
      row.add(check.precision().name());
      row.add(check.clips());
      row.add(check.sameClass());
      row.add(check.largestDifference());
      checks.add(row);
    }
    json.add("exports", checks);
    return json;
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws RuntimeException of several kinds if it is something else
   */
  static FoldResult fromJson(JsonObject json) {
    Map<Precision, List<Prediction>> strangers = new EnumMap<>(Precision.class);
    for (Map.Entry<String, JsonElement> one : json.getAsJsonObject("strangers").entrySet()) {
      strangers.put(Precision.valueOf(one.getKey()), predictions(one.getValue()));
    }
    SortedMap<Integer, List<Prediction>> bySize = new TreeMap<>();
    for (Map.Entry<String, JsonElement> one : json.getAsJsonObject("by_size").entrySet()) {
      bySize.put(Integer.valueOf(one.getKey()), predictions(one.getValue()));
    }
    List<ExportCheck> exports = new ArrayList<>();
    for (JsonElement one : json.getAsJsonArray("exports")) {
      JsonArray row = one.getAsJsonArray();
      exports.add(
          new ExportCheck(
              Precision.valueOf(row.get(0).getAsString()),
              row.get(1).getAsInt(),
              row.get(2).getAsInt(),
              row.get(3).getAsDouble()));
    }
    List<List<Prediction>> members = new ArrayList<>();
    json.getAsJsonArray("members").forEach(one -> members.add(predictions(one)));
    return new FoldResult(strangers, bySize, predictions(json.get("single")), members, exports);
  }

  private static JsonArray rows(List<Prediction> predictions) {
    JsonArray rows = new JsonArray();
    for (Prediction one : predictions) {
      JsonArray row = new JsonArray();
      row.add(one.clip());
      row.add(one.speaker());
      row.add(one.fold());
      row.add(one.truth().label());
      if (one.scores() != null) {
        for (float probability : one.scores().toArray()) {
          row.add(probability);
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Prediction> predictions(JsonElement rows) {
    List<Prediction> predictions = new ArrayList<>();
    for (JsonElement one : rows.getAsJsonArray()) {
      JsonArray row = one.getAsJsonArray();
      float[] scores = new float[row.size() - 4];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = row.get(4 + i).getAsFloat();
      }
      predictions.add(
          new Prediction(
              row.get(0).getAsString(),
              row.get(1).getAsString(),
              row.get(2).getAsInt(),
              Emotion.ofLabel(row.get(3).getAsString()),
              scores.length == 0 ? null : EmotionScores.of(scores)));
    }
    return predictions;
  }
}
