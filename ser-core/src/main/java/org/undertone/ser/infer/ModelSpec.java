// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.undertone.ser.Emotion;
import org.undertone.ser.feature.MfccSpec;

/**
 * What a model file says of itself: everything that is needed to feed it and to read its answer;
 * immutable. It travels in the file as JSON.
 *
 * @param name name of the model, for people
 * @param labels emotions in the order of the network's output
 * @param mfcc the features
 * @param windowFrames frames in the network's input, 2 or more
 * @param hopFrames frames from one verdict to the next
 * @param floorDb log-mel values further than this below the window's loudest are raised to it, dB
 * @param minSpeechSeconds speech in the window without which there is no verdict
 * @param statistics global mean and deviation of the features of speech
 * @param profilePriorFrames frames of speech after which a voice profile takes out half of the mean answer
 * @param temperature divides the log-probabilities to calibrate them
 * @param unsureThreshold calibrated probability of the best label below which the answer is "unsure"
 * @param provenance where the model comes from (corpora, folds, seed, commit, scores): a JSON object
 *     as text
 */
public record ModelSpec(
    String name,
    List<Emotion> labels,
    MfccSpec mfcc,
    int windowFrames,
    int hopFrames,
    double floorDb,
    double minSpeechSeconds,
    FeatureStatistics statistics,
    double profilePriorFrames,
    double temperature,
    double unsureThreshold,
    String provenance) {

  /**
   * Version of the JSON form and of what it stands for; a file of another version is refused. Format 1
   * filled a window by repeating its frames, pauses included.
   */
  public static final int FORMAT = 2;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range; the message names it
   */
  public ModelSpec {
    labels = List.copyOf(labels);
    provenance = normalised(provenance);
    require(!name.isEmpty(), "the model has no name");
    require(labels.size() >= 2, "the model has fewer than two labels");
    require(new HashSet<>(labels).size() == labels.size(), "the model repeats a label");
    require(windowFrames >= 2 && windowFrames <= 10_000, "window_frames is " + windowFrames);
    require(hopFrames >= 1 && hopFrames <= 10_000, "hop_frames is " + hopFrames);
    require(floorDb > 0 && floorDb <= 200, "floor_db is " + floorDb);
    require(
        minSpeechSeconds >= 0 && minSpeechSeconds <= windowFrames * mfcc.hopSeconds(),
        "min_speech_seconds is " + minSpeechSeconds);
    require(
        statistics.size() == mfcc.nMfcc(),
        "statistics of " + statistics.size() + " coefficients for " + mfcc.nMfcc());
    require(
        profilePriorFrames > 0 && profilePriorFrames < 1e9,
        "profile_prior_frames is " + profilePriorFrames);
    require(temperature >= 0.01 && temperature <= 100, "temperature is " + temperature);
    require(unsureThreshold >= 0 && unsureThreshold <= 1, "unsure_threshold is " + unsureThreshold);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Returns the length of the window in seconds. */
  public double windowSeconds() {
    return windowFrames * mfcc.hopSeconds();
  }

  /**
   * Returns this spec calibrated otherwise.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public ModelSpec withCalibration(double newTemperature, double newUnsureThreshold) {
    return copy(name, newTemperature, newUnsureThreshold, provenance);
  }

  /**
   * Returns this spec for a model derived from this one.
   *
   * @throws IllegalArgumentException if the name is empty or the provenance is not a JSON object
   */
  public ModelSpec derived(String newName, String newProvenance) {
    return copy(newName, temperature, unsureThreshold, newProvenance);
  }

  private ModelSpec copy(
      String newName, double newTemperature, double newThreshold, String newProvenance) {
    return new ModelSpec(
        newName,
        labels,
        mfcc,
        windowFrames,
        hopFrames,
        floorDb,
        minSpeechSeconds,
        statistics,
        profilePriorFrames,
        newTemperature,
        newThreshold,
        newProvenance);
  }

  /**
   * Returns a hash, 16 hexadecimal digits, of what the network is fed and of how it was trained: the
   * same for its files in every precision, however named, calibrated and evaluated.
   */
  public String identity() {
    JsonObject json = new JsonObject();
    JsonObject trained = SpecJson.parseObject(provenance);
    // Numbers of the file, which change no answer.
    trained.remove("evaluation");
    trained.remove("fine_tuning");
    json.add("provenance", trained);
    json.addProperty("labels", labels.toString());
    json.addProperty("features", mfcc.hash());
    json.addProperty("window_frames", windowFrames);
    json.addProperty("floor_db", floorDb);
    json.add("statistics", statistics.toJson());
    byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
    return Sha256.hex(text, text.length).substring(0, 16);
  }

  /** Returns this spec as JSON. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("name", name);
    JsonArray labelArray = new JsonArray();
    labels.forEach(label -> labelArray.add(label.label()));
    json.add("labels", labelArray);
    json.add("mfcc", mfcc.toJson());
    json.addProperty("feature_hash", mfcc.hash());
    json.addProperty("window_frames", windowFrames);
    json.addProperty("hop_frames", hopFrames);
    json.addProperty("floor_db", floorDb);
    json.addProperty("min_speech_seconds", minSpeechSeconds);
    json.add("statistics", statistics.toJson());
    json.addProperty("profile_prior_frames", profilePriorFrames);
    json.addProperty("temperature", temperature);
    json.addProperty("unsure_threshold", unsureThreshold);
    json.add("provenance", SpecJson.parseObject(provenance));
    return json;
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if the format is another one, a field is missing, of the wrong
   *     type or out of range, or the feature hash is not that of the features described; the message
   *     names the field
   */
  public static ModelSpec fromJson(JsonObject json) {
    int format = SpecJson.integer(json, "format");
    require(
        format == FORMAT,
        "format " + format + ", this version reads format " + FORMAT + ": train the model anew");
    MfccSpec mfcc = MfccSpec.fromJson(SpecJson.object(json, "mfcc"));
    String hash = SpecJson.text(json, "feature_hash");
    require(
        hash.equals(mfcc.hash()),
        "feature_hash is " + hash + ", but the features described have " + mfcc.hash());
    List<Emotion> labels = new ArrayList<>();
    for (JsonElement label : SpecJson.array(json, "labels")) {
      labels.add(Emotion.ofLabel(SpecJson.text(label, "labels")));
    }
    return new ModelSpec(
        SpecJson.text(json, "name"),
        labels,
        mfcc,
        SpecJson.integer(json, "window_frames"),
        SpecJson.integer(json, "hop_frames"),
        SpecJson.number(json, "floor_db"),
        SpecJson.number(json, "min_speech_seconds"),
        statistics(json),
        SpecJson.number(json, "profile_prior_frames"),
        SpecJson.number(json, "temperature"),
        SpecJson.number(json, "unsure_threshold"),
        SpecJson.object(json, "provenance").toString());
  }

  private static FeatureStatistics statistics(JsonObject json) {
    try {
      return FeatureStatistics.fromJson(SpecJson.object(json, "statistics"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("statistics: " + e.getMessage(), e);
    }
  }

  private static String normalised(String provenance) {
    try {
      return SpecJson.parseObject(provenance).toString();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("provenance: " + e.getMessage(), e);
    }
  }
}
