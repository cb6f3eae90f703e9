// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.undertone.model.train.SyntheticCorpus;
import org.undertone.model.train.TinyRecipe;

/** {@code ser evaluate --inner-validation} from end to end. */
final class EvaluateInnerTest {
  private static final String INNER = "--inner-validation";

  @TempDir private static Path shared;
  private static Path speech;
  private static Path more;
  private static Path recipe;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    speech = SyntheticCorpus.writeWithStatements(shared.resolve("speech"), "r_1", "r_2", "r_3");
    more = SyntheticCorpus.writeWithStatements(shared.resolve("more"), "x_4");
    recipe = TinyRecipe.write(shared.resolve("tiny.json"));
  }

  @Test
  void speakersOfAnotherFoldChoose() throws IOException {
    Path out = folder.resolve("inner");
    List<String> options =
        new ArrayList<>(List.of("--folds", "speakers", "--train-corpus", "" + more));
    options.addAll(List.of("--profile-clips", "0", "--set", "network.members=2"));
    options.add("--inner-validation");
    for (String part : List.of("1/2", "2/2")) {
      List<String> own = new ArrayList<>(options);
      own.addAll(List.of("--part", part));
      SerRun run = evaluate(out, own.toArray(new String[0]));
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
    SerRun run = evaluate(out, options.toArray(new String[0]));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("chosen by inner validation").contains("  fold 3: weights ");
    JsonObject inner =
        JsonParser.parseString(Files.readString(out.resolve("report.json")))
            .getAsJsonObject()
            .getAsJsonObject("inner_validation");
    assertThat(inner.getAsJsonArray("folds")).hasSize(3);
    assertThat(inner.get("answered").getAsDouble()).isBetween(0.0, 1.0);
    List<String> audit = Files.readAllLines(out.resolve("inner/audit.csv"));
    assertThat(audit.get(1)).startsWith("without-1-2,trained,").contains("r_3 x_4,0,0,2");
    assertThat(audit.get(4)).startsWith("without-3-1,tested,12,speech 12,r_1 r_3,");
    assertThat(Files.readAllLines(out.resolve("inner/epochs.csv"))).as("nothing anew").hasSize(5);
  }

  @Test
  void refusesWhatItCannotValidate() throws IOException {
    SerRun two = evaluate(folder.resolve("two"), "--folds", "2", "--inner-validation");
    assertThat(two.exitCode()).isEqualTo(1);
    assertThat(two.err()).contains("ser: --inner-validation does not fit: an inner validation");
    SerRun random =
        evaluate(folder.resolve("random"), "--random-split", "--inner-validation", "--folds", "3");
    assertThat(random.exitCode()).isEqualTo(2);
    assertThat(random.err()).contains("--inner-validation needs folds of speakers");
    SerRun model = SerRun.of("evaluate", "--model", "m", "--corpus", "c", "--out", "o", INNER);
    assertThat(model.exitCode()).isEqualTo(2);
    assertThat(model.err()).contains("--inner-validation needs --recipe");
    SerRun ablation =
        SerRun.of(
            "ablate",
            "--recipe",
            "" + recipe,
            "--variants",
            "v",
            "--corpus",
            "c",
            "--out",
            "o",
            INNER);
    assertThat(ablation.exitCode()).isEqualTo(2);
    assertThat(ablation.err()).contains("--inner-validation is for ser evaluate");
  }

  /** The folds have one clip of the expert's corpus at least, the pairs none. */
  @Test
  void refusesPairsThatLeaveAnExpertNothing() throws IOException {
    Path expert = TinyRecipe.writeExpertOf(shared.resolve("with-expert"), "few");
    Path few = SyntheticCorpus.writeWithStatements(folder.resolve("few"), "r_1", "r_2");
    SerRun run =
        SerRun.of(
            "evaluate",
            "--recipe",
            "" + expert,
            "--corpus",
            "" + speech,
            "--train-corpus",
            "" + few,
            "--folds",
            "speakers",
            "--out",
            "" + folder.resolve("out"),
            INNER);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("without-1-2 leaves tiny-expert too few clips");
  }

  private static SerRun evaluate(Path out, String... options) {
    List<String> args = new ArrayList<>(List.of("evaluate", "--recipe", "" + recipe));
    args.addAll(List.of("--epochs", "1", "--corpus", "" + speech, "--out", "" + out));
    args.addAll(Arrays.asList(options));
    return SerRun.of(args.toArray(new String[0]));
  }
}
