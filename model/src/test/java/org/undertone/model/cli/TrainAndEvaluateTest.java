// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.model.ModelFiles;
import org.undertone.model.train.SyntheticCorpus;
import org.undertone.model.train.TinyRecipe;
import org.undertone.ser.infer.ModelSpec;

/** The commands {@code train} and {@code evaluate} from end to end. */
final class TrainAndEvaluateTest {
  @TempDir private static Path shared;
  private static Path corpus;
  private static Path recipe;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    corpus = SyntheticCorpus.write(shared.resolve("mine"), 4, 2);
    recipe = TinyRecipe.write(shared.resolve("tiny.json"));
  }

  @Test
  void evaluatesARecipeOverFoldsAndTrainsAModelWithItsTemperature() throws IOException {
    Path out = folder.resolve("eval/uation");
    SerRun run = evaluate(out, "--folds", "2", "--profile-clips", "2");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("mine: 24 clips of 4 speakers, 48 s");
    String report = Files.readString(out.resolve("report.txt"));
    assertThat(run.out()).isEqualTo(report);
    assertThat(report)
        .startsWith("tiny: 2 folds of speakers (2), 4 epochs, seed 1")
        .contains("no voice profile")
        .contains("voice profile of 2 clips")
        .contains("export FLOAT32")
        .contains("export FLOAT16")
        .contains("same class on 24 of 24 test clips")
        .contains("own_s4")
        .doesNotContain("NaN precision");
    assertThat(Files.readAllLines(out.resolve("predictions.csv"))).hasSize(25);
    assertThat(Files.readAllLines(out.resolve("predictions-profile.csv"))).hasSize(17);
    assertThat(Files.readAllLines(out.resolve("epochs.csv"))).hasSize(9);
    JsonObject json = json(out.resolve("report.json"));
    assertThat(json.get("clips").getAsInt()).isEqualTo(24);
    double temperature = json.get("temperature").getAsDouble();
    assertThat(temperature).isBetween(0.2, 5.0);

    SerRun again = evaluate(out, "--folds", "2", "--profile-clips", "2");
    assertThat(again.out()).isEqualTo(report);
    assertThat(Files.readAllLines(out.resolve("epochs.csv"))).as("nothing anew").hasSize(9);

    Path model = folder.resolve("models/mine.tflite");
    SerRun other =
        train(model, "--seed", "99", "--evaluation", out.resolve("report.json").toString());
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.err()).contains("not a report of this recipe, seed");
    SerRun trained = train(model, "--evaluation", out.resolve("report.json").toString());
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("mine.tflite").contains("same class on 24 of 24 clips");
    ModelSpec spec = ModelFiles.read(model).spec();
    assertThat(spec.temperature()).isCloseTo(temperature, within(1e-9));
    assertThat(spec.unsureThreshold())
        .isCloseTo(json.get("unsure_threshold").getAsDouble(), within(1e-9));
    JsonObject provenance = JsonParser.parseString(spec.provenance()).getAsJsonObject();
    assertThat(provenance.get("epochs").getAsInt()).isEqualTo(4);
    assertThat(provenance.getAsJsonObject("evaluation")).isEqualTo(json);
    assertThat(provenance.getAsJsonArray("corpora").get(0).getAsJsonObject().get("name"))
        .hasToString("\"mine\"");
    assertThat(folder.resolve("models"))
        .isDirectoryContaining(file -> file.endsWith("mine.tflite.epochs.csv"))
        .isDirectoryNotContaining(file -> file.toString().endsWith(".checkpoint"))
        .isDirectoryNotContaining(file -> file.toString().endsWith(".part"));

    // A dozen steps are too few to name every clip, but not to hear anger.
    assertThat(angry(model, "s2-angry-1.wav"))
        .isGreaterThan(1.1 * angry(model, "s2-neutral-1.wav"));

    Path tested = folder.resolve("tested");
    SerRun test = test(model, tested);
    assertThat(test.exitCode()).as(test.err()).isZero();
    assertThat(test.out()).startsWith("mine.tflite: every clip").contains("24 clips");
    assertThat(tested.resolve("predictions.csv")).exists();
    assertThat(tested.resolve("predictions-profile.csv")).doesNotExist();

    SerRun withProfiles = test(model, tested, "--profile-clips", "0,2");
    assertThat(withProfiles.exitCode()).as(withProfiles.err()).isZero();
    assertThat(withProfiles.err()).contains("profiles").contains("4/4 speakers");
    assertThat(withProfiles.out())
        .contains("voice profile of 2 clips       WA")
        .contains(
            "With a voice profile of 2 clips, and without one, on the clips that it has not heard:")
        .containsPattern("\n0 +16 .*\n2 +16 ");
    // Two of the six clips of each speaker were heard first.
    assertThat(Files.readAllLines(tested.resolve("predictions-profile.csv"))).hasSize(17);
    JsonObject profiled = json(tested.resolve("report.json"));
    JsonArray pairs = profiled.getAsJsonArray("labels_with_profile");
    assertThat(pairs).hasSameSizeAs(profiled.getAsJsonArray("labels"));
    JsonObject ofTwo = profiled.getAsJsonArray("profile_sizes").get(1).getAsJsonObject();
    assertThat(pairs.get(0).getAsJsonObject().get("wa_without")).isEqualTo(ofTwo.get("wa_without"));
    assertThat(pairs.get(0).getAsJsonObject().get("wa")).isEqualTo(ofTwo.get("wa"));
  }

  private static SerRun test(Path model, Path out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("evaluate", "--model", "" + model, "--corpus", "" + corpus, "--out", "" + out));
    arguments.addAll(List.of(more));
    return SerRun.of(arguments.toArray(new String[0]));
  }

  private static double angry(Path model, String clip) {
    SerRun heard =
        SerRun.of("classify", "--json", "--model", "" + model, "" + corpus.resolve(clip));
    assertThat(heard.exitCode()).as(heard.err()).isZero();
    return heard.json().get(0).get("scores").getAsJsonObject().get("angry").getAsDouble();
  }

  @Test
  void sameCommandWritesTheSameModel() throws IOException {
    Path one = folder.resolve("one.tflite");
    Path other = folder.resolve("other.tflite");
    assertThat(train(one, "--epochs", "1", "--precision", "FLOAT32").exitCode()).isZero();
    assertThat(train(other, "--epochs", "1", "--precision", "FLOAT32").exitCode()).isZero();
    assertThat(other).hasSameBinaryContentAs(one);
    assertThat(train(other, "--epochs", "1").exitCode()).isZero();
    assertThat(Files.size(other)).as("FLOAT16").isLessThan(Files.size(one));
    SerRun seeded = train(other, "--epochs", "1", "--seed", "9", "--precision", "FLOAT32");
    assertThat(seeded.exitCode()).isZero();
    assertThat(Files.readAllBytes(other)).isNotEqualTo(Files.readAllBytes(one));
  }

  @Test
  void saysWhichLimitIsOfNoCorpus() throws IOException {
    SerRun run =
        evaluate(
            folder.resolve("limits"),
            "--folds",
            "2",
            "--epochs",
            "1",
            "--set",
            "training.clipsPerEpoch.mine=9",
            "--set",
            "training.clipsPerEpoch.gone=9");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err().lines())
        .contains("clipsPerEpoch of the recipe names corpora that are not there: gone");
  }

  @Test
  void evaluatesSpeakersWithFewerClipsThanAProfileTakes() throws IOException {
    Path out = folder.resolve("few");
    SerRun run = evaluate(out, "--folds", "2", "--epochs", "1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("voice profile of");
    assertThat(json(out.resolve("report.json")).has("wa_with_profile")).isFalse();
    assertThat(out.resolve("predictions-profile.csv")).doesNotExist();
  }

  @Test
  void refusesToGoOnWithTheStateOfAnotherRecipe() throws IOException {
    Path out = folder.resolve("other");
    assertThat(evaluate(out, "--folds", "2", "--epochs", "1").exitCode()).isZero();
    SerRun run = evaluate(out, "--folds", "2", "--epochs", "1", "--seed", "2");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("ser: cannot resume from")
        .contains("fold-1.checkpoint")
        .contains("delete it");
  }

  @Test
  void foldsThatDoNotFitAreAnErrorWithAWayOut() {
    SerRun ravdess = evaluate(folder.resolve("a"));
    assertThat(ravdess.exitCode()).isEqualTo(1);
    assertThat(ravdess.err()).contains("ser: --folds ravdess does not fit").contains("own_s1");
    SerRun many = evaluate(folder.resolve("b"), "--folds", "5");
    assertThat(many.exitCode()).isEqualTo(1);
    assertThat(many.err()).contains("5 folds cannot be made of 4 speakers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          train --corpus C --out O | --recipe is missing
          train --recipe R --out O | --corpus
          train --recipe R --corpus C | --out
          train --recipe R --corpus C --out O --precision INT4 | --precision
          train --recipe R --corpus C --out O --epochs 0 | epochs is 0
          train --recipe R --corpus C --out O --seed x | --seed
          train --recipe R --corpus C --out O --unheard-corpora U | --unheard-corpora needs --evaluation
          evaluate --corpus C --out O | either --recipe or --model
          evaluate --recipe R --model M --corpus C --out O | either --recipe or --model
          evaluate --recipe R --corpus C --out O --folds six | --folds must be a number
          evaluate --recipe R --corpus C --out O --profile-clips 4,x | neither a number nor all
          evaluate --recipe R --corpus C --out O --profile-clips -1 | not a number of clips
          evaluate --recipe R --corpus C --out O --seeds 1,2 --seed 3 | either --seed or --seeds
          evaluate --recipe R --corpus C --out O --seeds 1,1 | a seed twice
          evaluate --recipe R --corpus C --out O --folds corpora --random-split | contradict
          evaluate --model M --corpus C --out O --seeds 1,2 | --seeds needs --recipe
          evaluate --model M --corpus C --out O --folds 3 | --folds needs --recipe
          evaluate --model M --corpus C --out O --profile-clips 4,x | neither a number nor all
          evaluate --recipe R --corpus C --out O --folds -2 | --folds
          evaluate --recipe R --corpus C --out O --epochs -1 | epochs is -1
          """)
  void wrongCommandLineIsToldApart(String line, String message) {
    SerRun run = SerRun.of(arguments(line));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).startsWith("ser: ").contains(message).contains("--help");
    assertThat(folder.resolve("o.tflite")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          train --recipe gone.json --corpus C --out O | gone.json does not exist
          train --recipe C --corpus C --out O | mine
          train --recipe R --corpus gone --out O | gone does not exist
          train --recipe R --corpus C --out O --evaluation R | tiny.json is not a report
          train --recipe R --corpus C --out O --evaluation gone.json | gone.json does not exist
          evaluate --recipe gone.json --corpus C --out O --folds 2 | gone.json does not exist
          evaluate --model R --corpus C --out O | tiny.json
          """)
  void whatCannotBeReadIsNamed(String line, String message) {
    SerRun run = SerRun.of(arguments(line));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err().lines()).anyMatch(one -> one.startsWith("ser: ") && one.contains(message));
  }

  @Test
  void reportWithoutANumberForItsTemperatureIsRefusedBeforeTraining() throws IOException {
    for (String temperature : List.of("\"warm\"", "null", "0", "{}")) {
      Path report = folder.resolve("report.json");
      Files.writeString(report, "{\"temperature\": " + temperature + "}");
      Path out = folder.resolve("o.tflite");
      SerRun run = train(out, "--evaluation", report.toString());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("report.json is not a report of `ser evaluate`");
      assertThat(folder.resolve("o.tflite.epochs.csv")).doesNotExist();
    }
  }

  private static SerRun evaluate(Path out, String... more) {
    return run(out, "evaluate", more);
  }

  private static SerRun train(Path out, String... more) {
    return run(out, "train", more);
  }

  private static SerRun run(Path out, String command, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(command, "--recipe", "" + recipe, "--corpus", "" + corpus, "--out", "" + out));
    args.addAll(Arrays.asList(more));
    return SerRun.of(args.toArray(new String[0]));
  }

  private String[] arguments(String line) {
    return Pattern.compile(" ")
        .splitAsStream(line)
        .map(
            word ->
                switch (word) {
                  case "C" -> corpus.toString();
                  case "R" -> recipe.toString();
                  case "M" -> "m.tflite";
                  case "O" -> folder.resolve("o.tflite").toString();
                  default -> word;
                })
        .toArray(String[]::new);
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }
}
