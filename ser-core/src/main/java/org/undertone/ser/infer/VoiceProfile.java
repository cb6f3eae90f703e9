// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;

/**
 * How one person's speech sounds on the whole: running mean and variance of the features of their
 * speech, never of audio. Features are normalised by it. A young profile is shrunk towards the global
 * statistics of the model: with {@code n} frames of speech and a prior of {@code k} frames, mean and
 * variance are {@code (n·own + k·global) / (n + k)}. Not thread-safe.
 */
public final class VoiceProfile {
  private final FeatureStatistics global;
  private final double priorFrames;
  private final String featureHash;
  private final double floorDb;
  private final double[] mean;
  private final double[] squares;
  private final float[] normaliseMean;
  private final float[] normaliseScale;
  private long frames;

  /** Starts an empty profile for a model: it normalises by the model's global statistics. */
  public VoiceProfile(ModelSpec spec) {
    global = spec.statistics();
    priorFrames = spec.profilePriorFrames();
    featureHash = spec.mfcc().hash();
    floorDb = spec.floorDb();
    mean = new double[global.size()];
    squares = new double[global.size()];
    normaliseMean = new float[global.size()];
    normaliseScale = new float[global.size()];
    refresh();
  }

  /** Returns whether this profile was made for the features and the global statistics of a model. */
  public boolean fits(ModelSpec spec) {
    return featureHash.equals(spec.mfcc().hash())
        && floorDb == spec.floorDb()
        && global.equals(spec.statistics());
  }

  /** Returns the number of frames of speech heard. */
  public long frames() {
    return frames;
  }

  /** Returns the weight of the person's own statistics against the global ones, 0 to 1. */
  public double maturity() {
    return frames / (frames + priorFrames);
  }

  /** Forgets the person. */
  public void reset() {
    frames = 0;
    Arrays.fill(mean, 0);
    Arrays.fill(squares, 0);
    refresh();
  }

  /**
   * Hears a frame of speech, not normalised, at {@code features[offset ..]}. It counts from the next
   * {@link #refresh} on. Welford's update, which keeps its precision over hours.
   */
  public void add(float[] features, int offset) {
    frames++;
    for (int i = 0; i < mean.length; i++) {
      double difference = features[offset + i] - mean[i];
      mean[i] += difference / frames;
      squares[i] += difference * (features[offset + i] - mean[i]);
    }
  }

  /**
   * Hears all that another profile of the same features heard, as if frame by frame. It counts from the
   * next {@link #refresh} on. Chan's formula for merging variances.
   *
   * @throws IllegalArgumentException if the other has other features
   */
  public void addAll(VoiceProfile other) {
    if (!featureHash.equals(other.featureHash)) {
      throw new IllegalArgumentException("a voice profile of other features");
    }
    if (other.frames == 0) {
      return;
    }
    double total = (double) frames + other.frames;
    for (int i = 0; i < mean.length; i++) {
      double difference = other.mean[i] - mean[i];
      mean[i] += difference * other.frames / total;
      squares[i] += other.squares[i] + difference * difference * frames * other.frames / total;
    }
    frames += other.frames;
  }

  /** Lets the frames heard so far count in {@link #normalise}. */
  public void refresh() {
    double total = frames + priorFrames;
    for (int i = 0; i < mean.length; i++) {
      double globalVariance = (double) global.std(i) * global.std(i);
      normaliseMean[i] = (float) ((frames * mean[i] + priorFrames * global.mean(i)) / total);
      double variance = (squares[i] + priorFrames * globalVariance) / total;
      normaliseScale[i] = (float) (1 / Math.sqrt(variance));
    }
  }

  /** Normalises frames in place: {@code (x - mean) / std}, {@code [frame][coefficient]} row by row. */
  public void normalise(float[] features) {
    int coefficients = normaliseMean.length;
    for (int row = 0; row < features.length; row += coefficients) {
      for (int i = 0; i < coefficients; i++) {
        features[row + i] = (features[row + i] - normaliseMean[i]) * normaliseScale[i];
      }
    }
  }

  /** Returns the profile as JSON, for keeping it. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("feature_hash", featureHash);
    json.addProperty("floor_db", floorDb);
    json.addProperty("frames", frames);
    JsonArray means = new JsonArray();
    JsonArray sums = new JsonArray();
    for (int i = 0; i < mean.length; i++) {
      means.add(mean[i]);
      sums.add(squares[i]);
    }
    json.add("mean", means);
    json.add("squares", sums);
    return json;
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is damaged, or made with other features than the model's
   */
  public static VoiceProfile fromJson(ModelSpec spec, JsonObject json) {
    VoiceProfile profile = new VoiceProfile(spec);
    try {
      profile.read(json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "this voice profile cannot be used, start a new one: " + e.getMessage(), e);
    }
    profile.refresh();
    return profile;
  }

  private void read(JsonObject json) {
    require(
        SpecJson.text(json, "feature_hash").equals(featureHash)
            && SpecJson.number(json, "floor_db") == floorDb,
        "it was made with other features than the model's");
    frames = SpecJson.integer(json, "frames");
    require(frames >= 0, "it has " + frames + " frames");
    double[] means = SpecJson.numbers(json, "mean");
    double[] sums = SpecJson.numbers(json, "squares");
    require(
        means.length == mean.length && sums.length == mean.length,
        "it has " + means.length + " means and " + sums.length + " sums of squares");
    for (int i = 0; i < mean.length; i++) {
      require(sums[i] >= 0, "coefficient " + i + " has a negative sum of squares");
      mean[i] = means[i];
      squares[i] = sums[i];
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
