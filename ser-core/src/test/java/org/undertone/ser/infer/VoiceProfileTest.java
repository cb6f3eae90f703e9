// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VoiceProfileTest {
  private static final ModelSpec SPEC = Models.spec();
  private static final int COEFFICIENTS = SPEC.mfcc().nMfcc();

  @Test
  void aStrangerIsNormalisedByTheGlobalStatistics() {
    VoiceProfile profile = new VoiceProfile(SPEC);
    float[] features = voice(1, 3);
    float[] normalised = features.clone();
    profile.normalise(normalised);
    for (int i = 0; i < features.length; i++) {
      int k = i % COEFFICIENTS;
      float expected = (features[i] - SPEC.statistics().mean(k)) / SPEC.statistics().std(k);
      assertThat(normalised[i]).isCloseTo(expected, Offset.offset(1e-4f));
    }
    assertThat(profile.maturity()).isZero();
  }

  /** Mean and variance by two passes, shrunk as the class says. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50, 400, 20_000})
  void isShrunkTowardsTheGlobalStatistics(int frames) {
    float[] heard = voice(7, frames);
    VoiceProfile profile = profileOf(heard);
    float[] normalised = Arrays.copyOf(heard, COEFFICIENTS);
    profile.normalise(normalised);
    double prior = SPEC.profilePriorFrames();
    for (int k = 0; k < COEFFICIENTS; k++) {
      double mean = 0;
      for (int frame = 0; frame < frames; frame++) {
        mean += heard[frame * COEFFICIENTS + k];
      }
      mean /= frames;
      double squares = 0;
      for (int frame = 0; frame < frames; frame++) {
        double difference = heard[frame * COEFFICIENTS + k] - mean;
        squares += difference * difference;
      }
      double std = SPEC.statistics().std(k);
      double shrunkMean = (frames * mean + prior * SPEC.statistics().mean(k)) / (frames + prior);
      double shrunkVariance = (squares + prior * std * std) / (frames + prior);
      assertThat((double) normalised[k])
          .isCloseTo((heard[k] - shrunkMean) / Math.sqrt(shrunkVariance), Offset.offset(1e-4));
    }
    assertThat(profile.frames()).isEqualTo(frames);
    assertThat(profile.maturity()).isEqualTo(frames / (frames + prior));
  }

  @Test
  void keepsItsPrecisionOverHours() {
    VoiceProfile profile = new VoiceProfile(SPEC);
    float[] frame = new float[COEFFICIENTS];
    int frames = 2_000_000;
    for (int i = 0; i < frames; i++) {
      Arrays.fill(frame, i % 2 == 0 ? 10_001 : 9_999);
      profile.add(frame, 0);
    }
    JsonObject json = profile.toJson();
    assertThat(json.getAsJsonArray("mean").get(0).getAsDouble())
        .isCloseTo(10_000, Offset.offset(1e-6));
    assertThat(json.getAsJsonArray("squares").get(0).getAsDouble() / frames)
        .isCloseTo(1, Offset.offset(1e-6));
  }

  @Test
  void framesCountFromTheNextRefreshOn() {
    VoiceProfile profile = new VoiceProfile(SPEC);
    float[] heard = voice(5, 100);
    float[] before = heard.clone();
    profile.normalise(before);
    for (int frame = 0; frame < 100; frame++) {
      profile.add(heard, frame * COEFFICIENTS);
    }
    float[] added = heard.clone();
    profile.normalise(added);
    assertThat(added).isEqualTo(before);
    profile.refresh();
    float[] refreshed = heard.clone();
    profile.normalise(refreshed);
    assertThat(refreshed).isNotEqualTo(before);
  }

  @Test
  void comesBackFromJsonAndLearnsOn() {
    float[] heard = voice(9, 300);
    VoiceProfile all = profileOf(heard);
    VoiceProfile half = profileOf(Arrays.copyOf(heard, 150 * COEFFICIENTS));
    VoiceProfile read =
        VoiceProfile.fromJson(
            SPEC, JsonParser.parseString(half.toJson().toString()).getAsJsonObject());
    for (int frame = 150; frame < 300; frame++) {
      read.add(heard, frame * COEFFICIENTS);
    }
    read.refresh();
    assertThat(read.toJson()).isEqualTo(all.toJson());
    float[] expected = heard.clone();
    all.normalise(expected);
    read.normalise(heard);
    assertThat(heard).isEqualTo(expected);
  }

  @Test
  void forgetsAPerson() {
    VoiceProfile profile = profileOf(voice(9, 300));
    profile.reset();
    assertThat(profile.toJson()).isEqualTo(new VoiceProfile(SPEC).toJson());
    float[] features = voice(1, 1);
    float[] expected = features.clone();
    new VoiceProfile(SPEC).normalise(expected);
    profile.normalise(features);
    assertThat(features).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'frames': -1",
        "'frames': 'many'",
        "'frames': 1.5",
        "'frames': 'Infinity'",
        "'frames': 1e300",
        "'frames': {}",
        "'mean': []",
        "'mean': 3",
        "'squares': null",
        "'squares': [1, 2]",
        "'feature_hash': [1, 2]",
        "'feature_hash': 'another'",
        "'floor_db': 'deep'",
        "'floor_db': 42",
      })
  void refusesADamagedFile(String field) {
    JsonObject json = profileOf(voice(2, 10)).toJson();
    Map.Entry<String, JsonElement> entry =
        JsonParser.parseString("{" + field.replace('\'', '"') + "}")
            .getAsJsonObject()
            .entrySet()
            .iterator()
            .next();
    json.add(entry.getKey(), entry.getValue());
    assertRefused(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "x"})
  void refusesNumbersThatAreNone(String value) {
    for (String field : new String[] {"mean", "squares"}) {
      JsonObject json = profileOf(voice(2, 10)).toJson();
      json.getAsJsonArray(field).set(3, new JsonPrimitive(value));
      assertRefused(json);
      json.getAsJsonArray(field).set(3, new JsonArray());
      assertRefused(json);
    }
  }

  @Test
  void refusesANegativeVariance() {
    JsonObject json = profileOf(voice(2, 10)).toJson();
    json.getAsJsonArray("squares").set(3, new JsonPrimitive(-1));
    assertRefused(json);
  }

  private static void assertRefused(JsonObject json) {
    assertThatIllegalArgumentException()
        .as(json.toString())
        .isThrownBy(() -> VoiceProfile.fromJson(SPEC, json))
        .withMessageContaining("start a new one");
  }

  private static VoiceProfile profileOf(float[] heard) {
    VoiceProfile profile = new VoiceProfile(SPEC);
    for (int at = 0; at < heard.length; at += COEFFICIENTS) {
      profile.add(heard, at);
    }
    profile.refresh();
    return profile;
  }

  private static float[] voice(long seed, int frames) {
    Random random = new Random(seed);
    float[] features = new float[frames * COEFFICIENTS];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) (i % COEFFICIENTS * 3 + 8 * random.nextGaussian());
    }
    return features;
  }
}
