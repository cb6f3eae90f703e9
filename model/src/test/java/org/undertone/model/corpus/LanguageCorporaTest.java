// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.CorpusReport.Reason;
import org.undertone.model.corpus.CorpusReport.Rejection;
import org.undertone.ser.Emotion;

/** The smaller corpora of other languages, by the names of their files. */
final class LanguageCorporaTest {
  private static final String HASH = "9dd2014cc6e95226ece8fd97fa8296acea7957d841ba48e82486e842";

  @TempDir private Path folder;
  private TinyCorpus tiny;

  @BeforeEach
  void prepare() {
    tiny = new TinyCorpus(folder);
  }

  @Test
  void readsAesddWithItsTakes() throws IOException {
    tiny.wavs(
        "anger/a06 (5).wav",
        "anger/a06 (5)b.wav",
        "fear/f13 (01).wav",
        "sadness/s20 (6).wav",
        "happiness/n01 (1).wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("aesdd");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::emotion, Clip::statement, Clip::repetition)
        .containsExactlyInAnyOrder(
            tuple("aesdd_5", Emotion.ANGRY, "06", ""),
            tuple("aesdd_5", Emotion.ANGRY, "06", "b"),
            tuple("aesdd_1", Emotion.FEARFUL, "13", ""),
            tuple("aesdd_6", Emotion.SAD, "20", ""));
    assertThat(corpus.report().rejections())
        .extracting(Rejection::file, Rejection::reason)
        .containsExactly(tuple("happiness/n01 (1).wav", Reason.BAD_NAME));
  }

  @Test
  void readsRakshakWhereItIsSafe() throws IOException {
    tiny.wavs(
        "Roads/help-safe-fearful-20190709085906-" + HASH + ".wav",
        "Roads/no-safe-Calm-20190709085907-" + HASH + ".wav",
        "House/bacho-scream-angry-1562907046662-" + HASH + ".wav",
        "House/background-safe-None-20190701193438-" + HASH + ".wav",
        "House/unknown-glass break-None-20190701193439-" + HASH + ".wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("rakshak");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::emotion, Clip::statement)
        .containsExactlyInAnyOrder(
            tuple("rakshak_9dd2014cc6e9", Emotion.FEARFUL, "help"),
            tuple("rakshak_9dd2014cc6e9", Emotion.NEUTRAL, "no"));
    assertThat(corpus.report().rejections())
        .extracting(Rejection::reason, Rejection::detail)
        .containsExactlyInAnyOrder(
            tuple(Reason.UNMAPPED_EMOTION, "angry beside scream"),
            tuple(Reason.UNMAPPED_EMOTION, "no word"),
            tuple(Reason.UNMAPPED_EMOTION, "none beside glass break"));
  }

  @Test
  void readsTheHundredsOfEmotionTts() throws IOException {
    tiny.wavs(
        "ema/wav/ema00001.wav",
        "ema/wav/ema00100.wav",
        "emf/wav/emf00101.wav",
        "nek/wav/nek00300.wav",
        "nee/wav/nee00400.wav",
        "nee/wav/nee00401.wav",
        "nee/wav/nee00000.wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("emotiontts");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::sex, Clip::emotion)
        .containsExactlyInAnyOrder(
            tuple("emotiontts_ema", Sex.FEMALE, Emotion.NEUTRAL),
            tuple("emotiontts_ema", Sex.FEMALE, Emotion.NEUTRAL),
            tuple("emotiontts_emf", Sex.MALE, Emotion.HAPPY),
            tuple("emotiontts_nek", Sex.MALE, Emotion.SAD),
            tuple("emotiontts_nee", Sex.FEMALE, Emotion.ANGRY));
    assertThat(corpus.report().counts()).containsOnlyKeys(Reason.BAD_NAME);
  }

  /** The names of one woman's files are those of another's. */
  @Test
  void takesTheSpeakerOfEyaseFromTheFolder() throws IOException {
    tiny.wavs(
        "Data/EYASE/Female01/fm01_ang (1).wav",
        "Data/EYASE/Female02/fm01_ang (1).wav",
        "Data/EYASE/Male03/ml03_neu (30).wav",
        "Data/EYASE/fm01_ang (2).wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("eyase");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::sex, Clip::emotion)
        .containsExactlyInAnyOrder(
            tuple("eyase_Female01", Sex.FEMALE, Emotion.ANGRY),
            tuple("eyase_Female02", Sex.FEMALE, Emotion.ANGRY),
            tuple("eyase_Male03", Sex.MALE, Emotion.NEUTRAL));
    assertThat(corpus.report().counts()).containsOnlyKeys(Reason.BAD_NAME);
  }

  @Test
  void readsIndoWaveSentimentButNoDisappointment() throws IOException {
    tiny.wavs("data/Actor_01/01-03-02-01.wav", "data/Actor_10/10-05-01-03.wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("indowave");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::emotion, Clip::intensity, Clip::repetition)
        .containsExactly(tuple("indowave_01", Emotion.SURPRISED, "02", "01"));
    assertThat(corpus.report().rejections())
        .extracting(Rejection::reason, Rejection::detail)
        .containsExactly(tuple(Reason.UNMAPPED_EMOTION, "disappointed"));
  }

  @Test
  void readsCasiaByItsFolders() throws IOException {
    tiny.wavs(
        "casia/liuchanhg/angry/201.wav",
        "casia/ZhaoZuoxiang/fear/250.wav",
        "casia/wangzhe/surprise/203.wav",
        "casia/zhaoquanyin/neutral/203.wav",
        "casia/201.wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("casia");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::sex, Clip::emotion, Clip::statement)
        .containsExactlyInAnyOrder(
            tuple("casia_liuchanhg", Sex.FEMALE, Emotion.ANGRY, "201"),
            tuple("casia_zhaozuoxiang", Sex.MALE, Emotion.FEARFUL, "250"),
            tuple("casia_wangzhe", Sex.MALE, Emotion.SURPRISED, "203"),
            tuple("casia_zhaoquanyin", Sex.FEMALE, Emotion.NEUTRAL, "203"));
    assertThat(corpus.report().rejections())
        .extracting(Rejection::file, Rejection::reason)
        .containsExactly(tuple("casia/201.wav", Reason.BAD_NAME));
  }

  /** A reader of RAVDESS would take the angry for calm. */
  @Test
  void tellsBanglaSerFromRavdess() throws IOException {
    String[] files = new String[9];
    for (int i = 0; i < files.length; i++) {
      files[i] = String.format("03-01-03-02-0%d-0%d-01.wav", i / 3 + 1, i % 3 + 1);
    }
    tiny.wavs(files);

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("banglaser");
    assertThat(corpus.clips())
        .hasSize(9)
        .allSatisfy(clip -> assertThat(clip.emotion()).isEqualTo(Emotion.ANGRY))
        .extracting(Clip::speaker, Clip::sex, Clip::intensity)
        .containsOnly(tuple("banglaser_01", Sex.MALE, "02"));
  }

  @Test
  void knowsTheFiveEmotionsOfBanglaSer() throws IOException {
    tiny.wavs(
        "03-01-01-01-03-03-34.wav",
        "03-01-02-01-03-03-34.wav",
        "01-01-04-02-03-01-33.wav",
        "03-01-05-01-03-03-34.wav",
        "03-01-06-01-03-03-34.wav",
        "03-01-01-01-03-03-35.wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::sex, Clip::emotion)
        .containsExactlyInAnyOrder(
            tuple("banglaser_34", Sex.FEMALE, Emotion.HAPPY),
            tuple("banglaser_34", Sex.FEMALE, Emotion.SAD),
            tuple("banglaser_33", Sex.MALE, Emotion.SURPRISED),
            tuple("banglaser_34", Sex.FEMALE, Emotion.NEUTRAL));
    assertThat(corpus.report().counts()).containsOnlyKeys(Reason.BAD_NAME);
  }
}
