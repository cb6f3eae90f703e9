// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.corpus.Corpus;
import org.undertone.model.corpus.Progress;
import org.undertone.ser.Emotion;
import org.undertone.ser.TestData;

/** A whole study on 180 real clips of twelve actors, as small as it can be. */
final class StudyTest {
  private static final StudySettings SMALLEST = StudySettings.smallest(1, 2);

  @TempDir private static Path folder;
  private static Corpus corpus;

  @BeforeAll
  static void study() throws IOException {
    Path from = TestData.corpus("ravdess_speech");
    Path clips = Files.createDirectories(folder.resolve("clips"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        // The first take of the first statement, and the two clips that are copies of each other.
        if (name.matches("03-01-..-..-01-01-(0[1256]|09|10|1[3478]|2[12])\\.flac")
            || name.matches("03-01-03-01-02-0[12]-07\\.flac")) {
          Files.copy(file, clips.resolve(name));
        }
      }
    }
    corpus = Corpora.open(clips);
    run(SMALLEST, folder.resolve("out"));
  }

  private static void run(StudySettings settings, Path out) throws IOException {
    new Study(new Study.Material(corpus, null, null), settings, out)
        .run((name, unit) -> Progress.NONE);
  }

  @Test
  void hasARowForEveryPublishedNumber() throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve("out/tables/main.csv"));
    assertThat(rows).hasSize(1 + 2 + 3 + 3 + 4 + 2);
    assertThat(rows.get(1)).contains("dense net").contains("63 %").contains("±");
    assertThat(String.join("\n", rows))
        .contains("57 %", "65 / 66", "71–73 %", "63–65 %", "60 %", "not given: use --evaluation");
  }

  @Test
  void showsEveryPictureThatThePageNames() throws IOException {
    String page = Files.readString(folder.resolve("out/index.html"));
    Set<String> named = new TreeSet<>();
    Matcher matcher = Pattern.compile("pictures/[a-z0-9-]+\\.png").matcher(page);
    while (matcher.find()) {
      named.add(matcher.group());
    }
    assertThat(named).hasSizeGreaterThan(40);
    for (String picture : named) {
      assertThat(folder.resolve("out").resolve(picture)).isNotEmptyFile();
    }
  }

  @Test
  void goesOnWhereItWasAndGivesTheSameTables() throws IOException {
    Path runs = folder.resolve("out/runs");
    Map<Path, FileTime> before = times(runs);
    Map<String, String> tables = tables(folder.resolve("out"));
    Path lost =
        before.keySet().stream()
            .filter(file -> file.getFileName().toString().startsWith("1-d-cnn"))
            .findFirst()
            .orElseThrow();
    Files.delete(lost);
    run(SMALLEST, folder.resolve("out"));
    Map<Path, FileTime> after = times(runs);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.remove(lost);
    before.remove(lost);
    assertThat(after).isEqualTo(before);
    assertThat(tables(folder.resolve("out"))).isEqualTo(tables);
  }

  @Test
  void noActorIsOnBothSidesWhereTheyAreToBeApart() throws IOException {
    StudyClips clips = StudyClips.of(corpus, null, SMALLEST, Progress.NONE);
    Trial trial = new Trial(clips, null, 1);
    Series series = new Catalogue(SMALLEST).all().get(0).series();
    List<Integer> places = clips.places(series.clips());
    assertThat(places).hasSize(180);
    Set<Integer> tested = new TreeSet<>();
    for (Run run : Experiment.runs(series, Split.Kind.ACTORS)) {
      Split split = trial.split(run);
      assertThat(speakers(clips, places, split.train()))
          .hasSize(10)
          .doesNotContainAnyElementsOf(speakers(clips, places, split.test()));
      tested.addAll(split.test());
    }
    assertThat(tested).hasSize(180);
    Split random = trial.split(new Run(series, Split.Kind.RANDOM, 0));
    assertThat(speakers(clips, places, random.train()))
        .containsAnyElementsOf(speakers(clips, places, random.test()));
  }

  private static Set<String> speakers(StudyClips clips, List<Integer> places, List<Integer> some) {
    return some.stream()
        .map(place -> clips.all().get(places.get(place)).clip().speaker())
        .collect(Collectors.toSet());
  }

  @Test
  void tellsCopiesAndLeavesThemOut() throws IOException {
    StudyClips clips = StudyClips.of(corpus, null, StudySettings.standard(1, 1), Progress.NONE);
    ClipSet set = ClipSet.speech(ClassSet.EIGHT);
    assertThat(clips.places(set)).hasSize(181);
    assertThat(clips.places(set.withTheCopies())).hasSize(182);
  }

  @Test
  void saysWhatIsMissing() {
    Corpus three = some("0[123]");
    assertThatThrownBy(() -> StudyClips.of(three, null, SMALLEST, Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("speakers: the study needs six groups");
    Corpus joyless =
        new Corpus(
            "joyless",
            corpus.format(),
            corpus.clips().stream().filter(clip -> clip.emotion() != Emotion.HAPPY).toList(),
            corpus.report());
    assertThatThrownBy(() -> StudyClips.of(joyless, null, SMALLEST, Progress.NONE))
        .hasMessageContaining("no spoken clips that are happy");
    assertThatThrownBy(() -> StudyClips.of(corpus, three, SMALLEST, Progress.NONE))
        .hasMessageContaining("has no clip that is sung");
  }

  private static Corpus some(String actors) {
    return new Corpus(
        "some",
        corpus.format(),
        corpus.clips().stream()
            .filter(clip -> clip.speaker().matches("ravdess_" + actors))
            .toList(),
        corpus.report());
  }

  private static Map<Path, FileTime> times(Path runs) throws IOException {
    Map<Path, FileTime> times = new HashMap<>();
    try (Stream<Path> files = Files.list(runs)) {
      for (Path file : files.toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  private static Map<String, String> tables(Path out) throws IOException {
    Map<String, String> tables = new HashMap<>();
    try (Stream<Path> files = Files.list(out.resolve("tables"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.endsWith("-costs.csv")) {
          tables.put(name, Files.readString(file));
        }
      }
    }
    return tables;
  }
}
