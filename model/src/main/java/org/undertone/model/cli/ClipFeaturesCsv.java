// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.ClipAudio;
import org.undertone.model.corpus.Corpora;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.audio.ResampledSource;
import org.undertone.ser.feature.ClipFeatures;

/**
 * Writes the study's features as CSV by RFC 4180: a row for each clip, what is known of it first, then the columns of
 * {@link ClipFeatures}, exact to the last bit. What is not known is empty. All clips have one rate, since features at
 * different rates don't compare.
 */
final class ClipFeaturesCsv {
  private static final List<String> FACTS =
      List.of("file", "corpus", "speaker", "sex", "emotion", "intensity", "statement");

  private final Console console;
  private final Integer rate;

  /** A clip's facts and its sound. */
  private record Row(List<String> facts, ClipAudio audio) {
    String name() {
      return facts.get(0);
    }
  }

  /**
   * Prepares a table.
   *
   * @param rate to resample to, Hz, or null to leave clips as they are
   */
  ClipFeaturesCsv(Console console, Integer rate) {
    this.console = console;
    this.rate = rate;
  }

  /**
   * Writes the table of a corpus (a folder or a zip; clips that cannot be used are left out and reported) or of one recording.
   * Uses all cores.
   *
   * @throws IOException if a clip cannot be read or the table not written
   * @throws CommandException if clips have different rates, or one that has no such features
   */
  void write(Path input, OutputFile output) throws IOException, CommandException {
    List<Row> rows = rows(input);
    int common = rate != null ? rate : rateOf(rows.get(0));
    require(common);
    List<double[]> values = compute(rows, common);
    output.write(
        part -> {
          try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
              CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(concat(FACTS, ClipFeatures.columns()));
            for (int i = 0; i < rows.size(); i++) {
              csv.printRecord(concat(rows.get(i).facts(), texts(values.get(i))));
            }
          }
        });
  }

  private List<Row> rows(Path input) throws IOException {
    if (!Files.isDirectory(input) && !isZip(input)) {
      List<String> facts = List.of(input.toString(), "", "", "", "", "", "");
      return List.of(new Row(facts, () -> AudioFiles.open(input)));
    }
    List<Clip> clips =
        CorporaOption.clips(CorporaOption.verify(console, List.of(Corpora.open(input))));
    if (clips.isEmpty()) {
      throw new IOException(input + " holds no clip that can be used");
    }
    return clips.stream().map(clip -> new Row(facts(clip), clip.audio())).toList();
  }

  private static boolean isZip(Path input) {
    return input.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private static List<String> facts(Clip clip) {
    return List.of(
        clip.file(),
        clip.corpus(),
        clip.speaker(),
        clip.sex().code(),
        clip.emotion().label(),
        clip.intensity(),
        clip.statement());
  }

  private static int rateOf(Row row) throws IOException {
    try (AudioSource source = row.audio().open()) {
      return source.sampleRate();
    }
  }

  /** Asks before any work is done. */
  private void require(int common) throws CommandException {
    try {
      new ClipFeatures(common);
    } catch (IllegalArgumentException e) {
      throw new CommandException(e.getMessage() + ": resample with another --rate", e);
    }
  }

  private List<double[]> compute(List<Row> rows, int common) throws IOException, CommandException {
    ThreadLocal<ClipFeatures> features = ThreadLocal.withInitial(() -> new ClipFeatures(common));
    AtomicInteger done = new AtomicInteger();
    try (StepProgress progress = new StepProgress(console, "features", "clips", rows.size())) {
      return IntStream.range(0, rows.size())
          .parallel()
          .mapToObj(
              i -> {
                double[] values = features.get().compute(samples(rows.get(i), common));
                synchronized (progress) {
                  progress.at(done.incrementAndGet(), rows.size());
                }
                return values;
              })
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (DifferentRate e) {
      throw new CommandException(e.getMessage(), e);
    }
  }

  private float[] samples(Row row, int common) {
    try (AudioSource source = row.audio().open()) {
      if (source.sampleRate() == common) {
        return some(row, AudioFiles.readAll(source));
      }
      if (rate == null) {
        throw new DifferentRate(row.name(), source.sampleRate(), common);
      }
      try (AudioSource resampled = new ResampledSource(source, common)) {
        return some(row, AudioFiles.readAll(resampled));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] some(Row row, float[] samples) throws IOException {
    if (samples.length == 0) {
      throw new IOException(row.name() + " has no samples");
    }
    return samples;
  }

  private static List<String> texts(double[] values) {
    List<String> texts = new ArrayList<>(values.length);
    for (double value : values) {
      texts.add(Double.toString(value));
    }
    return texts;
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** Carries a refusal out of a parallel stream. */
  private static final class DifferentRate extends RuntimeException {
    private static final long serialVersionUID = 1;

    DifferentRate(String name, int rate, int others) {
      super(name + " has " + rate + " Hz, others " + others + " Hz: give --rate to resample all");
    }
  }
}
