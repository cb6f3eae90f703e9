// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/**
 * How a model hears one person on the whole: the running mean of its answers to that person's speech,
 * never audio. Some voices always sound a little sad to a model, or never angry; {@link #correct}
 * takes that bias out. What is averaged are centred answers, {@code log p} less its mean over the
 * labels, weighted by frames of speech. With {@code n} frames heard and a prior of {@code k}, {@code
 * n / (n + k)} of the mean is taken out, but no more than {@link #LARGEST_BIAS} of a label: what goes
 * beyond is not the voice but the mood of what was heard. Not thread-safe.
 */
public final class VoiceProfile {
  /**
   * Largest bias that is taken for the voice's, natural logarithm. Measured: the means of speakers whose
   * emotions are balanced deviate by some 0.4 where the model knows their language, by up to 1.3 where
   * not. Within this bound little of the gain is lost, and the odds of two labels move by e² at most.
   */
  public static final double LARGEST_BIAS = 1;

  private static final double LEAST_PROBABILITY = 1e-5;

  private final double priorFrames;
  private final String identity;
  private final double[] mean;
  private final double[] scratch;
  private long frames;

  /** Starts an empty profile for a model: it corrects nothing. */
  public VoiceProfile(ModelSpec spec) {
    priorFrames = spec.profilePriorFrames();
    identity = spec.identity();
    mean = new double[spec.labels().size()];
    scratch = new double[mean.length];
  }

  private VoiceProfile(VoiceProfile other) {
    priorFrames = other.priorFrames;
    identity = other.identity;
    mean = other.mean.clone();
    scratch = new double[mean.length];
    frames = other.frames;
  }

  /** Returns a profile that has heard the same, and goes its own way from here. */
  public VoiceProfile copy() {
    return new VoiceProfile(this);
  }

  /** Returns whether this profile was made for the network of a model. */
  public boolean fits(ModelSpec spec) {
    return identity.equals(spec.identity());
  }

  /** Returns the {@linkplain ModelSpec#identity identity} of the model it was made for. */
  public String model() {
    return identity;
  }

  /** Returns the number of frames of speech heard. */
  public long frames() {
    return frames;
  }

  /** Returns the share of the person's mean answer that is taken out, 0 to 1. */
  public double maturity() {
    return frames / (frames + priorFrames);
  }

  /** Forgets all that was heard. */
  public void clear() {
    frames = 0;
    Arrays.fill(mean, 0);
  }

  /**
   * Hears the network's answer to a window of the person's speech.
   *
   * @param probabilities as the network gave them, {@code [label]}, finite, neither corrected nor
   *     calibrated
   * @param speechFrames frames of speech in the window that no earlier answer was heard for, 0 or more
   */
  public void add(float[] probabilities, int speechFrames) {
    if (speechFrames == 0) {
      return;
    }
    double center = 0;
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] = Math.log(Math.max(probabilities[i], LEAST_PROBABILITY));
      center += scratch[i] / scratch.length;
    }
    frames += speechFrames;
    for (int i = 0; i < mean.length; i++) {
      mean[i] += (scratch[i] - center - mean[i]) * speechFrames / frames;
    }
  }

  /**
   * Hears all that another profile of the same network heard.
   *
   * @throws IllegalArgumentException if the other is of another network
   */
  public void addAll(VoiceProfile other) {
    if (!identity.equals(other.identity)) {
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

  /**
   * Becomes the mean of profiles of the same network that began alike and heard the same speech in
   * different ways: weighted by what each heard, and with the mean of their frames. So a frame counts
   * once, in however many ways it was heard.
   *
   * @param ways at least one
   * @throws IllegalArgumentException if one is of another network, or there is none
   */
  public void setMean(List<VoiceProfile> ways) {
    require(!ways.isEmpty(), "the mean of no voice profiles");
    VoiceProfile sum = copy();
    sum.clear();
    ways.forEach(sum::addAll);
    frames = Math.round((double) sum.frames / ways.size());
    System.arraycopy(sum.mean, 0, mean, 0, mean.length);
  }

  /**
   * Takes the bias out of the network's probabilities, {@code [label]}, in place.
   *
   * @param probabilities which sum to 1; what comes out does, too
   */
  public void correct(float[] probabilities) {
    if (frames == 0) {
      return;
    }
    double maturity = maturity();
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      double bias = Math.max(-LARGEST_BIAS, Math.min(LARGEST_BIAS, maturity * mean[i]));
      scratch[i] = probabilities[i] * Math.exp(-bias);
      sum += scratch[i];
    }
    for (int i = 0; i < mean.length; i++) {
      probabilities[i] = (float) (scratch[i] / sum);
    }
  }

  /** Returns the profile as JSON, for keeping it. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("model", identity);
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
        json.has("model") && SpecJson.text(json, "model").equals(identity),
        "it was made with another model");
    frames = SpecJson.integer(json, "frames");
    require(frames >= 0, "it has " + frames + " frames");
    double[] means = SpecJson.numbers(json, "mean_answer");
    require(means.length == mean.length, "it has " + means.length + " mean answers");
    for (double value : means) {
      require(Math.abs(value) <= -Math.log(LEAST_PROBABILITY), "it has a mean answer of " + value);
    }
    System.arraycopy(means, 0, mean, 0, means.length);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
