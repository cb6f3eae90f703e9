// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.corpus.Corpus;
import org.undertone.model.study.ShippedEvaluation;
import org.undertone.model.study.Study;
import org.undertone.model.study.StudySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ser study}: the literature's experiments, repeated fairly. */
@Command(
    name = "study",
    description = {
      "Repeat the experiments of the literature on RAVDESS, with the random splits of the write-ups"
          + " and with actors kept apart, and write one report."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ser study --corpus ravdess_speech/ --out study/",
      "  ser study --corpus ravdess_speech/ --song ravdess_song/ \\",
      "    --evaluation evaluation/report.json --out study/",
      "",
      "The report is index.html; every table is also in tables/, every picture in",
      "pictures/. An interrupted study goes on where it was: what is done is kept in",
      "runs/ of the --out folder."
    })
final class StudyCommand implements Callable<Integer> {
  private static final int MAX_JOBS = 64;

  @ParentCommand private Ser ser;
  @Spec private CommandSpec command;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "PATH",
      description = "A folder or zip of RAVDESS' speech.")
  private Path speech;

  @Option(
      names = "--song",
      paramLabel = "PATH",
      description = "A folder or zip of RAVDESS' song. Left out, so are the experiments on song.")
  private Path song;

  @Option(
      names = "--evaluation",
      paramLabel = "FILE",
      description =
          "The report.json of `ser evaluate` of the built-in model's recipe, to be shown beside. The"
              + " model itself knows all actors of RAVDESS.")
  private Path evaluation;

  @Option(
      names = "--quick",
      description = "Half of the actors, few trees and epochs: a trial of some minutes.")
  private boolean quick;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Draws splits, trees and weights. ${DEFAULT-VALUE} if left out.")
  private long seed;

  @Option(
      names = {"--threads", "--jobs"},
      paramLabel = "N",
      description =
          "Trainings at the same time, one thread each; as many as there are cores if left out.")
  private int jobs = Math.min(MAX_JOBS, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Gets the report, the tables, the pictures, and what is kept for resuming.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (jobs < 1 || jobs > MAX_JOBS) {
      throw new ParameterException(
          command.commandLine(), "--threads must be from 1 to " + MAX_JOBS);
    }
    long start = System.nanoTime();
    Corpus spoken = Corpora.open(speech);
    Corpus sung = song == null ? null : Corpora.open(song);
    ShippedEvaluation shipped = evaluation == null ? null : ShippedEvaluation.read(evaluation);
    Files.createDirectories(out);
    if (!Files.isWritable(out)) {
      throw new IOException(out + " cannot be written to");
    }
    // Pictures are drawn in memory; without this, Java may look for a screen.
    System.setProperty("java.awt.headless", "true");
    StudySettings settings =
        quick ? StudySettings.quick(seed, jobs) : StudySettings.standard(seed, jobs);
    try (StepBars bar = new StepBars(ser.console())) {
      new Study(new Study.Material(spoken, sung, shipped), settings, out).run(bar);
    }
    ser.console()
        .out()
        .printf(
            Locale.ROOT,
            "%s after %.1f min%n",
            out.resolve("index.html"),
            (System.nanoTime() - start) / 60e9);
    return Ser.OK;
  }
}
