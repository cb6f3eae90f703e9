// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.VerifiedCorpus;
import org.undertone.model.export.Precision;
import org.undertone.model.export.TfliteWriter;
import org.undertone.model.train.Epoch;
import org.undertone.model.train.ExportCheck;
import org.undertone.model.train.PreparedClips;
import org.undertone.model.train.Provenance;
import org.undertone.model.train.Recipe;
import org.undertone.model.train.TrainedNetwork;
import org.undertone.model.train.Trainer;
import org.undertone.model.train.TrainingLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ser train}: from corpora to a model file. */
@Command(
    name = "train",
    description = {
      "With --recipe: train a model on all speakers of the corpora and write it to a file.",
      "With --from: train a model further on clips of your own, 10 epochs if left out, and say how"
          + " good it was on held-out clips before and after."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ser train --recipe model/recipes/undertone.json --corpus ravdess_speech/ \\",
      "    --evaluation evaluation/report.json --out mine.tflite",
      "  ser train --from built-in --corpus my-clips/ --out mine.tflite",
      "",
      "An interrupted training by a recipe goes on where it was: its state is kept beside",
      "the model."
    })
final class TrainCommand implements Callable<Integer> {
  @ParentCommand private Ser ser;
  @Spec private CommandSpec command;
  @Mixin private RecipeOptions recipeOptions;
  @Mixin private CorporaOption corpora;
  @Mixin private FineTuneOptions fineTuning;
  @Mixin private CalibrationOptions calibration;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The model to write; FILE.epochs.csv beside it gets the log of the epochs.")
  private Path out;

  @Option(
      names = "--precision",
      paramLabel = "P",
      defaultValue = "FLOAT16",
      description = "Of the weights: ${COMPLETION-CANDIDATES}. ${DEFAULT-VALUE} if left out.")
  private Precision precision;

  @Override
  public Integer call() throws IOException {
    fineTuning.check();
    recipeOptions.check();
    calibration.check();
    if (fineTuning.isGiven() && (recipeOptions.isGiven() || calibration.isGiven())) {
      throw new ParameterException(
          command.commandLine(), "--from takes neither --recipe nor --evaluation");
    }
    if (!fineTuning.isGiven() && !recipeOptions.isGiven()) {
      throw new ParameterException(
          command.commandLine(), "--recipe is missing, or --from to train a model further");
    }
    if (Files.isDirectory(out)) {
      throw new IOException(out + " is a folder: name a file with --out");
    }
    Console console = ser.console();
    if (fineTuning.isGiven()) {
      new FineTuneRun(console, fineTuning, recipeOptions, corpora).run(out, precision);
      return Ser.OK;
    }
    Recipe recipe = recipeOptions.read();
    JsonObject report = calibration.read(recipe, console);
    List<VerifiedCorpus> verified = corpora.open(console);
    List<Clip> clips = CorporaOption.clips(verified);
    RecipeOptions.tellUnused(console, recipe, clips);
    PreparedClips prepared;
    try (StepProgress progress = new StepProgress(console, "features", "clips", clips.size())) {
      prepared = PreparedClips.prepare(recipe, clips, progress);
    }
    TrainedNetwork network = train(recipe, prepared, Provenance.of(recipe, verified, report));
    network = network.withSpec(CalibrationOptions.calibrated(network.spec(), report));
    byte[] file = TfliteWriter.write(network.toNetwork(), network.spec(), precision);
    ExportCheck check = ExportCheck.run(network, file, precision, prepared);
    if (!check.holds()) {
      throw new IOException(
          "the exported file differs from the trained network by " + check.largestDifference());
    }
    writeWhole(out, file);
    Trainer.forget(recipe, checkpoint());
    console
        .out()
        .printf(
            Locale.ROOT,
            "%s: %d bytes; probabilities within %.1e of the trained network's, same class on %d of"
                + " %d clips%n",
            out,
            file.length,
            check.largestDifference(),
            check.sameClass(),
            check.clips());
    return Ser.OK;
  }

  private TrainedNetwork train(Recipe recipe, PreparedClips prepared, String provenance)
      throws IOException {
    TrainingLog log = new TrainingLog(sibling(out, ".epochs.csv"), "all");
    try (StepProgress progress =
        new StepProgress(ser.console(), "train", "epochs", recipe.allEpochs())) {
      Trainer trainer =
          new Trainer(
              recipe,
              prepared,
              provenance,
              epoch -> {
                log.onEpoch(epoch);
                show(progress, epoch);
              });
      return trainer.train(checkpoint());
    }
  }

  static void show(StepProgress progress, Epoch epoch) {
    progress.message(String.format(Locale.ROOT, "loss %.3f", epoch.loss()));
    progress.at(epoch.number(), epoch.of());
  }

  private Path checkpoint() {
    return sibling(out, ".checkpoint");
  }

  static Path sibling(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  static void writeWhole(Path file, byte[] bytes) throws IOException {
    Path part = sibling(file, ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
