// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;

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

  /** Normalises frames in place: {@code (x - mean) / std}, {@code [frame][coefficient]} row by row. */
  public void normalise(float[] features) {
    for (int row = 0; row < features.length; row += mean.length) {
      for (int i = 0; i < mean.length; i++) {
        features[row + i] = (features[row + i] - mean[i]) / std[i];
      }
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof FeatureStatistics
        && Arrays.equals(mean, ((FeatureStatistics) o).mean)
        && Arrays.equals(std, ((FeatureStatistics) o).std);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(std);
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.add("mean", array(mean));
    json.add("std", array(std));
    return json;
  }

  static FeatureStatistics fromJson(JsonObject json) {
    return new FeatureStatistics(floats(json, "mean"), floats(json, "std"));
  }

  private static JsonArray array(float[] values) {
    JsonArray array = new JsonArray(values.length);
    for (float value : values) {
      array.add(value);
    }
    return array;
  }

  private static float[] floats(JsonObject json, String name) {
    double[] numbers = SpecJson.numbers(json, name);
    float[] values = new float[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) numbers[i];
    }
    return values;
  }
}
