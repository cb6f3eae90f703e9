// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Steps;
import org.undertone.model.evaluate.Prediction;
import org.undertone.model.evaluate.Results;
import org.undertone.model.evaluate.Summary;
import org.undertone.model.measure.Table.Kind;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.timeline.Verdict;

/**
 * Measures how a model stands up to what a phone meets. The same clips, noises, models and seed give
 * the same numbers, but for the time of an inference, whatever the number of threads.
 */
public final class Measurement {
  /**
   * What to measure on; immutable.
   *
   * @param clips labelled clips
   * @param noise folder of noises with a manifest.csv, or null for none
   * @param neutral folder of plain speech with a manifest.csv, or null for none
   * @param seed of all that is drawn
   */
  public record Material(List<Clip> clips, Path noise, Path neutral, long seed) {
    /** Copies the list. */
    public Material {
      clips = List.copyOf(clips);
    }
  }

  private final Judges judges;
  private final Material material;
  private final Steps steps;
  private final ModelSpec spec;

  /** Prepares to measure. */
  public Measurement(Judges judges, Material material, Steps steps) {
    this.judges = judges;
    this.material = material;
    this.steps = steps;
    spec = judges.models().spec();
  }

  /**
   * Measures everything.
   *
   * @throws IOException if a recording cannot be read, or a speaker is in no fold
   */
  public MeasurementReport run() throws IOException {
    judges.models().requireSpeakers(material.clips());
    List<Table> tables = new ArrayList<>();
    // First, while the threads have nothing to do.
    tables.add(network());
    Map<Condition, Results> results = conditions();
    Results clean = results.values().iterator().next();
    List<Prediction> predictions = clean.predictions();
    tables.add(0, ClipTables.conditions(results));
    tables.add(1, streams());
    if (material.neutral() != null) {
      tables.add(2, plainSpeech());
    }
    if (material.noise() != null) {
      tables.add(tables.size() - 1, noiseAlone());
    }
    tables.add(ClipTables.labels(predictions));
    tables.add(ClipTables.calibration(predictions, spec.unsureThreshold()));
    tables.add(ClipTables.groups(material.clips(), predictions));
    tables.add(ClipTables.classes(clean.confusion()));
    tables.add(ClipTables.confusion(clean.confusion()));
    return new MeasurementReport(heading(clean), facts(), tables, results);
  }

  private Map<Condition, Results> conditions() throws IOException {
    int rate = spec.mfcc().sampleRate();
    Noises noises = material.noise() == null ? null : Noises.read(material.noise(), rate);
    List<Condition> conditions = Condition.all(noises, material.seed());
    return ConditionRun.run(
        judges, material.clips(), conditions, steps.begin("conditions", "clips"));
  }

  private Table streams() throws IOException {
    return withAndWithoutProfile(
        LiveTables.streams(spec),
        (table, profile, learn) ->
            LiveTables.addStreams(
                table,
                profile,
                Streams.run(
                    judges,
                    material.clips(),
                    learn,
                    material.seed(),
                    steps.begin("streams", "speakers"))));
  }

  private Table plainSpeech() throws IOException {
    return withAndWithoutProfile(
        LiveTables.plainSpeech(),
        (table, profile, learn) ->
            LiveTables.addPlainSpeech(
                table,
                profile,
                FalseAlarms.speech(
                    judges,
                    material.neutral(),
                    learn,
                    material.seed(),
                    steps.begin("plain speech", "streams"))));
  }

  /** Hears something live and adds what was heard. */
  @FunctionalInterface
  private interface Hearing {
    void add(Table table, String profile, boolean learn) throws IOException;
  }

  private static Table withAndWithoutProfile(Table table, Hearing hearing) throws IOException {
    hearing.add(table, "learning", true);
    hearing.add(table, "none", false);
    return table;
  }

  private Table noiseAlone() throws IOException {
    Map<String, List<Verdict>> noise =
        FalseAlarms.noise(judges, material.noise(), false, steps.begin("noise", "recordings"));
    Map<String, List<Verdict>> voices =
        FalseAlarms.noise(judges, material.noise(), true, steps.begin("voices", "recordings"));
    return LiveTables.noise(noise, voices);
  }

  private Table network() throws IOException {
    ModelFile file = judges.models().files().get(0);
    InferenceTime time;
    try (EmotionClassifier classifier = new TfliteClassifier(file)) {
      time = InferenceTime.of(classifier);
    }
    Table table =
        new Table("network", "The network, one window on one thread of this machine")
            .column("file_bytes", "file bytes", Kind.COUNT)
            .column("p50_ms", "p50 ms", Kind.NUMBER)
            .column("p95_ms", "p95 ms", Kind.NUMBER);
    table.row(file.size(), time.medianMillis(), time.p95Millis());
    return table;
  }

  private List<String> heading(Results clean) {
    List<String> lines = new ArrayList<>();
    Models models = judges.models();
    lines.add(
        models.isCrossValidated()
            ? spec.name()
                + ": "
                + models.files().size()
                + " models, each on the speakers that it has not heard"
            : spec.name() + ": only speakers that it was not trained on say how good it is");
    Summary speakers = clean.speakerAccuracy();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d clips of %d speakers, seed %d; clean WA by speaker: min %.1f, median %.1f, max %.1f %%",
            material.clips().size(),
            clean.bySpeaker().size(),
            material.seed(),
            100 * speakers.min(),
            100 * speakers.median(),
            100 * speakers.max()));
    if (models.isCrossValidated()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "clean WA by fold: %.1f %% ± %.1f (mean ± deviation)",
              100 * clean.foldAccuracy().mean(),
              100 * clean.foldAccuracy().deviation()));
    }
    return lines;
  }

  private JsonObject facts() {
    JsonObject json = new JsonObject();
    json.addProperty("model", spec.name());
    json.addProperty("cross_validated", judges.models().isCrossValidated());
    json.addProperty("network_sha256", judges.models().files().get(0).networkHash());
    json.addProperty("clips", material.clips().size());
    json.addProperty("seed", material.seed());
    return json;
  }
}
