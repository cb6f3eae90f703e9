// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.audio.Resampler;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ser listen}: emotions as they are heard. */
@Command(
    name = "listen",
    description = "Tell the emotion live, from a microphone or from samples on standard input.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ser listen",
      "  ser listen --device usb --labels 3",
      "  ffmpeg -i talk.mp3 -f s16le -ac 1 -ar 16000 - | ser listen --stdin --rate 16000"
    })
final class ListenCommand implements Callable<Integer> {
  /** A block of standard input is at most this long; a pipe hands over less if less is there. */
  private static final int STDIN_BLOCK = 1024;

  @ParentCommand private Ser ser;
  @Spec private CommandSpec command;

  @ArgGroup(exclusive = true)
  private Origin origin = new Origin();

  @Option(names = "--rate", paramLabel = "HZ", description = "Sample rate on standard input.")
  private Integer rate;

  @Mixin private LabelsOption labels;
  @Mixin private ModelOption model;

  @Option(names = "--json", description = "JSON Lines: an object for each verdict.")
  private boolean json;

  /** Where samples come from. */
  static final class Origin {
    @Option(
        names = "--stdin",
        description = "Read raw signed 16-bit little-endian mono samples; needs --rate.")
    private boolean stdin;

    @Option(
        names = "--device",
        paramLabel = "NAME",
        description = "The first device whose name contains NAME.")
    private String device;

    @Option(names = "--list-devices", description = "Name the devices that record, and end.")
    private boolean list;
  }

  @Override
  public Integer call() throws IOException, CommandException {
    if (origin.list) {
      List<String> names = SoundCards.names();
      names.forEach(ser.console().out()::println);
      if (names.isEmpty()) {
        ser.console().err().println("ser: no device that records was found");
      }
      return Ser.OK;
    }
    checkRate();
    ModelFile modelFile = model.read();
    Labelling labelling = new Labelling(labels.scheme(), modelFile.spec().unsureThreshold());
    VerdictWriter writer = new VerdictWriter(ser.console(), labelling, json);
    try (EmotionClassifier classifier = new TfliteClassifier(modelFile);
        AudioSource source = open()) {
      LiveSession session = new LiveSession(classifier, source, ser.console(), writer);
      runUntilInterrupted(session);
    }
    return Ser.OK;
  }

  private void checkRate() {
    if (origin.stdin == (rate == null)) {
      throw new ParameterException(
          command.commandLine(),
          origin.stdin
              ? "--stdin needs --rate, as raw samples don't tell their rate"
              : "--rate belongs to --stdin; a microphone knows its rate");
    }
    if (rate != null && (rate < Resampler.MIN_RATE || rate > Resampler.MAX_RATE)) {
      throw new ParameterException(
          command.commandLine(),
          "--rate " + rate + ": need " + Resampler.MIN_RATE + " to " + Resampler.MAX_RATE);
    }
  }

  private AudioSource open() throws CommandException {
    return origin.stdin
        ? new PcmSource(ser.console().in(), rate, 1, STDIN_BLOCK, () -> {})
        : SoundCards.open(origin.device);
  }

  /** Ctrl-C ends the session as the end of the input does; the JVM waits for its hooks. */
  private static void runUntilInterrupted(LiveSession session) throws IOException {
    Thread interrupted = new Thread(session::finish, "interrupted");
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      session.run();
    } finally {
      removeHook(interrupted);
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending, and the hook runs: let it print before the classifier is closed.
      try {
        hook.join();
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
