// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Mean and standard deviation of each MFCC over speech; immutable. */
public final class FeatureStatistics {
  private final float[] mean;
  private final float[] std;

  /**
   * Copies both arrays, {@code [coefficient]}.
   *
   * @throws IllegalArgumentException if they differ in length, are empty, or hold anything but finite
   *     means and finite positive deviations
   */
  public FeatureStatistics(float[] mean, float[] std) {
    if (mean.length == 0 || mean.length != std.length) {
      throw new IllegalArgumentException(
          "means of " + mean.length + " and deviations of " + std.length + " coefficients");
    }
    for (int i = 0; i < mean.length; i++) {
      if (!Float.isFinite(mean[i]) || !Float.isFinite(std[i]) || std[i] <= 0) {
        throw new IllegalArgumentException(
            "coefficient " + i + " has mean " + mean[i] + " and deviation " + std[i]);
      }
    }
    this.mean = mean.clone();
    this.std = std.clone();
  }

  /** Returns the number of coefficients. */
  public int size() {
    return mean.length;
  }

  /** Returns the mean of a coefficient. */
  public float mean(int coefficient) {
    return mean[coefficient];
  }

  /** Returns the standard deviation of a coefficient. */
  public float std(int coefficient) {
    return std[coefficient];
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.add("mean", array(mean));
    json.add("std", array(std));
    return json;
  }

  static FeatureStatistics fromJson(JsonObject json) {
    return new FeatureStatistics(
        floats(json.getAsJsonArray("mean")), floats(json.getAsJsonArray("std")));
  }

  private static JsonArray array(float[] values) {
    JsonArray array = new JsonArray(values.length);
    for (float value : values) {
      array.add(value);
    }
    return array;
  }

  private static float[] floats(JsonArray array) {
    float[] values = new float[array.size()];
    int i = 0;
    for (JsonElement element : array) {
      values[i++] = element.getAsFloat();
    }
    return values;
  }
}
