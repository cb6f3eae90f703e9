// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.undertone.model.corpus.Clip;
import org.undertone.model.measure.Judges;
import org.undertone.model.measure.Measurement;
import org.undertone.model.measure.MeasurementReport;
import org.undertone.model.measure.Models;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ser measure}: how a model stands up to what a phone meets. */
@Command(
    name = "measure",
    description = {
      "Measure how a model stands up to what a phone meets: noise, a telephone's band, gain, live"
          + " streams, plain speech, noise without speech; and its calibration and speed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ser measure --model mine.tflite --corpus savee.zip --out measured/",
      "  ser measure --folds evaluation/ --corpus ravdess_speech/ --noise noise/ \\",
      "    --neutral neutral_speech/ --out measured/",
      "",
      "Only speakers that a model was not trained on say how good it is."
    })
final class MeasureCommand implements Callable<Integer> {
  private static final int MAX_THREADS = 64;

  @ParentCommand private Ser ser;
  @Spec private CommandSpec command;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Subject subject;

  @Mixin private CorporaOption corpora;

  @Option(
      names = "--noise",
      paramLabel = "DIR",
      description =
          "Noises with a manifest.csv of the columns file and category, of which some have the words"
              + " road, rain and crowd. Left out, nothing is measured in noise.")
  private Path noise;

  @Option(
      names = "--neutral",
      paramLabel = "DIR",
      description =
          "Plain speech with a manifest.csv of the columns file, category and, if known, speaker."
              + " Left out, false alarms on it are not measured.")
  private Path neutral;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Draws the noises, where they start, and the order of clips in a stream."
              + " ${DEFAULT-VALUE} if left out.")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Clips judged at the same time; as many as there are cores if left out.")
  private int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Gets report.txt, report.json and the pictures.")
  private Path out;

  /** What is measured. */
  static final class Subject {
    @Option(
        names = "--model",
        paramLabel = "FILE|" + ModelOption.BUILT_IN,
        description = "A model made by `ser train`, or the built-in one.")
    private String model;

    @Option(
        names = "--folds",
        paramLabel = "DIR",
        description =
            "The --out folder of `ser evaluate --recipe`: each clip is judged by the model of the"
                + " fold that has not heard its speaker.")
    private Path folds;
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || threads > MAX_THREADS) {
      throw new ParameterException(
          command.commandLine(), "--threads must be from 1 to " + MAX_THREADS);
    }
    Models models = models();
    Files.createDirectories(out);
    List<Clip> clips = CorporaOption.clips(corpora.open(ser.console()));
    MeasurementReport report;
    try (Judges judges = new Judges(models, threads);
        StepBars bar = new StepBars(ser.console())) {
      report =
          new Measurement(judges, new Measurement.Material(clips, noise, neutral, seed), bar).run();
    }
    write(report);
    return Ser.OK;
  }

  private Models models() throws IOException {
    if (subject.folds != null) {
      return Models.ofFolds(subject.folds);
    }
    return Models.of(ModelOption.read(subject.model));
  }

  private void write(MeasurementReport report) throws IOException {
    ReportFiles.write(out, report.toJson(), report::print);
    // Pictures are drawn in memory; without this, Java may look for a screen.
    System.setProperty("java.awt.headless", "true");
    report.writePictures(out);
    ReportFiles.print(ser.console(), report::print);
  }
}
