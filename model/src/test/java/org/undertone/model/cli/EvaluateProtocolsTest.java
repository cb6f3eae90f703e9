// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.ModelFiles;
import org.undertone.model.evaluate.JointCalibration;
import org.undertone.model.evaluate.PredictionsFile;
import org.undertone.model.evaluate.ProfileChart;
import org.undertone.model.train.SyntheticCorpus;
import org.undertone.model.train.TinyRecipe;
import org.undertone.ser.infer.ModelSpec;

/** The protocols of {@code ser evaluate --recipe} from end to end. */
final class EvaluateProtocolsTest {
  @TempDir private static Path shared;
  private static Path speech;
  private static Path song;
  private static Path recipe;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    speech = SyntheticCorpus.writeWithStatements(shared.resolve("speech"), "r_1", "r_2", "r_3");
    song = SyntheticCorpus.writeWithStatements(shared.resolve("song"), "r_1", "x_4");
    // A copy of a tested recording, under another speaker's name.
    Files.copy(speech.resolve("r_2-sad-dogs.wav"), song.resolve("copy.wav"));
    Path manifest = song.resolve("manifest.csv");
    Files.writeString(manifest, Files.readString(manifest) + "copy.wav,x_4,sad,dogs\n");
    // A recording of a tested speaker that only the training corpus has.
    Files.copy(
        SyntheticCorpus.writeWithStatements(shared.resolve("more"), "r_9")
            .resolve("r_9-sad-dogs.wav"),
        song.resolve("extra.wav"));
    Files.writeString(manifest, Files.readString(manifest) + "extra.wav,r_1,sad,dogs\n");
    recipe = TinyRecipe.write(shared.resolve("tiny.json"));
  }

  @Test
  void repeatsWithSeedsAndGoesOnWhereItWas() throws IOException {
    Path out = folder.resolve("seeds");
    String[] options = {"--folds", "speakers", "--seeds", "1,2", "--train-corpus", song.toString()};
    SerRun run = evaluate(out, options);
    assertThat(run.exitCode()).as(run.err()).isZero();
    String text = Files.readString(out.resolve("report.txt"));
    assertThat(run.out()).isEqualTo(text);
    assertThat(text)
        .startsWith("tiny: 3 folds of speakers (speakers), 1 epochs, seeds [1, 2]")
        .contains("trained also on")
        .contains("seed 1")
        .contains("seed 2")
        .contains("profile size all")
        .contains("FLOAT16")
        .contains("r_3");
    JsonObject json = json(out.resolve("report.json"));
    double sum = 0;
    for (int seed = 1; seed <= 2; seed++) {
      JsonObject one = json(out.resolve("seed-" + seed + "/report.json"));
      sum += one.getAsJsonObject("wa").get("mean").getAsDouble();
      assertThat(json.getAsJsonArray("seeds").get(seed - 1).getAsJsonObject().get("wa_per_fold"))
          .isEqualTo(one.get("wa_per_fold"));
      assertThat(Files.readAllLines(out.resolve("seed-" + seed + "/predictions.csv"))).hasSize(19);
      assertThat(out.resolve("seed-" + seed + "/predictions-float16.csv")).exists();
      assertThat(out.resolve("seed-" + seed + "/predictions-profile-all.csv")).exists();
      assertThat(out.resolve("seed-" + seed + "/" + ProfileChart.NAME)).exists();
    }
    assertThat(json.getAsJsonObject("wa").get("mean").getAsDouble())
        .isCloseTo(sum / 2, within(2e-4));
    assertThat(json.getAsJsonObject("speakers").keySet()).containsExactly("r_1", "r_2", "r_3");
    assertThat(json.has("temperature")).isTrue();

    String audit = Files.readString(out.resolve("seed-1/audit.txt"));
    assertThat(audit).contains("All demands hold.").contains("left out that sound sample for");
    List<String> rows = Files.readAllLines(out.resolve("seed-1/audit.csv"));
    assertThat(rows).hasSize(7);
    assertThat(rows.get(1)).startsWith("fold-1,trained,").contains("r_2 r_3 x_4,0,0,2");
    assertThat(rows.get(2)).startsWith("fold-1,tested,6,speech 6,r_1,");

    SerRun again = evaluate(out, options);
    assertThat(again.out()).isEqualTo(text);
    assertThat(Files.readAllLines(out.resolve("seed-2/epochs.csv"))).as("nothing anew").hasSize(4);
  }

  @Test
  void saysWhichCorpusTheRecipeDoesNotHear() throws IOException {
    SerRun run =
        evaluate(
            folder.resolve("unheard"),
            "--folds",
            "3",
            "--train-corpus",
            "" + song,
            "--set",
            "training.clipsPerEpoch.speech=20",
            "--set",
            "training.clipsPerEpoch.*=0");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err().lines())
        .contains("song is not trained on: clipsPerEpoch does not name it");
  }

  @Test
  void leavesOutSentences() throws IOException {
    Path out = folder.resolve("sentences");
    SerRun run = evaluate(out, "--folds", "3", "--disjoint-sentences", "--train-corpus", "" + song);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("sentence-disjoint: 6 trainings");
    assertThat(Files.readAllLines(out.resolve("predictions.csv"))).hasSize(19);
    assertThat(Files.readString(out.resolve("audit.txt")))
        .contains("no statement on both sides: demanded")
        .contains("fold-1-dogs")
        .contains("All demands hold.");
  }

  @Test
  void leavesOutCorpora() throws IOException {
    Path out = folder.resolve("corpora");
    SerRun run = evaluate(out, "--folds", "corpora", "--corpus", "" + song, "--profile-clips", "0");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("corpus-disjoint")
        .contains("fold-1 song, fold-2 speech")
        .contains("2 folds of corpora");
    // Scores of emotions that the corpus lacks are taken out for the numbers, not in the file.
    assertThat(out.resolve("predictions-float16.csv")).content().contains("0.00000");
    assertThat(Files.readAllLines(out.resolve("audit.csv")).get(1))
        .startsWith("fold-1,trained,12,speech 12,r_2 r_3,");

    // What they tell of strangers calibrates a model of the recipe beside the report of its own
    // folds.
    Path speakers = folder.resolve("speakers");
    assertThat(evaluate(speakers, "--folds", "3", "--profile-clips", "0").exitCode()).isZero();
    String evaluation = speakers.resolve("report.json").toString();
    String unheard = out.resolve("report.json").toString();
    SerRun swapped = train("--evaluation", unheard, "--unheard-corpora", evaluation);
    assertThat(swapped.exitCode()).isEqualTo(1);
    assertThat(swapped.err()).contains("of corpora that were left out");
    SerRun same = train("--evaluation", evaluation, "--unheard-corpora", evaluation);
    assertThat(same.exitCode()).isEqualTo(1);
    assertThat(same.err()).contains("is not a report of `ser evaluate --folds corpora` with this");
    SerRun trained = train("--evaluation", evaluation, "--unheard-corpora", unheard);
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("unheard corpora; unsure below").contains("2 corpora");
    ModelSpec spec = ModelFiles.read(folder.resolve("o.tflite")).spec();
    JointCalibration joint =
        new JointCalibration(
            PredictionsFile.read(speakers.resolve("predictions.csv")),
            PredictionsFile.read(out.resolve("predictions.csv")));
    assertThat(spec.temperature()).isCloseTo(joint.temperature(), within(1e-4));
    assertThat(spec.unsureThreshold()).isCloseTo(joint.unsureThreshold(), within(1e-9));
    assertThat(
            JsonParser.parseString(spec.provenance())
                .getAsJsonObject()
                .getAsJsonObject("evaluation")
                .getAsJsonObject("with_unheard_corpora")
                .get("corpora")
                .getAsInt())
        .isEqualTo(2);
  }

  private SerRun train(String... calibration) {
    List<String> args =
        new ArrayList<>(
            List.of("train", "--recipe", "" + recipe, "--corpus", "" + speech, "--epochs", "1"));
    args.addAll(List.of("--out", folder.resolve("o.tflite").toString()));
    args.addAll(List.of(calibration));
    return SerRun.of(args.toArray(new String[0]));
  }

  @Test
  void controlsShoutWhatTheyAre() throws IOException {
    Path out = folder.resolve("controls");
    SerRun run =
        evaluate(
            out, "--folds", "2", "--random-split", "--shuffle-labels", "--profile-clips", "all");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("NOT SPEAKER-DISJOINT").contains("shuffled labels");
    List<String> notes = new ArrayList<>();
    for (JsonElement note : json(out.resolve("report.json")).getAsJsonArray("notes")) {
      notes.add(note.getAsString());
    }
    assertThat(notes).anyMatch(note -> note.startsWith("WARNING"));
    assertThat(json(out.resolve("report.json")).has("recipe_hash")).isFalse();
    assertThat(Files.readString(out.resolve("audit.txt")))
        .contains("no speaker on both sides: not part of this protocol")
        .contains("on both sides: 3 speakers, 0 recordings");
  }

  @Test
  void sentencesThatAreNotKnownAreAnError() throws IOException {
    Path own = SyntheticCorpus.write(folder.resolve("own"), 2, 1);
    SerRun run =
        SerRun.of(
            "evaluate",
            "--recipe",
            "" + recipe,
            "--corpus",
            "" + own,
            "--folds",
            "2",
            "--disjoint-sentences",
            "--out",
            "" + folder.resolve("o"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("ser: --disjoint-sentences does not fit: the corpus own");
  }

  private static SerRun evaluate(Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("evaluate", "--recipe", "" + recipe));
    args.addAll(List.of("--epochs", "1", "--corpus", "" + speech, "--out", "" + out));
    args.addAll(Arrays.asList(more));
    return SerRun.of(args.toArray(new String[0]));
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }
}
