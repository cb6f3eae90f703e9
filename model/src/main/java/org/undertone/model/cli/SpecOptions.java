// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.ser.feature.MfccSpec;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that describe features: a file, or a number for each parameter. */
final class SpecOptions {
  @Option(
      names = "--spec",
      paramLabel = "JSON",
      description =
          "A file with all parameters, by librosa's names, instead of the options that follow.")
  private Path file;

  @Option(names = "--n-fft", paramLabel = "N", description = "Samples in a frame.")
  private Integer nFft;

  @Option(names = "--hop", paramLabel = "N", description = "Samples from frame to frame.")
  private Integer hop;

  @Option(names = "--mels", paramLabel = "N", description = "Mel bands.")
  private Integer mels;

  @Option(
      names = "--mfcc",
      paramLabel = "N",
      description = "Coefficients; not needed with --log-mel.")
  private Integer mfcc;

  @Option(
      names = "--fmin",
      paramLabel = "HZ",
      description = "Lower edge of the bands; 0 if left out.")
  private Double fmin;

  @Option(
      names = "--fmax",
      paramLabel = "HZ",
      description = "Upper edge of the bands; half the sample rate if left out.")
  private Double fmax;

  @Option(
      names = "--no-center",
      description = "Start the first frame at the first sample, without padding.")
  private boolean noCenter;

  /**
   * Returns the spec for samples at a rate.
   *
   * @param logMel whether the number of coefficients does not matter
   * @throws CommandException if the file of the spec is wrong or for another rate
   * @throws IOException if it cannot be read
   */
  MfccSpec spec(CommandLine command, String recording, int rate, boolean logMel)
      throws CommandException, IOException {
    if (file == null) {
      return ofNumbers(command, rate, logMel);
    }
    MfccSpec spec = ofFile();
    if (spec.sampleRate() != rate) {
      throw new CommandException(
          file
              + " is for "
              + spec.sampleRate()
              + " Hz, but "
              + recording
              + " has "
              + rate
              + " Hz: give --rate "
              + spec.sampleRate()
              + " to resample it");
    }
    return spec;
  }

  /** Returns whether any of the options was given. */
  boolean given() {
    return file != null || numbers() || noCenter;
  }

  private boolean numbers() {
    return nFft != null
        || hop != null
        || mels != null
        || mfcc != null
        || fmin != null
        || fmax != null;
  }

  /** Checks that the spec is given in one way, before anything is opened. */
  void check(CommandLine command, boolean logMel) {
    boolean numbers = numbers();
    if (file != null) {
      if (numbers || noCenter) {
        throw new ParameterException(
            command, "--spec has all parameters: leave out the options that repeat them");
      }
      return;
    }
    List<String> missing = new ArrayList<>();
    if (nFft == null) {
      missing.add("--n-fft");
    }
    if (hop == null) {
      missing.add("--hop");
    }
    if (mels == null) {
      missing.add("--mels");
    }
    if (mfcc == null && !logMel) {
      missing.add("--mfcc");
    }
    if (!missing.isEmpty()) {
      throw new ParameterException(
          command,
          "which features? Give "
              + (numbers ? "" : "--spec, or ")
              + String.join(", ", missing)
              + (numbers ? " as well" : ""));
    }
  }

  private MfccSpec ofNumbers(CommandLine command, int rate, boolean logMel) {
    try {
      return new MfccSpec(
          rate,
          nFft,
          hop,
          mels,
          mfcc == null && logMel ? mels : mfcc,
          fmin == null ? 0 : fmin,
          fmax == null ? rate / 2.0 : fmax,
          !noCenter);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  private MfccSpec ofFile() throws CommandException, IOException {
    try {
      JsonElement json = JsonParser.parseString(Files.readString(file));
      if (!json.isJsonObject()) {
        throw new CommandException(file + ": not a JSON object");
      }
      return MfccSpec.fromJson(json.getAsJsonObject());
    } catch (JsonParseException | IllegalArgumentException e) {
      throw new CommandException(file + ": " + e.getMessage(), e);
    }
  }
}
