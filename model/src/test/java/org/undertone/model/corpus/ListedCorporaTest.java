// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.CorpusReport.Reason;
import org.undertone.model.corpus.CorpusReport.Rejection;
import org.undertone.ser.Emotion;

class ListedCorporaTest {
  @TempDir Path temp;
  private TinyCorpus tiny;

  @BeforeEach
  void folder() {
    tiny = new TinyCorpus(temp.resolve("mine"));
  }

  @Test
  void readsManifestAndReportsEveryFileThatIsNotUsed() throws IOException {
    tiny.wavs("a.wav", "b.wav", "c.wav", "d.wav", "extra.wav");
    tiny.text(
        "manifest.csv",
        "file,speaker,sex,emotion,intensity,statement,repetition,channel",
        "a.wav,ravdess_01,M,angry,strong,kids,1,song",
        "gone.wav,ravdess_01,M,angry,,,,",
        "b.wav,ravdess_02,F,boredom,,,,",
        "c.wav,ravdess_02,X,sad,,,,",
        "d.wav,,F,sad,,,,",
        "a.wav,ravdess_01,M,angry,,,,");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.name()).isEqualTo("mine");
    assertThat(corpus.format()).isEqualTo("manifest");
    assertThat(corpus.clips())
        .extracting(
            Clip::id,
            Clip::speaker,
            Clip::sex,
            Clip::emotion,
            Clip::intensity,
            Clip::statement,
            Clip::channel)
        .containsExactly(
            tuple(
                "mine/a.wav",
                "ravdess_01",
                Sex.MALE,
                Emotion.ANGRY,
                "strong",
                "kids",
                Channel.SONG));
    assertThat(corpus.report().rejections())
        .extracting(Rejection::file, Rejection::reason)
        .containsExactly(
            tuple("gone.wav", Reason.MISSING),
            tuple("b.wav", Reason.UNMAPPED_EMOTION),
            tuple("c.wav", Reason.BAD_ROW),
            tuple("d.wav", Reason.BAD_ROW),
            tuple("a.wav", Reason.BAD_ROW),
            tuple("extra.wav", Reason.NOT_LISTED));
    assertThat(corpus.report().lines(0)).contains("not used: 3 (row of the list cannot be used)");
  }

  @Test
  void readsOwnClipsWithAndWithoutSpeakers() throws IOException {
    tiny.wavs("a.wav", "b.wav", "ben/c.wav");
    tiny.text(
        "metadata.csv",
        "\uFEFFfile_name,label,speaker,started",
        "a.wav,Happy,anna,2026-01-02T10:00",
        "./b.wav,calm,,",
        "ben\\c.wav,sad");

    Corpus corpus = Corpora.open(tiny.zip(temp.resolve("mine.zip")));

    assertThat(corpus.format()).isEqualTo("own");
    assertThat(corpus.clips())
        .extracting(Clip::id, Clip::speaker, Clip::emotion)
        .containsExactly(
            tuple("mine/a.wav", "own_anna", Emotion.HAPPY),
            tuple("mine/b.wav", "own_unknown", Emotion.CALM),
            tuple("mine/ben/c.wav", "own_mine/ben", Emotion.SAD));
    assertThat(corpus.report().rejections()).isEmpty();
  }

  @Test
  void readsListsInAFolderOfTheZip() throws IOException {
    tiny.wavs("export/a.wav").text("export/metadata.csv", "file_name,label", "a.wav,fearful");

    assertThat(Corpora.open(tiny.zip(temp.resolve("mine.zip"))).clips())
        .extracting(Clip::file)
        .containsExactly("export/a.wav");
  }

  @Test
  void readsIemocap() throws IOException {
    String wavs = "IEMOCAP/Session1/sentences/wav/Ses01F_impro01/Ses01F_impro01_";
    tiny.wavs(wavs + "F000.wav", wavs + "M001.wav", wavs + "M002.wav", wavs + "F003.wav");
    tiny.wavs("IEMOCAP/Session1/dialog/wav/Ses01F_impro01.wav");
    tiny.text(
        "IEMOCAP/Session1/dialog/EmoEvaluation/Ses01F_impro01.txt",
        "% [START_TIME - END_TIME] TURN_NAME EMOTION [V, A, D]",
        "",
        "[6.2901 - 8.2357]\tSes01F_impro01_F000\tneu\t[2.5000, 2.5000, 2.5000]",
        "C-E2:\tNeutral;\t()",
        "[10.0100 - 11.3925]\tSes01F_impro01_M001\texc\t[4.0000, 4.0000, 2.5000]",
        "[14.8872 - 18.0175]\tSes01F_impro01_M002\tfru\t[2.5000, 2.5000, 2.5000]",
        "[19.2900 - 20.7875]\tSes01F_impro01_F003\txxx\t[2.5000, 3.0000, 2.5000]",
        "[21.2900 - 22.7875]\tSes01F_impro01_F004\tang\t[2.5000, 3.0000, 2.5000]",
        "[not a turn");
    tiny.text(
        "IEMOCAP/Session1/dialog/EmoEvaluation/Categorical/Ses01F_impro01_e2_cat.txt", "Ses01F");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("iemocap");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::sex, Clip::emotion, Clip::statement)
        .containsExactly(
            tuple("iemocap_01F", Sex.FEMALE, Emotion.NEUTRAL, "impro01"),
            tuple("iemocap_01M", Sex.MALE, Emotion.HAPPY, "impro01"));
    assertThat(corpus.report().rejections())
        .extracting(rejection -> FileNames.name(rejection.file()), Rejection::reason)
        .containsExactly(
            tuple("Ses01F_impro01_M002.wav", Reason.UNMAPPED_EMOTION),
            tuple("Ses01F_impro01_F003.wav", Reason.UNMAPPED_EMOTION),
            tuple("Ses01F_impro01_F004.wav", Reason.MISSING),
            tuple("Ses01F_impro01.txt", Reason.BAD_ROW),
            tuple("Ses01F_impro01.wav", Reason.NOT_LISTED));
  }

  @Test
  void saysWhatIsUnderstoodIfNothingFits() throws IOException {
    tiny.wavs("take1.wav", "take2.wav");

    assertThatThrownBy(() -> Corpora.open(tiny.folder()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2 recordings such as take1.wav")
        .hasMessageContaining("ravdess: 03-01-05-01-02-01-12.wav")
        .hasMessageContaining("metadata.csv with the columns file_name, label");
  }

  @Test
  void pointsAtZipsInAFolder() throws IOException {
    tiny.bytes("Audio_Speech_Actors_01-24.zip", new byte[] {1});

    assertThatThrownBy(() -> Corpora.open(tiny.folder())).hasMessageContaining("open one of them");
  }

  @Test
  void takesTheFormatThatIsAskedFor() throws IOException {
    tiny.wavs("03a01Fa.wav", "take1.wav", "take2.wav");

    Corpus corpus = Corpora.open(tiny.folder(), "emodb");

    assertThat(corpus.clips()).hasSize(1);
    assertThat(corpus.report().rejections(Reason.BAD_NAME)).hasSize(2);
    assertThatThrownBy(() -> Corpora.open(tiny.folder(), "manifest"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no manifest.csv");
    assertThatThrownBy(() -> Corpora.open(tiny.folder(), "klingon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ravdess");
  }

  @Test
  void namesTheColumnThatIsMissing() throws IOException {
    tiny.wavs("a.wav").text("manifest.csv", "file,emotion", "a.wav,sad");

    assertThatThrownBy(() -> Corpora.open(tiny.folder(), "manifest"))
        .hasMessageContaining("lacks the column speaker");
  }

  @Test
  void namesBrokenTables() throws IOException {
    tiny.wavs("a.wav").text("manifest.csv", "file,speaker,emotion", "\"a.wav,x,sad");

    assertThatThrownBy(() -> Corpora.open(tiny.folder(), "manifest"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("manifest.csv");
  }

  @Test
  void namesWhatCannotBeOpened() throws IOException {
    tiny.bytes("corpus.zip", new byte[] {'P', 'K', 3, 4, 0});

    assertThatThrownBy(() -> Corpora.open(temp.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> Corpora.open(tiny.folder().resolve("corpus.zip")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a zip");
  }
}
