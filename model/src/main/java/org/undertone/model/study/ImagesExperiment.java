// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.undertone.model.evaluate.Summary;
import org.undertone.model.study.ClipSet.Channels;
import org.undertone.model.study.ClipSet.Voices;
import org.undertone.model.study.learn.CurvePoint;
import org.undertone.model.study.report.CurveCharts;
import org.undertone.model.study.report.LearningCurve;
import org.undertone.model.study.report.StudyFigure;
import org.undertone.model.study.report.StudySection;

/** Experiment 2: a dense net on flattened features against a 2-D CNN on a stack of spectrograms. */
final class ImagesExperiment implements Experiment {
  private static final List<FeatureKind> TRANSFORMS =
      List.of(FeatureKind.LOG_MEL, FeatureKind.MFCC, FeatureKind.CHROMA);

  private static final double PUBLISHED_DENSE_SECONDS = 27;
  private static final double PUBLISHED_CNN_SECONDS = 537;

  private final Catalogue catalogue;
  private final boolean song;

  ImagesExperiment(Catalogue catalogue, boolean song) {
    this.catalogue = catalogue;
    this.song = song;
  }

  private Series dense(ClipSet clips, FeatureKind features) {
    return Series.of(clips, features, catalogue.dense());
  }

  private Series images(ClipSet clips, FeatureKind features) {
    return Series.of(clips, features, catalogue.images(features.images()));
  }

  private List<ClipSet> sets() {
    List<ClipSet> sets = new ArrayList<>();
    for (Channels channels : song ? List.of(Channels.values()) : List.of(Channels.SPEECH)) {
      if (channels != Channels.SONG) {
        sets.add(new ClipSet(channels, Voices.ALL, ClassSet.EIGHT, false));
      }
      sets.add(new ClipSet(channels, Voices.ALL, ClassSet.SUNG, false));
    }
    return sets;
  }

  @Override
  public List<Named> series() {
    List<Named> series = new ArrayList<>();
    for (ClipSet set : sets()) {
      String where = ": " + set.channels().words() + ", " + set.classes().words();
      series.add(new Named("dense net" + where, dense(set, FeatureKind.STACK)));
      series.add(new Named("2-D CNN" + where, images(set, FeatureKind.STACK)));
    }
    ClipSet speech = ClipSet.speech(ClassSet.EIGHT);
    for (FeatureKind transform : TRANSFORMS) {
      String where = ": speech, eight classes, " + transform.words() + " alone";
      series.add(new Named("dense net" + where, dense(speech, transform)));
      series.add(new Named("2-D CNN" + where, images(speech, transform)));
    }
    series.add(
        new Named(
            "dense net: speech, eight classes, means over time", dense(speech, FeatureKind.MEANS)));
    return series;
  }

  @Override
  public StudySection section(Results results) {
    List<Named> series = series();
    ResultTables tables = new ResultTables("images", series, results);
    Named dense = series.get(0);
    Named images = series.get(1);
    StudySection.Builder section =
        StudySection.builder("images", "2. Flattened features or a stack of spectrograms")
            .paragraph(
                "Log-mel, MFCC and chroma of three seconds, "
                    + FrameStack.ROWS
                    + " rows of "
                    + FrameStack.COLUMNS
                    + " frames each: laid end to end for a dense net, or stacked as channels for a"
                    + " 2-D CNN. Published: 63 % in "
                    + Texts.number(PUBLISHED_DENSE_SECONDS, 0)
                    + " s for the dense net, 57 % in "
                    + Texts.number(PUBLISHED_CNN_SECONDS, 0)
                    + " s for the CNN, 25 % as baseline.")
            .paragraph(finding(results.of(dense.series()), results.of(images.series())));
    if (!song) {
      section.paragraph("Song and both together are left out: no --song was given.");
    }
    section.table(tables.scores());
    for (Split.Kind kind : List.of(Split.Kind.RANDOM, Split.Kind.ACTORS)) {
      String title = "Speech, eight classes, " + kind.words();
      section.figure(
          new StudyFigure(
              "images-curves-" + kind.id(),
              "Accuracy and loss by epoch; of folds, their mean. The test clips choose nothing.",
              "Learning curves of a dense net and a 2-D CNN, " + kind.words(),
              CurveCharts.learning(
                  title,
                  curve("dense net", results.of(dense.series()).runs(kind)),
                  curve("2-D CNN", results.of(images.series()).runs(kind)))));
    }
    tables.addPictures(section, dense, "dense");
    tables.addPictures(section, images, "cnn");
    tables.addTables(section);
    return section.build();
  }

  private static String finding(SeriesResult dense, SeriesResult images) {
    StringBuilder text = new StringBuilder("The finding that the dense net does better is ");
    List<Split.Kind> kinds = List.of(Split.Kind.RANDOM, Split.Kind.ACTORS);
    for (Split.Kind kind : kinds) {
      double one = dense.accuracy(kind).mean();
      double other = images.accuracy(kind).mean();
      text.append(kind == kinds.get(0) ? "" : "; it is ");
      text.append(one > other ? "confirmed" : "refuted");
      text.append(kind == Split.Kind.RANDOM ? " with a random split (" : " with actors apart (");
      text.append(Texts.percent(one)).append(" against ").append(Texts.percent(other)).append(")");
    }
    return text.append(". To train, the CNN took ")
        .append(Texts.number(trainSeconds(images) / trainSeconds(dense), 1))
        .append(
            " times as long as the dense net (ratio of the medians of the folds of actors); published, ")
        .append(Texts.number(PUBLISHED_CNN_SECONDS / PUBLISHED_DENSE_SECONDS, 0))
        .append(" times.")
        .toString();
  }

  private static double trainSeconds(SeriesResult result) {
    return Summary.of(result.runs(Split.Kind.ACTORS).stream().map(RunResult::trainSeconds).toList())
        .median();
  }

  private static LearningCurve curve(String name, List<RunResult> runs) {
    return new LearningCurve(
        name,
        means(runs, CurvePoint::trainAccuracy),
        means(runs, CurvePoint::testAccuracy),
        means(runs, CurvePoint::trainLoss),
        means(runs, CurvePoint::testLoss));
  }

  private static List<Double> means(List<RunResult> runs, ToDoubleFunction<CurvePoint> value) {
    return IntStream.range(0, runs.get(0).curve().size())
        .mapToObj(
            epoch ->
                runs.stream()
                    .mapToDouble(run -> value.applyAsDouble(run.curve().get(epoch)))
                    .average()
                    .orElseThrow())
        .toList();
  }

  @Override
  public List<MainRow> mainRows() {
    ClipSet speech = ClipSet.speech(ClassSet.EIGHT);
    return List.of(
        MainRow.of(
            2,
            "dense net, flattened",
            "dense net, flattened log-mel, MFCC and chroma, eight classes",
            "63 %",
            dense(speech, FeatureKind.STACK)),
        MainRow.of(
            2,
            "2-D CNN, stacked",
            "2-D CNN, the same stacked, eight classes",
            "57 %",
            images(speech, FeatureKind.STACK)));
  }
}
