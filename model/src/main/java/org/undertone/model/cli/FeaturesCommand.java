// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.audio.ResampledSource;
import org.undertone.ser.feature.FrameSink;
import org.undertone.ser.feature.LogMelExtractor;
import org.undertone.ser.feature.MfccExtractor;
import org.undertone.ser.feature.MfccSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code ser features}: MFCC or log-mel frames of a recording, or the statistics of a corpus' clips, by librosa's definitions.
 */
@Command(
    name = "features",
    description = {
      "Write the MFCC frames of a recording, as librosa defines them; or, with --set study, a table of"
          + " statistics, a row for each clip of a corpus.",
      "The recording keeps its own sample rate unless --rate asks for another."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ser features clip.wav --n-fft 512 --hop 256 --mels 40 --mfcc 13 --out clip.npy",
      "  ser features clip.wav --rate 16000 --spec mfcc.json --format csv --out clip.csv",
      "  ser features ravdess/ --set study --format csv --out ravdess.csv"
    })
final class FeaturesCommand implements Callable<Integer> {
  private static final int BLOCK = 4096;

  @Spec private CommandSpec command;

  @ParentCommand private Ser ser;

  @Parameters(
      paramLabel = "FILE",
      description =
          "The recording (WAV or FLAC); with --set study also a corpus, as a folder or a zip.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "frames|study",
      defaultValue = "frames",
      description =
          "Frames, or the study's statistics over each clip: MFCC and their deltas, RMS,"
              + " zero crossings, centroid, bandwidth, roll-off, flatness, contrast, chroma, mel,"
              + " pitch.")
  private Set set;

  @Mixin private SpecOptions specOptions;

  @Option(names = "--log-mel", description = "Log-mel frames in dB instead of MFCC.")
  private boolean logMel;

  @Option(names = "--rate", paramLabel = "HZ", description = "Resample to this rate first.")
  private Integer rate;

  @Option(
      names = "--format",
      paramLabel = "npy|csv",
      description =
          "NumPy (float32, [frame][coefficient]) or CSV; by the name of the output if left out.")
  private Format format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write; an old file is replaced once the new one is whole.")
  private Path out;

  /** Which features. */
  enum Set {
    frames,
    study
  }

  /** How they are written. */
  enum Format {
    npy,
    csv
  }

  @Override
  public Integer call() throws IOException, CommandException {
    if (set == Set.study) {
      checkStudy();
      OutputFile output = new OutputFile(out, file);
      new ClipFeaturesCsv(ser.console(), rate).write(file, output);
      return Ser.OK;
    }
    specOptions.check(command.commandLine(), logMel);
    Format chosen = format();
    try (AudioSource source = open()) {
      MfccSpec spec =
          specOptions.spec(command.commandLine(), file.toString(), source.sampleRate(), logMel);
      new OutputFile(out, file).write(part -> write(source, spec, chosen, part));
    }
    return Ser.OK;
  }

  /** The features of the study have no parameters, and columns with names, which NumPy's files lack. */
  private void checkStudy() {
    if (logMel || specOptions.given()) {
      throw new ParameterException(
          command.commandLine(),
          "--set study has fixed parameters: leave out --spec, --log-mel and the options of frames");
    }
    if (format == Format.npy || (format == null && out.toString().endsWith(".npy"))) {
      throw new ParameterException(
          command.commandLine(), "--set study is a table with names: write it with --format csv");
    }
  }

  private Format format() {
    if (format != null) {
      return format;
    }
    for (Format each : Format.values()) {
      if (out.toString().endsWith("." + each)) {
        return each;
      }
    }
    throw new ParameterException(
        command.commandLine(), out + " ends in neither .npy nor .csv: give --format npy or csv");
  }

  private AudioSource open() throws IOException {
    AudioSource source = AudioFiles.open(file);
    if (rate == null || rate == source.sampleRate()) {
      return source;
    }
    try {
      return new ResampledSource(source, rate);
    } catch (IllegalArgumentException e) {
      source.close();
      throw new ParameterException(command.commandLine(), "--rate: " + e.getMessage(), e);
    }
  }

  private void write(AudioSource source, MfccSpec spec, Format chosen, Path part)
      throws IOException {
    int size = logMel ? spec.nMels() : spec.nMfcc();
    try (FrameFile frames =
        chosen == Format.npy ? new NpyFile(part, size) : new CsvFrames(part, size)) {
      stream(source, spec, frame -> unchecked(frames, frame));
      frames.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void unchecked(FrameFile frames, float[] frame) {
    try {
      frames.write(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stream(AudioSource source, MfccSpec spec, FrameSink sink) throws IOException {
    MfccExtractor mfcc = new MfccExtractor(spec);
    LogMelExtractor mel = new LogMelExtractor(spec);
    float[] block = new float[BLOCK];
    int read;
    while ((read = source.read(block, 0, BLOCK)) >= 0) {
      if (logMel) {
        mel.accept(block, 0, read, sink);
      } else {
        mfcc.accept(block, 0, read, sink);
      }
    }
    if (logMel) {
      mel.finish(sink);
    } else {
      mfcc.finish(sink);
    }
  }
}
