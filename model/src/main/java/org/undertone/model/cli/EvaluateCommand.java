// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.SpeakerFolds;
import org.undertone.model.evaluate.ClipTest;
import org.undertone.model.evaluate.CrossValidation;
import org.undertone.model.evaluate.EvaluationReport;
import org.undertone.model.evaluate.PredictionsFile;
import org.undertone.model.evaluate.Results;
import org.undertone.model.train.ExportCheck;
import org.undertone.model.train.PreparedClips;
import org.undertone.model.train.Recipe;
import org.undertone.model.train.Trainer;
import org.undertone.model.train.TrainingLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ser evaluate}: how good a recipe or a model is on speakers it has not heard. */
@Command(
    name = "evaluate",
    description = {
      "With --recipe: train and test once for each fold of speakers.",
      "With --model: test a model on speakers that it was not trained on."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ser evaluate --recipe model/recipes/undertone.json --corpus ravdess_speech/ --out eval/",
      "  ser evaluate --model mine.tflite --corpus savee.zip --out eval/",
      "",
      "An interrupted evaluation goes on where it was: its state is kept in the --out folder."
    })
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand private Ser ser;
  @Spec private CommandSpec command;
  @Mixin private RecipeOptions recipeOptions;
  @Mixin private CorporaOption corpora;

  @Option(names = "--model", paramLabel = "FILE", description = "A model to test.")
  private Path model;

  @Option(
      names = "--folds",
      paramLabel = "K",
      defaultValue = "ravdess",
      description =
          "Folds of speakers: a number; `ravdess` for its six folds of four actors, 1 to 4, 5 to 8"
              + " and so on; `emobox` for the six that EmoBox uses; `speakers` for one fold a"
              + " speaker. ${DEFAULT-VALUE} if left out.")
  private String folds;

  @Option(
      names = "--profile-clips",
      paramLabel = "N",
      defaultValue = "16",
      description =
          "Clips that a voice profile hears before it is tested. ${DEFAULT-VALUE} if left out.")
  private int profileClips;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Gets report.json, report.txt, predictions.csv, and the models of the folds.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (recipeOptions.isGiven() == (model != null)) {
      throw new ParameterException(command.commandLine(), "give either --recipe or --model");
    }
    if (profileClips < 1) {
      throw new ParameterException(command.commandLine(), "--profile-clips must be at least 1");
    }
    if (!folds.matches("ravdess|emobox|speakers|[0-9]{1,4}")) {
      throw new ParameterException(
          command.commandLine(),
          "--folds must be a number, ravdess, emobox or speakers, not " + folds);
    }
    Recipe recipe = model == null ? recipeOptions.read() : null;
    Files.createDirectories(out);
    List<Clip> clips = CorporaOption.clips(corpora.open(ser.console()));
    EvaluationReport report = model == null ? crossValidate(recipe, clips) : test(clips);
    JsonObject json = report.toJson();
    if (recipe != null) {
      json.addProperty("recipe_hash", recipe.hash());
    }
    Files.writeString(
        out.resolve("report.json"),
        new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n",
        StandardCharsets.UTF_8);
    try (PrintWriter file =
        new PrintWriter(
            Files.newBufferedWriter(out.resolve("report.txt"), StandardCharsets.UTF_8))) {
      report.print(file);
    }
    report.print(new PrintWriter(ser.console().data(), true, StandardCharsets.UTF_8));
    return Ser.OK;
  }

  private SpeakerFolds folds(List<Clip> clips, long seed) throws IOException {
    try {
      return switch (folds) {
        case "ravdess" -> SpeakerFolds.ravdess(clips);
        case "emobox" -> SpeakerFolds.ravdessEmoBox(clips);
        case "speakers" -> SpeakerFolds.leaveOneSpeakerOut(clips);
        default -> SpeakerFolds.grouped(clips, Integer.parseInt(folds), seed);
      };
    } catch (IllegalArgumentException e) {
      throw new IOException("--folds " + folds + " does not fit: " + e.getMessage(), e);
    }
  }

  private EvaluationReport crossValidate(Recipe recipe, List<Clip> clips) throws IOException {
    long seed = recipe.training().seed();
    SpeakerFolds speakerFolds = folds(clips, seed);
    PreparedClips prepared;
    try (StepProgress progress =
        new StepProgress(ser.console(), "features", "clips", clips.size())) {
      prepared = PreparedClips.prepare(recipe, clips, progress);
    }
    CrossValidation.Outcome outcome;
    List<ExportCheck> checks;
    try (FoldProgress progress = new FoldProgress(recipe.training().epochs())) {
      outcome =
          new CrossValidation(recipe, clips, speakerFolds, profileClips, out)
              .run(prepared, progress);
      checks = progress.checks;
    }
    PredictionsFile.write(out.resolve("predictions.csv"), outcome.strangers().predictions());
    if (outcome.acquaintances() != null) {
      PredictionsFile.write(
          out.resolve("predictions-profile.csv"), outcome.acquaintances().predictions());
    }
    String protocol =
        String.format(
            Locale.ROOT,
            "%s: %d folds of speakers (%s), %d epochs, seed %d, float32 file through the pipeline",
            recipe.name(),
            speakerFolds.count(),
            folds,
            recipe.training().epochs(),
            seed);
    return new EvaluationReport(
        protocol, outcome.strangers(), outcome.acquaintances(), profileClips, checks);
  }

  private EvaluationReport test(List<Clip> clips) throws IOException {
    Results results;
    try (EmotionRecognizer recognizer = EmotionRecognizer.load(model);
        StepProgress progress = new StepProgress(ser.console(), "test", "clips", clips.size())) {
      results = new Results(ClipTest.strangers(recognizer, clips, 1, progress));
    }
    PredictionsFile.write(out.resolve("predictions.csv"), results.predictions());
    return new EvaluationReport(
        model.getFileName()
            + ": every clip, as of a stranger; only speakers that the model was"
            + " not trained on say anything",
        results,
        null,
        0,
        List.of());
  }

  /** A bar over the epochs of each fold. */
  private final class FoldProgress implements CrossValidation.Listener, AutoCloseable {
    private final int epochs;
    private final List<ExportCheck> checks = new ArrayList<>();
    private StepProgress bar;

    FoldProgress(int epochs) {
      this.epochs = epochs;
    }

    @Override
    public Trainer.Listener onFold(int fold, int count) throws IOException {
      close();
      bar = new StepProgress(ser.console(), "fold " + fold + "/" + count, "epochs", epochs);
      StepProgress current = bar;
      TrainingLog log = new TrainingLog(out.resolve("epochs.csv"), "fold-" + fold);
      return epoch -> {
        log.onEpoch(epoch);
        TrainCommand.show(current, epoch);
      };
    }

    @Override
    public void onExported(ExportCheck check) {
      checks.add(check);
    }

    @Override
    public void onTested(int done, int total) {
      bar.message(done < total ? "testing" : "tested");
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
        bar = null;
      }
    }
  }
}
