// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.model.corpus.CorpusReport.Reason;
import org.undertone.model.corpus.CorpusReport.Rejection;
import org.undertone.ser.Emotion;
import org.undertone.ser.TestData;

class RealCorporaTest {

  @Test
  void readsAllOfRavdessSpeech() throws IOException {
    Corpus corpus = Corpora.open(TestData.corpus("ravdess_speech"));

    assertThat(corpus.clips()).hasSize(1440);
    Map<String, Long> perSpeaker =
        corpus.clips().stream()
            .collect(Collectors.groupingBy(Clip::speaker, Collectors.counting()));
    assertThat(perSpeaker)
        .hasSize(24)
        .allSatisfy((speaker, count) -> assertThat(count).isEqualTo(60));
    assertThat(corpus.clips())
        .allSatisfy(
            clip -> {
              RavdessName name = RavdessName.parse(clip.file());
              assertThat(clip.sex()).isEqualTo(name.sex());
              assertThat(clip.speaker()).isEqualTo(name.speaker());
              assertThat(clip.emotion()).isEqualTo(name.emotion());
            });
    assertThat(corpus.emotionCounts())
        .containsEntry(Emotion.NEUTRAL, 96)
        .containsEntry(Emotion.CALM, 192);
    assertThat(corpus.report().lines(3)).isEmpty();
  }

  @Test
  void findsTheOnePairOfRavdessThatSoundsTheSame() throws IOException {
    Corpus corpus = Corpora.open(TestData.corpus("ravdess_speech"));

    VerifiedCorpus verified = AudioScan.verify(corpus, Progress.NONE);

    assertThat(verified.corpus().clips()).hasSize(1439);
    assertThat(verified.corpus().report().rejections())
        .extracting(Rejection::file, Rejection::reason, Rejection::detail)
        .containsExactly(
            tuple(
                "03-01-03-01-02-02-07.flac",
                Reason.DUPLICATE_AUDIO,
                "sounds the same as ravdess_speech/03-01-03-01-02-01-07.flac"));
    assertThat(verified.seconds()).isBetween(5000.0, 5600.0);
  }

  @ParameterizedTest
  @CsvSource({"ased, 1072, 65, 5", "nemo, 742, 9, 6", "tess, 448, 2, 7"})
  void readsTheOtherSubsets(String name, int clips, int speakers, int emotions) throws IOException {
    Corpus corpus = Corpora.open(TestData.corpus(name));

    assertThat(corpus.clips()).hasSize(clips);
    assertThat(corpus.speakers()).hasSize(speakers);
    assertThat(corpus.emotions()).hasSize(emotions).doesNotContain(Emotion.CALM);
    assertThat(corpus.clips()).noneMatch(clip -> clip.sex() == Sex.UNKNOWN);
    assertThat(corpus.report().rejections()).isEmpty();
  }

  /** The names of the files and the list beside them were written by different hands. */
  @ParameterizedTest
  @CsvSource({"ravdess_speech, ravdess", "ased, ased", "nemo, nemo", "tess, tess"})
  void readsTheSameFromNamesAsFromTheList(String folder, String format) throws IOException {
    Path path = TestData.corpus(folder);
    Map<String, Clip> listed =
        Corpora.open(path).clips().stream()
            .collect(Collectors.toMap(Clip::file, Function.identity()));

    Corpus named = Corpora.open(path, format);

    assertThat(named.report().rejections()).isEmpty();
    assertThat(named.clips()).hasSameSizeAs(listed.values());
    assertThat(named.clips())
        .allSatisfy(
            clip -> {
              Clip other = listed.get(clip.file());
              assertThat(List.of(clip.speaker(), clip.sex(), clip.emotion(), clip.intensity()))
                  .isEqualTo(
                      List.of(other.speaker(), other.sex(), other.emotion(), other.intensity()));
              assertThat(List.of(clip.statement(), clip.repetition(), clip.channel()))
                  .isEqualTo(List.of(other.statement(), other.repetition(), other.channel()));
            });
  }

  @Test
  void settlesTheSexesOfAsed() throws IOException {
    Corpus corpus = Corpora.open(TestData.corpus("ased"));

    assertThat(corpus.report().notes())
        .containsExactly(
            "speaker ased_09 is female in 15 and male in 1 clips; taken as female",
            "speaker ased_15 is female in 11 and male in 1 clips; taken as female",
            "speaker ased_23 is female in 19 and male in 1 clips; taken as female");
    Map<String, Sex> sexes = new HashMap<>();
    corpus
        .clips()
        .forEach(
            clip -> sexes.merge(clip.speaker(), clip.sex(), (a, b) -> a == b ? a : Sex.UNKNOWN));
    assertThat(sexes).doesNotContainValue(Sex.UNKNOWN);
  }

  @Test
  void reportsRecordingsWithoutAnEmotionOfOurs() throws IOException {
    Corpus corpus = Corpora.open(TestData.corpus("neutral_speech"));

    assertThat(corpus.clips()).isEmpty();
    assertThat(corpus.report().counts()).containsExactly(Map.entry(Reason.UNMAPPED_EMOTION, 125));
    assertThatThrownBy(() -> Corpora.open(TestData.corpus("noise")))
        .hasMessageContaining("61 recordings");
  }
}
