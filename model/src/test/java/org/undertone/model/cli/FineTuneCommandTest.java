// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.ModelFiles;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.train.SyntheticCorpus;
import org.undertone.ser.TestData;
import org.undertone.ser.infer.ModelFile;

/** {@code ser train --from} from end to end. */
final class FineTuneCommandTest {
  @TempDir private static Path shared;
  private static Path corpus;
  private static Path few;
  private static Path angry;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    corpus = SyntheticCorpus.write(shared.resolve("mine"), 2, 2);
    few = SyntheticCorpus.write(shared.resolve("few"), 1, 2);
    angry = SyntheticCorpus.write(shared.resolve("angry"), 3, 3);
    Path list = angry.resolve("metadata.csv");
    Files.write(
        list,
        Files.readAllLines(list).stream()
            .filter(line -> !line.contains(",neutral,") && !line.contains(",sad,"))
            .toList());
  }

  @Test
  void fineTunesTheBuiltInModelAndTellsBeforeAndAfter() throws IOException {
    Path out = folder.resolve("mine.tflite");
    SerRun run = train("built-in", corpus, out, "--epochs", "1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("Held-out clips: 12 of 2 speakers in 2 folds;")
        .containsPattern("WA % +[0-9.]+ +[0-9.]+ +12\n")
        .containsPattern("UAR % +[0-9.]+ +[0-9.]+ +12\n")
        .containsPattern("ECE +0\\.[0-9]+ +0\\.[0-9]+\n")
        .containsPattern("sad +[0-9.]+ +[0-9.]+ +4\n")
        .contains("the parent's: fewer than 100 held-out clips")
        .contains("mine.tflite: ", "trained on all 12 clips");
    assertThat(run.err()).doesNotContain("TRAINED ON AND TESTED");

    ModelFile parent = EmotionRecognizer.builtInModel();
    ModelFile child = ModelFiles.read(out);
    assertThat(child.networkHash()).isNotEqualTo(parent.networkHash());
    assertThat(child.spec().name()).isEqualTo(parent.spec().name() + ", fine-tuned");
    assertThat(child.spec().mfcc()).isEqualTo(parent.spec().mfcc());
    assertThat(child.spec().statistics()).isEqualTo(parent.spec().statistics());
    assertThat(child.spec().temperature()).isEqualTo(parent.spec().temperature());
    JsonObject provenance = provenance(child);
    JsonObject from = provenance.getAsJsonObject("fine_tuned_from");
    assertThat(from.get("name").getAsString()).isEqualTo(parent.spec().name());
    assertThat(from.get("network_hash").getAsString()).isEqualTo(parent.networkHash());
    JsonObject numbers = provenance.getAsJsonObject("fine_tuning");
    assertThat(numbers.getAsJsonObject("before").get("wa").getAsDouble()).isBetween(0.0, 1.0);
    assertThat(numbers.getAsJsonObject("after").get("uar").getAsDouble()).isBetween(0.0, 1.0);
    assertThat(numbers.get("speaker_disjoint").getAsBoolean()).isTrue();
    JsonArray heard = provenance.getAsJsonArray("corpora");
    assertThat(heard.get(0).getAsJsonObject().get("name").getAsString()).isEqualTo("mine");
    assertThat(heard.size()).as("the parent's too").isGreaterThan(1);
    assertThat(Files.readAllLines(folder.resolve("mine.tflite.epochs.csv"))).hasSize(4);

    Path again = folder.resolve("again.tflite");
    assertThat(train("built-in", corpus, again, "--epochs", "1").out())
        .isEqualTo(run.out().replace("mine.tflite", "again.tflite"));
    assertThat(again).hasSameBinaryContentAs(out);
    SerRun heardAgain = train(out.toString(), corpus, again, "--epochs", "1");
    assertThat(heardAgain.exitCode()).as(heardAgain.err()).isZero();
    assertThat(heardAgain.err()).contains("was trained on a corpus mine before");
    assertThat(ModelFiles.read(again).spec().name()).isEqualTo(child.spec().name());
  }

  @Test
  void saysLoudlyThatOneSpeakerIsOnBothSides() throws IOException {
    Path one = SyntheticCorpus.write(folder.resolve("one"), 1, 3);
    Path out = folder.resolve("one.tflite");
    SerRun run = train("built-in", one, out, "--epochs", "1", "--learning-rate", "1e-9");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("Held-out clips: 9 of 1 speaker in ");
    assertThat(run.err())
        .contains("ser: warning: THE SAME SPEAKER WAS TRAINED ON AND TESTED")
        .contains("ser: warning: fine-tuning did not make the model better");
    assertThat(out).as("all the same").exists();
    assertThat(
            provenance(ModelFiles.read(out))
                .getAsJsonObject("fine_tuning")
                .get("speaker_disjoint")
                .getAsBoolean())
        .isFalse();
  }

  @Test
  void trainsOnRealClipsAndOthersAgainstForgetting() throws IOException {
    Path ravdess = folder.resolve("two-actors");
    copy(TestData.corpus("ravdess_speech"), ravdess, 10, "ravdess_03", "ravdess_04");
    Path out = folder.resolve("real.tflite");
    SerRun run = train("built-in", ravdess, out, "--epochs", "1", "--keep-corpus", "" + corpus);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("Held-out clips: 20 of 2 speakers in 2 folds;");
    assertThat(run.out()).contains("trained on all 32 clips");
    try (EmotionRecognizer recognizer = EmotionRecognizer.load(out)) {
      Clip clip = Corpora.open(ravdess).clips().get(0);
      assertThat(recognizer.classify(clip.open()).isSpeech()).isTrue();
    }
  }

  @Test
  void clipsToLearnAndToKeepNeedNamesOfTheirOwn() throws IOException {
    for (String[] ravdess : new String[][] {{"new", "s1", "01"}, {"old", "s2", "02"}}) {
      Path to = Files.createDirectories(folder.resolve(ravdess[0]));
      for (String[] one : new String[][] {{"angry", "05"}, {"neutral", "01"}}) {
        String name = "03-01-" + one[1] + "-01-01-01-" + ravdess[2] + ".wav";
        String take = ravdess[1] + "-" + one[0] + "-1.wav";
        Files.copy(corpus.resolve(take), to.resolve(name));
      }
    }
    Path out = folder.resolve("both.tflite");
    SerRun run =
        train("built-in", folder.resolve("new"), out, "--keep-corpus", "" + folder.resolve("old"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("ser: --corpus and --keep-corpus both have clips of ravdess");
    assertThat(out).doesNotExist();
  }

  private static void copy(Path from, Path to, int clips, String... speakers) throws IOException {
    Files.createDirectories(to);
    List<Clip> all = Corpora.open(from).clips();
    Path list = Files.writeString(to.resolve("manifest.csv"), "file,speaker,emotion\n");
    for (String speaker : speakers) {
      List<Clip> own = all.stream().filter(clip -> clip.speaker().equals(speaker)).toList();
      for (int i = 0; i < clips; i++) {
        Clip clip = own.get(i * own.size() / clips);
        Files.copy(from.resolve(clip.file()), to.resolve(clip.file()));
        String row = String.join(",", clip.file(), speaker, clip.emotion().label());
        Files.writeString(list, row + "\n", StandardOpenOption.APPEND);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          train --from built-in --out O | --corpus
          train --from built-in --recipe R --corpus C --out O | --from takes neither --recipe
          train --from built-in --evaluation E --corpus C --out O | --from takes neither
          train --recipe R --learning-rate 0.1 --corpus C --out O | --learning-rate needs --from
          train --recipe R --keep-corpus K --corpus C --out O | --keep-corpus needs --from
          train --from built-in --epochs 0 --corpus C --out O | epochs is 0
          train --from built-in --learning-rate 0 --corpus C --out O | learningRate must be above 0
          train --from built-in --learning-rate x --corpus C --out O | --learning-rate
          train --corpus C --out O | --recipe is missing, or --from
          """)
  void wrongCommandLineIsToldApart(String line, String message) {
    requireError(line, 2, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          train --from gone.tflite --corpus C --out O | gone.tflite does not exist
          train --from L --corpus C --out O | metadata.csv
          train --from built-in --corpus gone --out O | gone does not exist
          train --from built-in --corpus C --keep-corpus gone --out O | gone does not exist
          train --from built-in --corpus F --out O | 8 labelled clips or more, there are 6
          train --from built-in --corpus A --out O | all clips of angry are labelled angry
          """)
  void whatCannotBeLearntFromIsNamed(String line, String message) {
    requireError(line, 1, message);
  }

  private void requireError(String line, int code, String message) {
    SerRun run = SerRun.of(arguments(line));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(code);
    assertThat(run.err().lines()).anyMatch(one -> one.startsWith("ser: ") && one.contains(message));
    assertThat(folder.resolve("o.tflite")).doesNotExist();
  }

  private String[] arguments(String line) {
    return Pattern.compile(" ")
        .splitAsStream(line)
        .map(
            word ->
                switch (word) {
                  case "C" -> corpus.toString();
                  case "F" -> few.toString();
                  case "A" -> angry.toString();
                  case "L" -> corpus.resolve("metadata.csv").toString();
                  case "O" -> folder.resolve("o.tflite").toString();
                  default -> word;
                })
        .toArray(String[]::new);
  }

  private static SerRun train(String from, Path corpus, Path out, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("train", "--from", from, "--corpus", "" + corpus, "--out", "" + out));
    args.addAll(Arrays.asList(more));
    return SerRun.of(args.toArray(new String[0]));
  }

  private static JsonObject provenance(ModelFile file) {
    return JsonParser.parseString(file.spec().provenance()).getAsJsonObject();
  }
}
