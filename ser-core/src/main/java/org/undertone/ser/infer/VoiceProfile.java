// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;

/**
 * How a model hears one person on the whole: the running mean of its answers to that person's speech,
 * never audio. Some voices always sound a little sad to a model, or never angry; {@link #correct}
 * takes that bias out. An answer is {@code log p - mean over the labels of log p}; frames of speech
 * weigh it. With {@code n} frames heard and a prior of {@code k}, {@code n / (n + k)} of the mean is
 * taken out of every answer, but no more than {@link #LARGEST_BIAS} of a label: what goes beyond is not
 * the voice but the mood of what was heard. Not thread-safe.
 */
public final class VoiceProfile {
  /**
   * Largest bias that is taken for the voice's, natural logarithm. Measured: the means of speakers whose
   * emotions are balanced deviate by some 0.4 where the model knows their language, by up to 1.3 where
   * not. Within this bound little of the gain is lost, and a profile that heard a single mood costs a
   * point at most.
   */
  public static final double LARGEST_BIAS = 1;

  private static final double LEAST_PROBABILITY = 1e-5;

  private final double priorFrames;
  private final String networkHash;
  private final double[] mean;
  private final double[] answer;
  private long frames;

  /** Starts an empty profile for a model: it corrects nothing. */
  public VoiceProfile(ModelSpec spec) {
    priorFrames = spec.profilePriorFrames();
    networkHash = spec.networkHash();
    mean = new double[spec.labels().size()];
    answer = new double[mean.length];
  }

  /** Returns whether this profile was made for the network of a model. */
  public boolean fits(ModelSpec spec) {
    return networkHash.equals(spec.networkHash());
  }

  /** Returns the number of frames of speech heard. */
  public long frames() {
    return frames;
  }

  /** Returns the share of the person's mean answer that is taken out, 0 to 1. */
  public double maturity() {
    return frames / (frames + priorFrames);
  }

  /** Forgets the person. */
  public void reset() {
    frames = 0;
    Arrays.fill(mean, 0);
  }

  /**
   * Hears the network's answer to a window of the person's speech.
   *
   * @param probabilities as the network gave them, {@code [label]}, neither corrected nor calibrated
   * @param speechFrames frames of speech in the window that no earlier answer was heard for, 0 or more
   */
  public void add(float[] probabilities, int speechFrames) {
    if (speechFrames == 0) {
      return;
    }
    double center = 0;
    for (int i = 0; i < answer.length; i++) {
      answer[i] = Math.log(Math.max(probabilities[i], LEAST_PROBABILITY));
      center += answer[i] / answer.length;
    }
    frames += speechFrames;
    for (int i = 0; i < mean.length; i++) {
      mean[i] += (answer[i] - center - mean[i]) * speechFrames / frames;
    }
  }

  /**
   * Hears all that another profile of the same network heard.
   *
   * @throws IllegalArgumentException if the other is of another network
   */
  public void addAll(VoiceProfile other) {
    if (!networkHash.equals(other.networkHash)) {
      throw new IllegalArgumentException("a voice profile of another model");
    }
    if (other.frames == 0) {
      return;
    }
    double total = (double) frames + other.frames;
    for (int i = 0; i < mean.length; i++) {
      mean[i] += (other.mean[i] - mean[i]) * other.frames / total;
    }
    frames += other.frames;
  }

  /** Takes the bias out of the network's probabilities, {@code [label]}, in place; they sum to 1 after. */
  public void correct(float[] probabilities) {
    if (frames == 0) {
      return;
    }
    double maturity = maturity();
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      double bias = Math.max(-LARGEST_BIAS, Math.min(LARGEST_BIAS, maturity * mean[i]));
      answer[i] = probabilities[i] * Math.exp(-bias);
      sum += answer[i];
    }
    for (int i = 0; i < mean.length; i++) {
      probabilities[i] = (float) (answer[i] / sum);
    }
  }

  /** Returns the profile as JSON, for keeping it. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("network_hash", networkHash);
    json.addProperty("frames", frames);
    JsonArray means = new JsonArray();
    for (double value : mean) {
      means.add(value);
    }
    json.add("mean_answer", means);
    return json;
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is damaged, or was made with another model
   */
  public static VoiceProfile fromJson(ModelSpec spec, JsonObject json) {
    VoiceProfile profile = new VoiceProfile(spec);
    try {
      profile.read(json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "this voice profile cannot be used, start a new one: " + e.getMessage(), e);
    }
    return profile;
  }

  private void read(JsonObject json) {
    require(
        SpecJson.text(json, "network_hash").equals(networkHash), "it was made with another model");
    frames = SpecJson.integer(json, "frames");
    require(frames >= 0, "it has " + frames + " frames");
    double[] means = SpecJson.numbers(json, "mean_answer");
    require(means.length == mean.length, "it has " + means.length + " mean answers");
    System.arraycopy(means, 0, mean, 0, means.length);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
