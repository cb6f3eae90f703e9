// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.corpus.Clip;
import org.undertone.model.evaluate.ClipTest;
import org.undertone.model.evaluate.EvaluationClips;
import org.undertone.model.evaluate.EvaluationReport;
import org.undertone.model.evaluate.Outcome;
import org.undertone.model.evaluate.Prediction;
import org.undertone.model.evaluate.PredictionsFile;
import org.undertone.model.evaluate.ProfileChart;
import org.undertone.model.evaluate.ProfileSizes;
import org.undertone.model.train.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ser evaluate}: how good a recipe or a model is on speakers it has not heard. */
@Command(
    name = "evaluate",
    description = {
      "With --recipe: train and test once for each fold of speakers.",
      "With --model: test a model on speakers that it was not trained on."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ser evaluate --recipe model/recipes/undertone.json --corpus ravdess/ --out eval/",
      "  ser evaluate --recipe model/recipes/undertone.json --corpus ravdess_speech/ \\",
      "    --train-corpus ravdess_song/ --train-corpus nemo/ --seeds 1,2,3 --out eval/",
      "  ser evaluate --recipe model/recipes/undertone.json --corpus ravdess_speech/ \\",
      "    --corpus nemo/ --corpus ased/ --folds corpora --out eval/",
      "  ser evaluate --model mine.tflite --corpus savee.zip --profile-clips 0,16 --out eval/",
      "",
      "report.txt has the numbers for people, report.json for programs,",
      "predictions*.csv every answer, audit.txt and audit.csv who was trained on and",
      "who was tested, accuracy-profile.png what voice profiles bring. An interrupted",
      "evaluation goes on where it was: its state is kept in the --out folder."
    })
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand private Ser ser;
  @Mixin private RecipeOptions recipeOptions;
  @Mixin private CorporaOption corpora;
  @Mixin private EvaluateOptions options;

  @Option(
      names = "--seeds",
      paramLabel = "N,N",
      split = ",",
      description =
          "Repeat all with each of these seeds, each in a folder seed-N of --out. The recipe's seed"
              + " alone if left out.")
  private List<Long> seeds = new ArrayList<>();

  @Option(names = "--model", paramLabel = "FILE", description = "A model to test.")
  private Path model;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Gets the report, the predictions, the audit, and the models of the folds.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    recipeOptions.check();
    options.require(recipeOptions.isGiven() == (model == null), "give either --recipe or --model");
    if (model != null) {
      options.requireNone();
      options.require(seeds.isEmpty(), "--seeds needs --recipe: a model is tested as it is");
      ProfileSizes sizes = options.profileSizesOfModel();
      Files.createDirectories(out);
      test(corpora.evaluationClips(ser.console(), List.of()).clips(), sizes);
      return Ser.OK;
    }
    options.check();
    options.require(
        seeds.isEmpty() || !recipeOptions.hasSeed(),
        "give either --seed or --seeds, which repeats everything");
    options.require(new HashSet<>(seeds).size() == seeds.size(), "--seeds names a seed twice");
    Recipe recipe = recipeOptions.read();
    Files.createDirectories(out);
    EvaluationClips clips = corpora.evaluationClips(ser.console(), options.trainCorpora());
    RecipeOptions.tellUnused(ser.console(), recipe, clips.all());
    new ProtocolRun(ser.console(), options, clips, recipeOptions.changes()).run(recipe, seeds, out);
    return Ser.OK;
  }

  private void test(List<Clip> clips, ProfileSizes sizes) throws IOException {
    Outcome outcome;
    try (EmotionRecognizer recognizer = EmotionRecognizer.load(model)) {
      List<Prediction> strangers;
      try (StepProgress progress = progress("test", "clips", clips.size())) {
        strangers = ClipTest.strangers(recognizer, clips, 1, progress);
      }
      outcome =
          sizes.sizes().isEmpty()
              ? Outcome.ofStrangers(strangers)
              : withProfiles(recognizer, clips, strangers, sizes);
    }
    PredictionsFile.writeAll(out, outcome);
    ProfileChart.write(out, outcome);
    EvaluationReport report =
        new EvaluationReport(
            model.getFileName()
                + ": every clip, as of a stranger; only speakers that the model was"
                + " not trained on say anything",
            List.of(),
            outcome);
    ReportFiles.write(out, report.toJson(), report::print);
    ReportFiles.print(ser.console(), report::print);
  }

  private Outcome withProfiles(
      EmotionRecognizer recognizer,
      List<Clip> clips,
      List<Prediction> strangers,
      ProfileSizes sizes)
      throws IOException {
    int speakers = (int) clips.stream().map(Clip::speaker).distinct().count();
    try (StepProgress progress = progress("profiles", "speakers", speakers)) {
      return ClipTest.withProfiles(recognizer, clips, strangers, sizes, progress);
    }
  }

  private StepProgress progress(String what, String unit, int count) {
    return new StepProgress(ser.console(), what, unit, count);
  }
}
