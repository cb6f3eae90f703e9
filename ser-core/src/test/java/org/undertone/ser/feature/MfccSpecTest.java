// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MfccSpecTest {
  private static final MfccSpec SPEC = MfccSpec.of(16_000, 512, 160, 40, 20);

  @Test
  void comesBackFromJson() {
    MfccSpec odd = new MfccSpec(22_050, 2047, 511, 128, 13, 62.5, 9999.75, false);
    for (MfccSpec spec : new MfccSpec[] {SPEC, odd}) {
      String text = spec.toJson().toString();
      assertThat(MfccSpec.fromJson(JsonParser.parseString(text).getAsJsonObject())).isEqualTo(spec);
    }
  }

  @Test
  void takesLibrosasDefaultsForWhatIsLeftOut() {
    JsonObject json = SPEC.toJson();
    json.remove("fmin");
    json.remove("fmax");
    json.remove("center");
    assertThat(MfccSpec.fromJson(json)).isEqualTo(SPEC);
  }

  /** Model files carry the hash: it must never change. */
  @Test
  void hashIsTheSameForEver() {
    assertThat(SPEC.hash()).isEqualTo("3cd68f11bb907beb");
    assertThat(new MfccSpec(22_050, 2048, 512, 128, 40, 0, 11_025, false).hash())
        .isEqualTo("62a179829abf85fd");
  }

  @Test
  void hashTellsEveryParameterApart() {
    assertThat(
            new String[] {
              SPEC.hash(),
              MfccSpec.of(16_001, 512, 160, 40, 20).hash(),
              MfccSpec.of(16_000, 511, 160, 40, 20).hash(),
              MfccSpec.of(16_000, 512, 161, 40, 20).hash(),
              MfccSpec.of(16_000, 512, 160, 41, 20).hash(),
              MfccSpec.of(16_000, 512, 160, 40, 21).hash(),
              new MfccSpec(16_000, 512, 160, 40, 20, 1, 8000, true).hash(),
              new MfccSpec(16_000, 512, 160, 40, 20, 0, 7999, true).hash(),
              new MfccSpec(16_000, 512, 160, 40, 20, 0, 8000, false).hash(),
            })
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 512, 160, 40, 20, sample_rate",
    "16000, 1, 160, 40, 20, n_fft",
    "16000, 100000, 160, 40, 20, n_fft",
    "16000, 512, 0, 40, 20, hop_length",
    "16000, 512, 160, 0, 0, n_mels",
    "16000, 512, 160, 40, 0, n_mfcc",
    "16000, 512, 160, 40, 41, n_mfcc",
  })
  void refusesWhatIsOutOfRangeByName(int rate, int nFft, int hop, int mels, int mfcc, String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MfccSpec.of(rate, nFft, hop, mels, mfcc))
        .withMessageStartingWith(name);
  }

  @ParameterizedTest
  @CsvSource({"-1, 8000", "4000, 4000", "0, 8001", "NaN, 8000", "0, NaN"})
  void refusesImpossibleBands(double fmin, double fmax) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MfccSpec(16_000, 512, 160, 40, 20, fmin, fmax, true))
        .withMessageContaining("fmin < fmax");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'n_mels': 'forty'",
        "'n_mels': 40.5",
        "'n_mels': null",
        "'n_mels': [40, 41]",
        "'n_mels': {}",
        "'n_mels': true",
        "'fmin': 'low'",
        "'center': 1",
        "'center': 'yes'",
        "'window': 'hann'",
      })
  void refusesFieldsOfTheWrongTypeAndUnknownOnes(String field) {
    JsonObject json = SPEC.toJson();
    JsonParser.parseString("{" + field.replace('\'', '"') + "}")
        .getAsJsonObject()
        .entrySet()
        .forEach(entry -> json.add(entry.getKey(), entry.getValue()));
    String name = field.substring(1, field.indexOf('\'', 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MfccSpec.fromJson(json))
        .withMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample_rate", "n_fft", "hop_length", "n_mels", "n_mfcc"})
  void refusesToGuess(String field) {
    JsonObject json = SPEC.toJson();
    json.remove(field);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MfccSpec.fromJson(json))
        .withMessageContaining(field);
  }

  @Test
  void knowsItsTimesAndBands() {
    assertThat(SPEC.hopSeconds()).isEqualTo(0.01);
    assertThat(SPEC.bins()).isEqualTo(257);
    assertThat(SPEC.frameCount(0)).isZero();
    assertThat(SPEC.frameCount(1)).isEqualTo(1);
    assertThat(SPEC.frameCount(16_000)).isEqualTo(101);
    // Slaney's scale from 0 to 8000 Hz is 15 + ln(8) / (ln(6.4) / 27) mel wide, 200/3 Hz each at
    // first.
    double width = (15 + Math.log(8) * 27 / Math.log(6.4)) / 41;
    assertThat(SPEC.melBandCenter(0)).isCloseTo(width * 200 / 3, Offset.offset(1e-9));
    assertThat(SPEC.melBandCenter(39))
        .isCloseTo(8000 * Math.pow(6.4, -width / 27), Offset.offset(1e-9));
  }
}
