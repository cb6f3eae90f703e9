// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.VerifiedCorpus;
import org.undertone.model.evaluate.CrossValidation;
import org.undertone.model.evaluate.EvaluationClips;
import org.undertone.model.evaluate.FineTuneReport;
import org.undertone.model.evaluate.FineTuneTrial;
import org.undertone.model.export.Precision;
import org.undertone.model.train.FineTuner;
import org.undertone.model.train.PreparedClips;
import org.undertone.model.train.Provenance;
import org.undertone.model.train.Recipe;
import org.undertone.model.train.Trainer;
import org.undertone.model.train.TrainingLog;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;

/** {@code ser train --from}: what fine-tuning gains on held-out clips, then the model of all clips. */
final class FineTuneRun {
  private static final String SUFFIX = ", fine-tuned";

  private final Console console;
  private final FineTuneOptions options;
  private final RecipeOptions recipeOptions;
  private final CorporaOption corpora;

  FineTuneRun(
      Console console,
      FineTuneOptions options,
      RecipeOptions recipeOptions,
      CorporaOption corpora) {
    this.console = console;
    this.options = options;
    this.recipeOptions = recipeOptions;
    this.corpora = corpora;
  }

  /**
   * Tests, trains and writes.
   *
   * @throws IOException if the model, a clip or the output fails, or there are too few clips
   */
  void run(Path out, Precision precision) throws IOException {
    ModelFile model = options.model();
    FineTuner tuner = new FineTuner(model);
    // Before the clips are read: wrong numbers should fail at once.
    options.recipe(tuner, recipeOptions, 1, List.of());
    List<VerifiedCorpus> verified = corpora.open(console, options.keepCorpora());
    int own = verified.size() - options.keepCorpora().size();
    List<VerifiedCorpus> kept = verified.subList(own, verified.size());
    EvaluationClips clips = CorporaOption.evaluationClips(verified, own);
    requireOtherNames(clips);
    Recipe recipe = options.recipe(tuner, recipeOptions, clips.clips().size(), kept);
    FineTuneTrial trial = trial(model, tuner, recipe, clips, precision);
    PreparedClips prepared;
    try (StepProgress progress =
        new StepProgress(console, "features", "clips", clips.all().size())) {
      prepared = PreparedClips.prepare(recipe, clips.all(), progress);
    }
    Path log = TrainCommand.sibling(out, ".epochs.csv");
    Files.deleteIfExists(log);
    FineTuneReport report;
    byte[] file;
    int epochs = recipe.training().epochs();
    try (StepProgress progress =
        new StepProgress(console, "train", "epochs", (trial.trainings() + 1L) * epochs)) {
      report = trial.run(prepared, new Folds(log, progress, epochs));
      ModelSpec spec =
          spec(
              model.spec(),
              report.temperature(),
              Provenance.ofFineTuning(recipe, verified, model, report.toJson()));
      Trainer.Listener all = listener(log, "all", progress, trial.trainings() * epochs);
      file = tuner.train(recipe, prepared, spec, precision, all);
    }
    TrainCommand.writeWhole(out, file);
    ReportFiles.print(console, report::print);
    console
        .out()
        .printf(
            Locale.ROOT,
            "%s: %d bytes, trained on all %d clips%n",
            out,
            file.length,
            prepared.size());
    warn(report, model, verified.subList(0, own));
  }

  /** What an epoch takes of a corpus goes by its name. */
  private static void requireOtherNames(EvaluationClips clips) throws IOException {
    SortedSet<String> both = Clip.corpora(clips.clips());
    both.retainAll(Clip.corpora(clips.trainOnly()));
    if (!both.isEmpty()) {
      throw new IOException(
          "--corpus and --keep-corpus both have clips of "
              + both.first()
              + ", and could not be told apart: put the clips to learn into a folder with a"
              + " metadata.csv");
    }
  }

  private void warn(FineTuneReport report, ModelFile model, List<VerifiedCorpus> own) {
    report.warnings().forEach(this::warn);
    for (VerifiedCorpus one : own) {
      for (JsonElement heard : Provenance.corporaOf(model.spec())) {
        if (isSame(one, heard)) {
          warn(
              "the model was trained on a corpus "
                  + one.corpus().name()
                  + " before: what it has heard is not held out, and the number before flatters");
        }
      }
    }
  }

  private static boolean isSame(VerifiedCorpus one, JsonElement heard) {
    if (!heard.isJsonObject()) {
      return false;
    }
    JsonObject corpus = heard.getAsJsonObject();
    return (corpus.has("name") && one.corpus().name().equals(corpus.get("name").getAsString()))
        || (corpus.has("sha256") && one.sha256().equals(corpus.get("sha256").getAsString()));
  }

  private void warn(String line) {
    console.err().println("ser: warning: " + line);
  }

  private static FineTuneTrial trial(
      ModelFile model, FineTuner tuner, Recipe recipe, EvaluationClips clips, Precision precision)
      throws IOException {
    try {
      return new FineTuneTrial(model, tuner, recipe, clips, precision);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static ModelSpec spec(ModelSpec parent, double temperature, String provenance) {
    String name = parent.name().endsWith(SUFFIX) ? parent.name() : parent.name() + SUFFIX;
    return parent.derived(name, provenance).withCalibration(temperature, parent.unsureThreshold());
  }

  private static Trainer.Listener listener(
      Path log, String training, StepProgress progress, int done) throws IOException {
    TrainingLog lines = new TrainingLog(log, training);
    return epoch -> {
      lines.onEpoch(epoch);
      progress.message(String.format(Locale.ROOT, "%s, loss %.3f", training, epoch.loss()));
      progress.at(done + epoch.number(), done + epoch.of());
    };
  }

  /** Shows and logs the trainings of the folds. */
  private static final class Folds implements CrossValidation.Listener {
    private final Path log;
    private final StepProgress progress;
    private final int epochs;

    Folds(Path log, StepProgress progress, int epochs) {
      this.log = log;
      this.progress = progress;
      this.epochs = epochs;
    }

    @Override
    public Trainer.Listener onFold(String name, int index, int count) throws IOException {
      return listener(log, name, progress, (index - 1) * epochs);
    }

    @Override
    public void onTested(int done, int total) {
      progress.message(String.format(Locale.ROOT, "test %d of %d", done, total));
    }
  }
}
