// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.undertone.model.Digests;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpus;
import org.undertone.model.corpus.Steps;
import org.undertone.model.study.report.Exploration;
import org.undertone.model.study.report.FeatureTable;
import org.undertone.model.study.report.HtmlReport;
import org.undertone.model.study.report.StudySection;
import org.undertone.ser.feature.ClipFeatures;

/** Repeats the literature's experiments on RAVDESS and writes the report. An interrupted study goes on where it was. */
public final class Study {
  /**
   * What is studied.
   *
   * @param speech spoken clips
   * @param song sung clips of the same actors; null for none
   * @param shipped cross-validated numbers of the shipped model's recipe; null for none
   */
  public record Material(Corpus speech, Corpus song, ShippedEvaluation shipped) {}

  private final Material material;
  private final StudySettings settings;
  private final Path folder;

  /**
   * Prepares a study.
   *
   * @param folder gets index.html, the pictures, the tables, and in {@code runs} what is kept for the next time
   */
  public Study(Material material, StudySettings settings, Path folder) {
    this.material = material;
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * Carries out what is not kept yet and writes the report.
   *
   * @throws IOException if the clips do not suffice or cannot be read, or a file cannot be written
   */
  public void run(Steps steps) throws IOException {
    StudyClips clips =
        StudyClips.of(material.speech(), material.song(), settings, steps.begin("check", "clips"));
    Path kept = folder.resolve("runs");
    FeatureReader reader = new FeatureReader(clips.all(), kept);
    FeatureTables tables = reader.read(steps.begin("features", "clips"));
    Trial trial = new Trial(clips, tables, settings.seed());
    RunStore store = new RunStore(kept, fingerprint(clips, reader), settings.seed());
    List<Experiment> experiments = experiments(clips.hasSong());
    List<Run> runs = experiments.stream().flatMap(one -> one.runs().stream()).toList();
    Map<Run, RunResult> results =
        new Runner(trial, store, settings.jobs()).run(runs, steps.begin("study", "trainings"));
    write(clips, tables, experiments, new Results(results));
  }

  private List<Experiment> experiments(boolean song) {
    Catalogue catalogue = new Catalogue(settings);
    return List.of(
        new ImagesExperiment(catalogue, song),
        new TreesExperiment(catalogue),
        new PerceptronExperiment(catalogue),
        new FourClassesExperiment(catalogue),
        new SequenceExperiment(catalogue, material.shipped()),
        new SpeakerExperiment(catalogue),
        new WaterfallExperiment(catalogue));
  }

  /** Hashes labels and folds, too: a corrected label is another study. */
  private static String fingerprint(StudyClips clips, FeatureReader reader) {
    StringBuilder text = new StringBuilder(reader.fingerprint());
    for (int fold = 0; fold < clips.folds().count(); fold++) {
      text.append('\n').append(clips.folds().speakers(fold));
    }
    for (StudyClip one : clips.all()) {
      text.append('\n').append(one.clip().emotion()).append(one.clip().speaker());
      text.append(one.clip().sex()).append(one.clip().channel()).append(one.copy());
    }
    return Digests.sha256Hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void write(
      StudyClips clips, FeatureTables tables, List<Experiment> experiments, Results results)
      throws IOException {
    List<MainRow> mainRows = experiments.stream().flatMap(one -> one.mainRows().stream()).toList();
    Overview overview = new Overview(mainRows, results);
    List<StudySection> sections = new ArrayList<>();
    sections.add(overview.section());
    sections.add(exploration(clips, tables).section());
    experiments.forEach(one -> sections.add(one.section(results)));
    sections.add(protocol(clips, tables));
    HtmlReport.write(folder, "Speech emotion: what holds", overview.summary(), sections);
  }

  private Exploration exploration(StudyClips clips, FeatureTables tables) {
    Exploration exploration =
        Exploration.of(
            restricted(material.speech(), clips), named(clips, tables, ClipSet.Channels.SPEECH));
    return clips.hasSong()
        ? exploration.withSong(
            restricted(material.song(), clips), named(clips, tables, ClipSet.Channels.SONG))
        : exploration;
  }

  private static Corpus restricted(Corpus corpus, StudyClips clips) {
    Set<Clip> own = Set.copyOf(corpus.clips());
    return new Corpus(
        corpus.name(),
        corpus.format(),
        clips.all().stream().map(StudyClip::clip).filter(own::contains).toList(),
        corpus.report());
  }

  private static FeatureTable named(
      StudyClips clips, FeatureTables tables, ClipSet.Channels channels) {
    List<Integer> places =
        clips.places(new ClipSet(channels, ClipSet.Voices.ALL, ClassSet.EIGHT, true));
    double[][] rows = new double[places.size()][ClipFeatures.columns().size()];
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      float[] row = tables.statistics()[places.get(i)];
      for (int column = 0; column < row.length; column++) {
        rows[i][column] = row[column];
      }
      labels.add(clips.all().get(places.get(i)).clip().emotion().label());
    }
    return new FeatureTable(ClipFeatures.columns(), rows, labels);
  }

  private StudySection protocol(StudyClips clips, FeatureTables tables) {
    List<String> folds = new ArrayList<>();
    for (int fold = 0; fold < clips.folds().count(); fold++) {
      folds.add(String.join(" ", clips.folds().speakers(fold)));
    }
    StudySection.Builder section =
        StudySection.builder("protocol", "How it was done")
            .paragraph(
                String.format(
                    Locale.ROOT,
                    "Settings: %s; seed %d, %d clips at 16 kHz. Folds of actors: %s.",
                    settings.name(),
                    settings.seed(),
                    clips.all().size(),
                    String.join("; ", folds)))
            .paragraph(
                "Numbers of trees, rounds and epochs were fixed beforehand; scaling is fitted on training clips, also in the"
                    + " random split: only the split itself leaks. All random numbers come from the"
                    + " seed, so that the same command gives the same tables, but for those of"
                    + " what it costs.")
            .paragraph(
                tables.defects().isEmpty()
                    ? "Of the features none is missing or infinite."
                    : "Features, replaced by 0: " + String.join("; ", tables.defects()) + ".");
    clips.notes().forEach(note -> section.paragraph(note.strip()));
    return section.build();
  }
}
