// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecipeTest {
  static final Path SHIPPED =
      Path.of(System.getProperty("undertone.root", ".."), "model", "recipes", "undertone.json");

  @TempDir private Path folder;

  @Test
  void readsTheRecipeOfTheProject() throws IOException {
    Recipe recipe = Recipe.read(SHIPPED);
    assertThat(recipe.name()).isEqualTo("Undertone");
    assertThat(recipe.mfcc().nMfcc()).isEqualTo(40);
    assertThat(recipe.network().channels()).containsExactly(64, 96, 112, 144);
    assertThat(recipe.training().batchSize()).isEqualTo(32);
    assertThat(recipe.augmentation().speeds()).containsExactly(0.9, 1.0, 1.1);
    assertThat(recipe.hash()).hasSize(16).isEqualTo(Recipe.read(SHIPPED).hash());
  }

  @Test
  void readsItsExpert() throws IOException {
    Recipe recipe = Recipe.read(SHIPPED);
    assertThat(recipe.experts()).hasSize(1);
    Recipe.Expert expert = recipe.experts().get(0);
    assertThat(expert.weight()).isEqualTo(0.35);
    assertThat(expert.recipe().name()).isEqualTo("RAVDESS expert");
    assertThat(expert.recipe().training().mostOf("ravdess")).isEqualTo(1440);
    assertThat(expert.recipe().training().mostOf("ravdess_song")).isZero();
    assertThat(expert.recipe().training().mostOf("my clips")).isZero();
    assertThat(expert.recipe().training().limited()).isEmpty();
    assertThat(expert.recipe().training().leavesOutUnnamed("my clips")).isTrue();
    assertThat(expert.recipe().training().leavesOutUnnamed("ravdess")).isFalse();
  }

  @Test
  void hearsAllOfCorporaThatItDoesNotName() throws IOException {
    Recipe.Training training = Recipe.read(SHIPPED).training();
    assertThat(training.mostOf("ravdess_song")).isEqualTo(250);
    assertThat(training.mostOf("my clips")).isEqualTo(Integer.MAX_VALUE);
    assertThat(training.limited()).contains("ravdess_song", "cremad").doesNotContain("my clips");
    assertThat(training.leavesOutUnnamed("my clips")).isFalse();
  }

  @Test
  void readsWhatTheTestsWrite() throws IOException {
    assertThat(Recipe.read(TinyRecipe.write(folder.resolve("tiny.json"))))
        .isEqualTo(TinyRecipe.full());
  }

  @Test
  void namesEveryFieldThatIsMissing() throws IOException {
    List<String> paths = paths();
    assertThat(paths).hasSize(43);
    for (String path : paths) {
      JsonObject json = TinyRecipe.json(TinyRecipe.full());
      parent(json, path).remove(last(path));
      assertRefused(json, "\"" + last(path) + "\"");
    }
  }

  @Test
  void namesEveryFieldOfTheWrongType() throws IOException {
    for (String path : paths()) {
      if (path.equals("name")) {
        continue;
      }
      for (String wrong : List.of("\"loud\"", "null", "[[]]", "true")) {
        JsonObject json = TinyRecipe.json(TinyRecipe.full());
        parent(json, path).add(last(path), JsonParser.parseString(wrong));
        assertRefused(json, wrong.equals("null") ? last(path) : first(path));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windowFrames | 96.5 | windowFrames
          windowFrames | 3 | pools leave nothing
          network/kernels | [4, 3] | kernel length 4 is not odd
          network/kernels | [-3, 3] | kernel
          network/kernels | [3] | as many
          network/channels | [] | as many
          network/channels | [0, 4] | channels
          network/channels | [8, null] | channels
          network/pools | [0, 2] | pools
          network/dropout | 1 | dropout
          network/members | 0 | members
          network/stemStride | 0 | stemStride
          network/stemKernel | 2 | kernel length 2 is not odd
          training/mixupProbability | 2 | mixupProbability
          training/mixupAlpha | 0 | mixupAlpha
          training/clipsPerEpoch | {"tess": -1} | clipsPerEpoch
          augmentation/wholeProbability | -1 | wholeProbability
          augmentation/profileClips | 3 | "profileClips", which is not known
          network/squeeze | -1 | squeeze
          network/attention | -1 | attention
          training/epochs | 0 | epochs is 0
          training/epochs | 3.5 | 3.5
          training/batchSize | 1 | batchSize
          training/learningRate | 0 | learningRate
          training/warmupEpochs | -1 | warmupEpochs
          training/labelSmoothing | 1 | labelSmoothing
          training/averaging | 1 | averaging
          augmentation/speeds | [0.9] | lack 1.0
          augmentation/speeds | [1.0, 0] | speed 0.0
          augmentation/noiseProbability | 2 | noiseProbability
          augmentation/noiseMinSnrDb | 31 | noiseMinSnrDb
          augmentation/timeMaskFrames | -1 | timeMaskFrames
          augmentation/floorJitterDb | 45 | floorJitterDb
          experts | [null] | experts
          experts | [{"weight": 0.5}] | "recipe"
          experts | [{"recipe": "tiny.json"}] | "weight"
          mfcc/n_mfcc | 99 | n_mfcc
          """)
  void namesWhatMakesNoSense(String path, String value, String message) throws IOException {
    JsonObject json = TinyRecipe.json(TinyRecipe.full());
    parent(json, path).add(last(path), JsonParser.parseString(value));
    assertRefused(json, message);
  }

  @Test
  void refusesWhatIsNoJsonObject() throws IOException {
    for (String text : List.of("", "[]", "{", "5", "name: tiny")) {
      Path file = Files.writeString(folder.resolve("bad.json"), text);
      assertThatThrownBy(() -> Recipe.read(file))
          .as(text)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("bad.json");
    }
    assertThatThrownBy(() -> Recipe.read(folder.resolve("gone.json")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gone.json");
  }

  @Test
  void changesSeedAndEpochsAndNothingElse() {
    Recipe recipe = TinyRecipe.full();
    Recipe other = recipe.withSeed(5).withEpochs(7);
    assertThat(other.training().seed()).isEqualTo(5);
    assertThat(other.training().epochs()).isEqualTo(7);
    assertThat(other.hash()).isNotEqualTo(recipe.hash());
    assertThat(other.withSeed(1).withEpochs(4)).isEqualTo(recipe);
    assertThatThrownBy(() -> recipe.withEpochs(0)).hasMessageContaining("epochs is 0");
  }

  private void assertRefused(JsonObject json, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), json.toString());
    assertThatThrownBy(() -> Recipe.read(file))
        .as(json.toString())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bad.json is not a recipe: ")
        .hasMessageContaining(message);
  }

  /** Every field, with its object before it; those of the features are tested with them. */
  private static List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (Map.Entry<String, JsonElement> field : TinyRecipe.json(TinyRecipe.full()).entrySet()) {
      paths.add(field.getKey());
      if (field.getValue().isJsonObject() && !field.getKey().equals("mfcc")) {
        field.getValue().getAsJsonObject().keySet().stream()
            .map(inner -> field.getKey() + "/" + inner)
            .forEach(paths::add);
      }
    }
    return paths;
  }

  private static JsonObject parent(JsonObject json, String path) {
    return path.contains("/") ? json.getAsJsonObject(first(path)) : json;
  }

  private static String first(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static String last(String path) {
    return path.substring(path.indexOf('/') + 1);
  }
}
