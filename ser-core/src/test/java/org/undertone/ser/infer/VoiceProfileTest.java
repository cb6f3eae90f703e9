// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VoiceProfileTest {
  private static final ModelSpec SPEC = Models.spec();
  private static final int LABELS = SPEC.labels().size();

  @Test
  void aStrangerIsNotCorrected() {
    VoiceProfile profile = new VoiceProfile(SPEC);
    float[] answer = answer(1, 1);
    float[] corrected = answer.clone();
    profile.correct(corrected);
    assertThat(corrected).isEqualTo(answer);
    assertThat(profile.maturity()).isZero();
  }

  /** Two passes in place of the running mean, and the formula of the class. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 400, 20_000})
  void theMeanAnswerIsTakenOutAsFarAsItIsMature(int frames) {
    VoiceProfile profile = new VoiceProfile(SPEC);
    double[] mean = new double[LABELS];
    for (int i = 0; i < 5; i++) {
      float[] answer = answer(i, 0.1);
      profile.add(answer, (i + 1) * frames);
      double[] logs = centred(answer);
      for (int label = 0; label < LABELS; label++) {
        mean[label] += logs[label] * (i + 1) / 15;
      }
    }
    double maturity = 15 * frames / (15 * frames + SPEC.profilePriorFrames());
    assertThat(profile.frames()).isEqualTo(15L * frames);
    assertThat(profile.maturity()).isEqualTo(maturity);
    float[] answer = answer(77, 1);
    float[] corrected = answer.clone();
    profile.correct(corrected);
    double[] expected = new double[LABELS];
    double sum = 0;
    for (int label = 0; label < LABELS; label++) {
      assertThat(Math.abs(mean[label])).isLessThan(VoiceProfile.LARGEST_BIAS);
      expected[label] = answer[label] * Math.exp(-maturity * mean[label]);
      sum += expected[label];
    }
    for (int label = 0; label < LABELS; label++) {
      assertThat((double) corrected[label]).isCloseTo(expected[label] / sum, within(1e-6));
    }
  }

  @Test
  void aVoiceThatAlwaysSoundsSadIsHeardAnew() {
    Random random = new Random(4);
    VoiceProfile profile = new VoiceProfile(SPEC);
    float[] sad = new float[LABELS];
    for (int i = 0; i < 200; i++) {
      double[] logits = new double[LABELS];
      for (int label = 0; label < LABELS; label++) {
        logits[label] = random.nextGaussian();
      }
      logits[3] += 0.4;
      profile.add(softmax(logits), 100);
    }
    Arrays.fill(sad, 1);
    sad[3] = (float) Math.exp(0.4);
    float total = LABELS - 1 + sad[3];
    for (int label = 0; label < LABELS; label++) {
      sad[label] /= total;
    }
    profile.correct(sad);
    for (float probability : sad) {
      assertThat(probability).isCloseTo(1f / LABELS, within(0.02f));
    }
  }

  @Test
  void aMoodThatLastsIsNotTakenForTheVoice() {
    VoiceProfile profile = new VoiceProfile(SPEC);
    float[] angry = new float[LABELS];
    Arrays.fill(angry, 0.0001f);
    angry[4] = 1 - 0.0001f * (LABELS - 1);
    profile.add(angry, 1_000_000);
    float[] corrected = angry.clone();
    profile.correct(corrected);
    double odds = corrected[4] / corrected[0];
    assertThat(odds)
        .isCloseTo(
            angry[4] / angry[0] * Math.exp(-2 * VoiceProfile.LARGEST_BIAS), within(1e-3 * odds));
    assertThat(corrected[4]).isGreaterThan(0.99f);
  }

  @Test
  void certainAnswersStayFinite() {
    VoiceProfile profile = new VoiceProfile(SPEC);
    float[] certain = new float[LABELS];
    certain[2] = 1;
    profile.add(certain, 50);
    float[] corrected = certain.clone();
    profile.correct(corrected);
    assertThat(corrected).isEqualTo(certain);
    float[] other = answer(3, 1);
    profile.correct(other);
    for (float probability : other) {
      assertThat(probability).isBetween(0f, 1f);
    }
  }

  @Test
  void windowsWithoutNewSpeechTeachNothing() {
    VoiceProfile profile = new VoiceProfile(SPEC);
    profile.add(answer(1, 1), 0);
    assertThat(profile.toJson()).isEqualTo(new VoiceProfile(SPEC).toJson());
  }

  @Test
  void forgetsWhatItHeard() {
    VoiceProfile profile = profileOf(0, 9);
    profile.clear();
    assertThat(profile.toJson()).isEqualTo(new VoiceProfile(SPEC).toJson());
  }

  @Test
  void joinsWhatAnotherHeard() {
    VoiceProfile all = profileOf(0, 20);
    VoiceProfile joined = profileOf(0, 12);
    joined.addAll(new VoiceProfile(SPEC));
    joined.addAll(profileOf(12, 20));
    assertThat(joined.frames()).isEqualTo(all.frames());
    double[] expected = SpecJson.numbers(all.toJson(), "mean_answer");
    assertThat(SpecJson.numbers(joined.toJson(), "mean_answer"))
        .containsExactly(expected, within(1e-12));
    VoiceProfile other = new VoiceProfile(Models.withFloor(SPEC, 42));
    assertThatIllegalArgumentException().isThrownBy(() -> joined.addAll(other));
  }

  @Test
  void aCopyGoesItsOwnWay() {
    VoiceProfile profile = profileOf(0, 5);
    VoiceProfile copy = profile.copy();
    assertThat(copy.toJson()).isEqualTo(profile.toJson());
    copy.add(answer(7, 1), 30);
    assertThat(profile.toJson()).isEqualTo(profileOf(0, 5).toJson());
    assertThat(copy.frames()).isEqualTo(profile.frames() + 30);
  }

  /** Before, 100 frames; then the same words in three ways, of 40, 50 and 60 frames. */
  @Test
  void whatWasHeardInSeveralWaysCountsOnce() {
    VoiceProfile profile = new VoiceProfile(SPEC);
    profile.add(answer(0, 1), 100);
    List<VoiceProfile> ways = new ArrayList<>();
    double[] expected = centred(answer(0, 1));
    for (int label = 0; label < LABELS; label++) {
      expected[label] *= 100.0 / 150;
    }
    for (int way = 1; way <= 3; way++) {
      VoiceProfile own = profile.copy();
      own.add(answer(way, 1), 30 + 10 * way);
      ways.add(own);
      double[] logs = centred(answer(way, 1));
      for (int label = 0; label < LABELS; label++) {
        expected[label] += logs[label] * (30 + 10 * way) / 3 / 150;
      }
    }
    profile.setMean(ways);
    assertThat(profile.frames()).isEqualTo(150);
    assertThat(SpecJson.numbers(profile.toJson(), "mean_answer"))
        .containsExactly(expected, within(1e-6));
    profile.setMean(List.of(new VoiceProfile(SPEC)));
    assertThat(profile.toJson()).isEqualTo(new VoiceProfile(SPEC).toJson());
  }

  @Test
  void theMeanOfWhatDoesNotGoTogetherIsRefusedAndChangesNothing() {
    VoiceProfile profile = profileOf(0, 5);
    VoiceProfile other = new VoiceProfile(Models.withFloor(SPEC, 42));
    assertThatIllegalArgumentException().isThrownBy(() -> profile.setMean(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile.setMean(List.of(profileOf(0, 2), other)));
    assertThat(profile.toJson()).isEqualTo(profileOf(0, 5).toJson());
  }

  @Test
  void fitsTheNetworkHoweverItIsCalibrated() {
    VoiceProfile profile = new VoiceProfile(SPEC);
    assertThat(profile.fits(SPEC.withCalibration(2, 0.7))).isTrue();
    assertThat(profile.fits(SPEC.derived("renamed", SPEC.provenance()))).isTrue();
    String evaluated = "{\"corpora\":[\"none\"],\"evaluation\":{\"wa\":0.6},\"fine_tuning\":{}}";
    assertThat(profile.fits(SPEC.derived("evaluated", evaluated))).isTrue();
    assertThat(profile.fits(SPEC.derived("trained on", "{\"seed\":2}"))).isFalse();
    assertThat(profile.fits(Models.withFloor(SPEC, 42))).isFalse();
  }

  @Test
  void comesBackFromJsonAndLearnsOn() {
    VoiceProfile all = profileOf(0, 20);
    VoiceProfile half = profileOf(0, 10);
    VoiceProfile read =
        VoiceProfile.fromJson(
            SPEC, JsonParser.parseString(half.toJson().toString()).getAsJsonObject());
    for (int i = 10; i < 20; i++) {
      read.add(answer(i, 1), 10 + i);
    }
    assertThat(read.toJson()).isEqualTo(all.toJson());
    float[] expected = answer(99, 1);
    float[] corrected = expected.clone();
    all.correct(expected);
    read.correct(corrected);
    assertThat(corrected).isEqualTo(expected);
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
        "'mean_answer': []",
        "'mean_answer': 3",
        "'mean_answer': null",
        "'mean_answer': [1, 2]",
        "'model': [1, 2]",
        "'model': 'another'",
      })
  void refusesADamagedFile(String field) {
    JsonObject json = profileOf(0, 3).toJson();
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
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "x", "12", "-1e308"})
  void refusesNumbersThatAreNone(String value) {
    JsonObject json = profileOf(0, 3).toJson();
    json.getAsJsonArray("mean_answer").set(3, new JsonPrimitive(value));
    assertRefused(json);
    json.getAsJsonArray("mean_answer").set(3, new JsonArray());
    assertRefused(json);
  }

  private static void assertRefused(JsonObject json) {
    assertThatIllegalArgumentException()
        .as(json.toString())
        .isThrownBy(() -> VoiceProfile.fromJson(SPEC, json))
        .withMessageContaining("start a new one");
  }

  private static VoiceProfile profileOf(int from, int to) {
    VoiceProfile profile = new VoiceProfile(SPEC);
    for (int i = from; i < to; i++) {
      profile.add(answer(i, 1), 10 + i);
    }
    return profile;
  }

  private static float[] answer(long seed, double spread) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    double[] logits = new double[LABELS];
    for (int label = 0; label < LABELS; label++) {
      logits[label] = spread * random.nextGaussian();
    }
    return softmax(logits);
  }

  private static float[] softmax(double[] logits) {
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit);
    }
    float[] probabilities = new float[logits.length];
    for (int label = 0; label < logits.length; label++) {
      probabilities[label] = (float) (Math.exp(logits[label]) / sum);
    }
    return probabilities;
  }

  private static double[] centred(float[] answer) {
    double[] logs = new double[answer.length];
    double mean = 0;
    for (int label = 0; label < logs.length; label++) {
      logs[label] = Math.log(answer[label]);
      mean += logs[label] / logs.length;
    }
    for (int label = 0; label < logs.length; label++) {
      logs[label] -= mean;
    }
    return logs;
  }
}
