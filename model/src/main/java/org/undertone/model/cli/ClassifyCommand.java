// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.VoiceProfile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ser classify}: emotions in recordings. */
@Command(
    name = "classify",
    description = "Tell the emotion in recordings (WAV or FLAC, any rate).",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ser classify clip.wav",
      "  ser classify --labels 4 --csv calls/ > calls.csv",
      "  ser classify clips-from-the-phone.zip",
      "  ser classify --json 'takes/*-angry-*.flac' | jq -r .label",
      "  ser classify --same-speaker --profile ann.json calls-of-ann/",
      "",
      "Where there is no speech, the label is \"no speech\", the probability 0 and the scores are empty."
    })
final class ClassifyCommand implements Callable<Integer> {
  /** Each thread has an interpreter of its own. */
  private static final int MAX_THREADS = 64;

  @ParentCommand private Ser ser;
  @Spec private CommandSpec command;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Recordings, folders or zips (all .wav and .flac files in them), or quoted glob patterns.")
  private List<String> files;

  @ArgGroup(exclusive = true)
  private Format format = new Format();

  @Mixin private LabelsOption labels;
  @Mixin private ModelOption model;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Files read at the same time; as many as there are cores if left out. One with"
              + " --same-speaker.")
  private int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--same-speaker",
      description =
          "The files are of one person, in the order given: each is judged with a voice profile of"
              + " those before it, as in the app. The output says how much speech the profile had"
              + " heard before a file, and how mature it was.")
  private boolean sameSpeaker;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "With --same-speaker: begin with the voice profile in this file, if there is one, and keep"
              + " there what was learnt.")
  private Path profile;

  /** Formats other than text. */
  static final class Format {
    @Option(names = "--json", description = "JSON Lines: an object for each file.")
    private boolean json;

    @Option(names = "--csv", description = "CSV: a header, and a row for each file.")
    private boolean csv;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 1 || threads > MAX_THREADS) {
      throw new ParameterException(
          command.commandLine(), "--threads must be from 1 to " + MAX_THREADS);
    }
    if (profile != null && !sameSpeaker) {
      throw new ParameterException(command.commandLine(), "--profile needs --same-speaker");
    }
    InputFinder found = new InputFinder(files);
    ModelFile modelFile = model.read();
    BatchSummary summary = sameSpeaker ? known(found, modelFile) : strangers(found, modelFile);
    if (found.isBatch() && !ser.console().out().checkError()) {
      summary.print(ser.console().err());
    }
    return summary.failures() > 0 ? Ser.FAILED : Ser.OK;
  }

  private BatchSummary strangers(InputFinder found, ModelFile modelFile)
      throws IOException, InterruptedException {
    int most = Math.min(threads, found.inputs().size());
    try (Classifying classifier = new BatchClassifier(modelFile, most)) {
      return run(classifier, found, modelFile.spec());
    }
  }

  private BatchSummary known(InputFinder found, ModelFile modelFile)
      throws IOException, InterruptedException {
    ModelSpec spec = modelFile.spec();
    VoiceProfile voice = profile == null ? new VoiceProfile(spec) : ProfileFile.read(profile, spec);
    try (SpeakerClassifier classifier = new SpeakerClassifier(modelFile, voice)) {
      BatchSummary summary = run(classifier, found, spec);
      if (profile != null) {
        ProfileFile.write(profile, classifier.profile());
      }
      return summary;
    }
  }

  private BatchSummary run(Classifying classifier, InputFinder found, ModelSpec spec)
      throws IOException, InterruptedException {
    List<Input> inputs = found.inputs();
    ResultWriter writer = writer(spec, inputs.size() > files.size());
    BatchSummary summary = new BatchSummary();
    try (BatchProgress progress = new BatchProgress(ser.console(), inputs.size())) {
      classifier.run(inputs, outcome -> take(outcome, writer, summary, progress));
    }
    return summary;
  }

  private ResultWriter writer(ModelSpec spec, boolean many) throws IOException {
    Console console = ser.console();
    Labelling labelling = new Labelling(labels.scheme(), spec.unsureThreshold());
    if (format.json) {
      return new JsonResults(console.data(), labelling);
    }
    if (format.csv) {
      return new CsvResults(console.data(), labelling, sameSpeaker);
    }
    double window = spec.windowSeconds();
    return new TextResults(console, labelling, window, many);
  }

  /** Answers whether anyone still reads the results. */
  private boolean take(
      Outcome outcome, ResultWriter writer, BatchSummary summary, BatchProgress progress) {
    PrintStream err = ser.console().err();
    summary.add(outcome);
    progress.print(
        () -> {
          try {
            writer.write(outcome);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          if (outcome.failed()) {
            err.println("ser: " + outcome.message());
            ser.explain(outcome.problem());
          } else if (outcome.recognition().truncated()) {
            err.println(
                "ser: " + outcome.input().name() + ": the file is cut short; heard what is there");
          }
        });
    progress.step();
    return !ser.console().out().checkError();
  }
}
