// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.ser.Emotion;

final class ModelSpecTest {
  private static final ModelSpec SPEC = Models.spec();

  @Test
  void comesBackFromJson() {
    ModelSpec read = ModelSpec.fromJson(parse(SPEC.toJson().toString()));
    assertThat(read).isEqualTo(SPEC);
  }

  @Test
  void keepsTheOrderOfTheNetworksLabels() {
    List<Emotion> labels = List.of(Emotion.SAD, Emotion.ANGRY, Emotion.HAPPY);
    ModelSpec spec = Models.spec(100, 10, 0.5, labels);
    assertThat(ModelSpec.fromJson(spec.toJson()).labels()).isEqualTo(labels);
    assertThat(spec.windowSeconds()).isEqualTo(1.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'format': 1",
        "'format': 3",
        "'name': ''",
        "'name': {}",
        "'labels': ['angry']",
        "'labels': ['angry', 'angry']",
        "'labels': 'angry'",
        "'labels': [1, {}]",
        "'mfcc': 7",
        "'feature_hash': '0000000000000000'",
        "'window_frames': 1",
        "'window_frames': 10001",
        "'window_frames': 1.5",
        "'hop_frames': 0",
        "'hop_frames': 'ten'",
        "'floor_db': 0",
        "'floor_db': 'NaN'",
        "'min_speech_seconds': -1",
        "'min_speech_seconds': 3.5",
        "'statistics': []",
        "'statistics': {}",
        "'statistics': {'mean': [1], 'std': [1]}",
        "'statistics': {'mean': 1, 'std': [1]}",
        "'statistics': {'mean': ['x'], 'std': [1]}",
        "'statistics': {'mean': [{}], 'std': [1]}",
        "'statistics': {'mean': [1], 'std': [0]}",
        "'profile_prior_frames': 0",
        "'temperature': 0",
        "'temperature': 'NaN'",
        "'unsure_threshold': 1.1",
        "'provenance': 'home'",
      })
  void refusesADamagedFieldByName(String field) {
    JsonObject json = SPEC.toJson();
    Map.Entry<String, JsonElement> entry =
        parse("{" + field.replace('\'', '"') + "}").entrySet().iterator().next();
    json.add(entry.getKey(), entry.getValue());
    // Some messages say it in words: "fewer than two labels", "the model has no name".
    String word = entry.getKey().replaceAll("_.*|s$", "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelSpec.fromJson(json))
        .withMessageContaining(word);
  }

  @Test
  void refusesAnEmotionThatIsNone() {
    JsonObject json = SPEC.toJson();
    json.add("labels", JsonParser.parseString("[\"angry\", \"bored\"]"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelSpec.fromJson(json))
        .withMessageContaining("bored");
  }

  @Test
  void refusesAMissingFieldByName() {
    for (String field : SPEC.toJson().keySet()) {
      JsonObject json = SPEC.toJson();
      json.remove(field);
      assertThatIllegalArgumentException()
          .as(field)
          .isThrownBy(() -> ModelSpec.fromJson(json))
          .withMessageContaining(field);
    }
  }

  @Test
  void refusesProvenanceThatIsNoJsonAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> from("from here and there"))
        .withMessageContaining("provenance");
    assertThat(from("{ \"seed\" : 7 }").provenance()).isEqualTo("{\"seed\":7}");
  }

  private static ModelSpec from(String provenance) {
    return new ModelSpec(
        "test",
        SPEC.labels(),
        SPEC.mfcc(),
        300,
        25,
        60,
        1,
        SPEC.statistics(),
        400,
        1,
        0.4,
        provenance);
  }

  private static JsonObject parse(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
