// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes to the recipe of the project and its expert. */
final class RecipeChangeTest {
  @TempDir private Path folder;

  private static Recipe changed(String... changes) throws IOException {
    return Recipe.read(RecipeTest.SHIPPED, Stream.of(changes).map(RecipeChange::parse).toList());
  }

  @Test
  void changesTheRecipeAloneOrItsExpertsAlone() throws IOException {
    Recipe as = Recipe.read(RecipeTest.SHIPPED);
    Recipe own = changed("augmentation.noiseProbability=0");
    assertThat(own.augmentation().noiseProbability()).isZero();
    assertThat(own.experts()).isEqualTo(as.experts());
    assertThat(own.hash()).isNotEqualTo(as.hash());

    Recipe theirs = changed("experts.augmentation.noiseProbability=0");
    assertThat(theirs.withoutExperts()).isEqualTo(as.withoutExperts());
    assertThat(theirs.experts().get(0).recipe().augmentation().noiseProbability()).isZero();
    assertThat(theirs.experts().get(0).weight()).isEqualTo(as.experts().get(0).weight());
  }

  @Test
  void changesListsCorporaAndNamesAndTheLastOneCounts() throws IOException {
    Recipe recipe =
        changed(
            "network.channels=[8, 8, 8, 8]",
            "training.clipsPerEpoch.cremad=7",
            "training.clipsPerEpoch.savee=0",
            "training.clipsPerEpoch.savee=5",
            "experts=[]",
            "name=Small one");
    assertThat(recipe.network().channels()).containsExactly(8, 8, 8, 8);
    assertThat(recipe.training().clipsPerEpoch())
        .containsEntry("cremad", 7)
        .containsEntry("savee", 5);
    assertThat(recipe.experts()).isEmpty();
    assertThat(recipe.name()).isEqualTo("Small one");
    assertThat(changed()).isEqualTo(Recipe.read(RecipeTest.SHIPPED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loudness=1",
        "training.rate=1",
        "training.=1",
        "training.epochs.first=1",
        "experts.training.rate=1",
        "training.epochs=0",
        "training.epochs=many",
        "augmentation.noiseProbability=2",
        "augmentation={\"speeds\": [1.0]}",
        "unsureThreshold=2",
        "hopFrames=0",
        "minSpeechSeconds=9",
        "profilePriorFrames=0",
        "name=",
        "experts.windowFrames=96"
      })
  void refusesWhatTheRecipeHasNotOrCannotBe(String change) {
    assertThatThrownBy(() -> changed(change))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(".json with [")
        .hasMessageContaining("] is not a recipe: ");
  }

  @Test
  void refusesAChangeToAnExpertThatIsNotThere() {
    assertThatThrownBy(() -> changed("experts=[]", "experts.training.epochs=3"))
        .hasMessageContaining("no expert that could be changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "training.epochs", "=3"})
  void refusesWhatIsNoChange(String text) {
    assertThatThrownBy(() -> RecipeChange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\" is no change");
  }

  @Test
  void readsVariantsInTheirOrder() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("variants.json"),
            "{\"no-z\": {\"training.mixupProbability\": 0}, \"a\": {\"name\": \"b\", \"experts\": []}}");
    Map<String, List<RecipeChange>> variants = Variants.read(file);
    assertThat(variants.keySet()).containsExactly("no-z", "a");
    assertThat(variants.get("no-z")).hasToString("[training.mixupProbability=0]");
    assertThat(variants.get("a")).hasToString("[name=\"b\", experts=[]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"a\": 1}",
        "{\"a\": {}}",
        "{\"../a\": {\"name\": \"b\"}}",
        "{\"\": {\"name\": \"b\"}}",
        "{\"a\": {"
      })
  void refusesWhatHasNoVariants(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("variants.json"), text);
    assertThatThrownBy(() -> Variants.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("variants.json has no variants of a recipe: ");
  }

  @Test
  void theProjectsVariantsAllDifferFromTheExpert() throws IOException {
    Path expert = RecipeTest.SHIPPED.resolveSibling("ravdess-expert.json");
    Recipe recipe = Recipe.read(expert);
    Map<String, List<RecipeChange>> variants =
        Variants.read(RecipeTest.SHIPPED.resolveSibling("ablation.json"));
    assertThat(variants).isNotEmpty();
    for (Map.Entry<String, List<RecipeChange>> one : variants.entrySet()) {
      assertThat(Recipe.read(expert, one.getValue())).as(one.getKey()).isNotEqualTo(recipe);
    }
  }
}
