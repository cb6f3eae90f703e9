// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.train.SyntheticCorpus;
import org.undertone.model.train.TinyRecipe;

/** {@code ser ablate} from end to end. */
final class AblateCommandTest {
  private static final String VARIANTS =
      "{\"long\": {\"training.epochs\": 6}, \"same\": {\"name\": \"tiny\"},"
          + " \"one-speed\": {\"augmentation.speeds\": [1.0]}}";

  @TempDir private static Path shared;
  private static Path corpus;
  private static Path recipe;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    corpus = SyntheticCorpus.writeWithStatements(shared.resolve("speech"), "r_1", "r_2", "r_3");
    recipe = TinyRecipe.write(shared.resolve("tiny.json"));
  }

  private SerRun ablate(String variants, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("variants.json"), variants);
    List<String> arguments =
        new ArrayList<>(
            List.of("ablate", "--recipe", "" + recipe, "--variants", "" + file, "--out"));
    arguments.add("" + folder.resolve("out"));
    arguments.addAll(List.of("--corpus", "" + corpus, "--folds", "3", "--profile-clips", "0,2"));
    arguments.addAll(List.of(more));
    return SerRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void comparesEveryVariantWithTheRecipe() throws IOException {
    String set = "unsureThreshold=0.3";
    assertThat(ablate(VARIANTS, "--set", set, "--part", "1/2").out()).contains("part done");
    SerRun run = ablate(VARIANTS, "--set", set);
    assertThat(run.exitCode()).as(run.err()).isZero();
    Path out = folder.resolve("out");
    assertThat(run.out()).isEqualTo(Files.readString(out.resolve("report.txt")));
    assertThat(run.out())
        .startsWith("tiny: 3 folds of speakers (3), 4 epochs, seed 1")
        .contains("the recipe was changed: " + set)
        .containsPattern("(?m)^recipe .* \\d\\.\\d{3}$")
        .containsPattern("(?m)^long .*training\\.epochs=6$")
        .containsPattern("(?m)^one-speed .*augmentation\\.speeds=\\[1\\.0]$")
        .containsPattern("Each fold by the variant that is best on the other folds: WA \\d")
        .containsPattern("(?m)^same .* \\+0\\.0 ± 0\\.0   name=\"tiny\"$");
    assertThat(Files.readAllLines(out.resolve("long/epochs.csv"))).hasSize(1 + 3 * 6);
    assertThat(Files.readString(out.resolve("long/report.txt")))
        .contains("the recipe was changed: unsureThreshold=0.3, training.epochs=6");

    List<JsonObject> rows = new ArrayList<>();
    JsonParser.parseString(Files.readString(out.resolve("report.json")))
        .getAsJsonObject()
        .getAsJsonArray("variants")
        .forEach(one -> rows.add(one.getAsJsonObject()));
    assertThat(rows.stream().map(row -> row.get("name").getAsString()))
        .containsExactly("recipe", "long", "same", "one-speed");
    for (JsonObject row : rows) {
      JsonObject alone =
          JsonParser.parseString(
                  Files.readString(out.resolve(row.get("name").getAsString() + "/report.json")))
              .getAsJsonObject();
      double mean = row.getAsJsonObject("wa").get("mean").getAsDouble();
      assertThat(mean).isEqualTo(alone.getAsJsonObject("wa").get("mean").getAsDouble());
      double recipeMean = rows.get(0).getAsJsonObject("wa").get("mean").getAsDouble();
      assertThat(row.getAsJsonObject("wa_difference").get("mean").getAsDouble())
          .isCloseTo(mean - recipeMean, within(2e-4));
    }
  }

  @Test
  void aVariantsOwnSeedAndEpochsCountAndTheFoldsStay() throws IOException {
    SerRun run =
        ablate(
            "{\"other-seed\": {\"training.seed\": 9}, \"long\": {\"training.epochs\": 3}}",
            "--epochs",
            "2",
            "--seed",
            "5");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Path out = folder.resolve("out");
    assertThat(Files.readString(out.resolve("recipe/report.txt"))).contains("2 epochs, seed 5,");
    assertThat(Files.readString(out.resolve("other-seed/report.txt")))
        .contains("2 epochs, seed 9,");
    assertThat(Files.readString(out.resolve("long/report.txt"))).contains("3 epochs, seed 5,");
    assertThat(Files.readString(out.resolve("other-seed/audit.csv")))
        .isEqualTo(Files.readString(out.resolve("recipe/audit.csv")));
    assertThat(Files.readAllBytes(out.resolve("other-seed/fold-1.tflite")))
        .isNotEqualTo(Files.readAllBytes(out.resolve("recipe/fold-1.tflite")));
  }

  @Test
  void theExampleOfTheHelpFitsTheRecipesOfTheProject() throws IOException {
    Path recipes = Path.of(System.getProperty("undertone.root", ".."), "model", "recipes");
    SerRun run =
        SerRun.of(
            "ablate",
            "--recipe",
            "" + recipes.resolve("ravdess-expert.json"),
            "--variants",
            "" + recipes.resolve("ablation.json"),
            "--corpus",
            "" + folder.resolve("nowhere"),
            "--out",
            "" + folder.resolve("out"));
    // The recipes are read first, so all that is wrong is the corpus.
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("nowhere").doesNotContain("not a recipe");
  }

  @Test
  void refusesAWrongVariantBeforeItTrains() throws IOException {
    SerRun run = ablate("{\"fine\": {\"training.epochs\": 1}, \"bad\": {\"training.rate\": 1}}");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("variant bad: ").contains("no field \"training.rate\"");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(ablate("{\"recipe\": {\"name\": \"x\"}}").err()).contains("the recipe itself");
  }

  @Test
  void hasOneSeedAndNeedsARecipe() throws IOException {
    assertThat(ablate(VARIANTS, "--seeds", "1,2").err()).contains("Unknown options: '--seeds'");
    assertThat(SerRun.of("ablate", "--help").out()).doesNotContain("--seeds");
    assertThat(SerRun.of("ablate", "--variants", "x", "--corpus", "x", "--out", "x").err())
        .contains("--recipe is missing");
  }

  @Test
  void changesNeedARecipe() {
    SerRun run =
        SerRun.of("evaluate", "--model", "x", "--set", "name=y", "--corpus", "x", "--out", "x");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--set needs --recipe");
    assertThat(
            SerRun.of("train", "--recipe", "" + recipe, "--set", "x", "--corpus", "x", "--out", "y")
                .err())
        .contains("--set: \"x\" is no change");
  }
}
