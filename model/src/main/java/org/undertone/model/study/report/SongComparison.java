// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undertone.ser.Emotion;

/** What song does otherwise than speech: length, level, pitch and spectrum, by emotion. */
final class SongComparison {
  private final FeatureTable speech;
  private final FeatureTable song;

  SongComparison(FeatureTable speech, FeatureTable song) {
    this.speech = speech;
    this.song = song;
  }

  /** Adds the table and a picture for each feature that is drawn. */
  void addTo(StudySection.Builder section) {
    List<Describable> known =
        Describable.of(speech).stream()
            .filter(one -> song.columns().contains(one.column()))
            .toList();
    section.paragraph(
        "Only emotions that are both spoken and sung are compared. Medians over clips; the effect"
            + " is the difference of the means in standard deviations (Cohen's d): 0.8 is called"
            + " large.");
    List<String> emotions = emotions();
    List<List<String>> rows = new ArrayList<>();
    for (Describable one : known) {
      double[] spoken = all(speech, one, emotions);
      double[] sung = all(song, one, emotions);
      rows.add(
          List.of(
              one.title(),
              one.text(Box.of(spoken).median()),
              one.text(Box.of(sung).median()),
              String.format(Locale.ROOT, "%+.2f", effect(spoken, sung))));
    }
    section.table(
        new StudyTable(
            "speech-song",
            "Speech against song: medians",
            List.of("Feature", "speech", "song", "effect"),
            rows,
            "Emotions: " + String.join(", ", emotions) + "."));
    for (Describable one : known) {
      if (one.drawn()) {
        Map<String, double[]> boxes = boxes(one, emotions);
        section.figure(
            new StudyFigure(
                "song-" + one.column().replace('_', '-'),
                one.name() + " of spoken and sung clips by emotion.",
                "Boxes, spoken above sung, for each emotion; the table has the medians.",
                DistributionCharts.boxes(one.name(), one.unit(), boxes)));
      }
    }
  }

  private List<String> emotions() {
    List<String> all = List.of(Emotion.values()).stream().map(Emotion::label).toList();
    return all.stream().filter(e -> speech.hasLabel(e) && song.hasLabel(e)).toList();
  }

  private static Map<String, double[]> boxes(
      FeatureTable features, Describable one, List<String> emotions) {
    Map<String, double[]> values = features.byLabel(one.column(), emotions);
    values.replaceAll((emotion, column) -> one.shown(column));
    return values;
  }

  private Map<String, double[]> boxes(Describable one, List<String> emotions) {
    Map<String, double[]> spoken = boxes(speech, one, emotions);
    Map<String, double[]> sung = boxes(song, one, emotions);
    Map<String, double[]> both = new LinkedHashMap<>();
    for (String emotion : emotions) {
      both.put(emotion + ", spoken", spoken.get(emotion));
      both.put(emotion + ", sung", sung.get(emotion));
    }
    return both;
  }

  private static double[] all(FeatureTable features, Describable one, List<String> emotions) {
    return boxes(features, one, emotions).values().stream()
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /** Returns Cohen's d: the difference of means in units of the pooled standard deviation. */
  static double effect(double[] from, double[] to) {
    double meanFrom = Arrays.stream(from).average().orElse(Double.NaN);
    double meanTo = Arrays.stream(to).average().orElse(Double.NaN);
    double squares = 0;
    for (double x : from) {
      squares += (x - meanFrom) * (x - meanFrom);
    }
    for (double x : to) {
      squares += (x - meanTo) * (x - meanTo);
    }
    return (meanTo - meanFrom) / Math.sqrt(squares / (from.length + to.length - 2));
  }
}
