// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpus;
import org.undertone.model.corpus.Sex;

/** How many clips there are of each emotion, sex, intensity and speaker. */
final class Balance {
  private final Corpus corpus;
  private final String id;

  /** Counts a corpus; ids begin with {@code id}, which also says what it is. */
  Balance(Corpus corpus, String id) {
    this.corpus = corpus;
    this.id = id;
  }

  /** Adds tables and charts. */
  void addTo(StudySection.Builder section) {
    List<String> sexes = values(clip -> sex(clip.sex()));
    List<String> intensities = values(Balance::intensity);
    Map<String, long[]> bySex = byEmotion(clip -> sex(clip.sex()), sexes);
    Map<String, long[]> byIntensity = byEmotion(Balance::intensity, intensities);
    section
        .paragraph(
            String.format(
                Locale.ROOT,
                "%d clips of %d speakers, %d emotions.",
                corpus.clips().size(),
                corpus.speakers().size(),
                corpus.emotions().size()))
        .table(table(bySex, sexes, byIntensity, intensities))
        .figure(
            new StudyFigure(
                id + "-sexes",
                "Clips of each emotion by the speaker's sex, " + id + ".",
                "Bars: " + spoken(bySex, sexes),
                BarCharts.classBalance("Clips by emotion and sex: " + id, sexes, bySex)))
        .figure(
            new StudyFigure(
                id + "-intensities",
                "Clips of each emotion by intensity, " + id + ".",
                "Bars: " + spoken(byIntensity, intensities),
                BarCharts.classBalance(
                    "Clips by emotion and intensity: " + id, intensities, byIntensity)))
        .table(speakers())
        .figure(
            new StudyFigure(
                id + "-speakers-chart",
                "Clips of each speaker by sex, " + id + ".",
                "Bars, one for each of "
                    + corpus.speakers().size()
                    + " speakers; the table has them.",
                BarCharts.classBalance("Clips by speaker: " + id, sexes, bySpeaker(sexes))));
  }

  private List<String> values(Function<Clip, String> of) {
    return corpus.clips().stream().map(of).distinct().sorted().toList();
  }

  private Map<String, long[]> byEmotion(Function<Clip, String> of, List<String> parts) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    corpus.emotions().forEach(emotion -> counts.put(emotion.label(), new long[parts.size()]));
    for (Clip clip : corpus.clips()) {
      counts.get(clip.emotion().label())[parts.indexOf(of.apply(clip))]++;
    }
    return counts;
  }

  private StudyTable table(
      Map<String, long[]> bySex,
      List<String> sexes,
      Map<String, long[]> byIntensity,
      List<String> intensities) {
    List<String> columns = new ArrayList<>(List.of("Emotion", "clips", "share, %"));
    columns.addAll(sexes);
    columns.addAll(intensities);
    List<List<String>> rows = new ArrayList<>();
    bySex.forEach(
        (emotion, counts) -> {
          long clips = sum(counts);
          List<String> row = new ArrayList<>(List.of(emotion, Long.toString(clips)));
          row.add(String.format(Locale.ROOT, "%.1f", 100.0 * clips / corpus.clips().size()));
          for (long count : counts) {
            row.add(Long.toString(count));
          }
          for (long count : byIntensity.get(emotion)) {
            row.add(Long.toString(count));
          }
          rows.add(row);
        });
    String commonest =
        String.format(
            Locale.ROOT,
            "Who always says the commonest emotion is right for %.1f %% of the clips.",
            100.0
                * bySex.values().stream().mapToLong(Balance::sum).max().orElse(0)
                / Math.max(1, corpus.clips().size()));
    return new StudyTable(
        id + "-emotions", "Clips by emotion, sex and intensity: " + id, columns, rows, commonest);
  }

  private Map<String, long[]> bySpeaker(List<String> sexes) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    corpus.speakers().forEach(speaker -> counts.put(speaker, new long[sexes.size()]));
    for (Clip clip : corpus.clips()) {
      counts.get(clip.speaker())[sexes.indexOf(sex(clip.sex()))]++;
    }
    return counts;
  }

  private StudyTable speakers() {
    List<String> emotions = corpus.emotions().stream().map(emotion -> emotion.label()).toList();
    List<String> columns = new ArrayList<>(List.of("Speaker", "sex", "clips"));
    columns.addAll(emotions);
    List<List<String>> rows = new ArrayList<>();
    for (String speaker : corpus.speakers()) {
      List<Clip> clips =
          corpus.clips().stream().filter(clip -> clip.speaker().equals(speaker)).toList();
      List<String> row = new ArrayList<>();
      row.add(speaker);
      row.add(sex(clips.get(0).sex()));
      row.add(Integer.toString(clips.size()));
      for (String emotion : emotions) {
        long count = clips.stream().filter(c -> c.emotion().label().equals(emotion)).count();
        row.add(Long.toString(count));
      }
      rows.add(row);
    }
    return new StudyTable(id + "-speakers", "Clips by speaker: " + id, columns, rows, "");
  }

  private static String spoken(Map<String, long[]> counts, List<String> parts) {
    return counts.entrySet().stream()
            .map(
                each -> {
                  List<String> words = new ArrayList<>();
                  for (int i = 0; i < parts.size(); i++) {
                    words.add(each.getValue()[i] + " " + parts.get(i));
                  }
                  return each.getKey() + " " + String.join(" and ", words);
                })
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  private static String sex(Sex sex) {
    return sex.name().toLowerCase(Locale.ROOT);
  }

  private static String intensity(Clip clip) {
    return clip.intensity().isEmpty() ? "not stated" : clip.intensity();
  }
}
