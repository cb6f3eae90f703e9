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
import org.undertone.ser.audio.AudioSource;

class NamedCorporaTest {
  @TempDir Path temp;
  private TinyCorpus tiny;

  @BeforeEach
  void folder() {
    tiny = new TinyCorpus(temp.resolve("corpus"));
  }

  @Test
  void readsRavdessSpeechAndSong() throws IOException {
    tiny.wavs(
        "Audio_Speech_Actors_01-24/Actor_01/03-01-05-02-01-02-01.wav",
        "Audio_Song_Actors_01-24/Actor_01/03-02-04-01-02-01-01.wav",
        "Audio_Speech_Actors_01-24/Actor_02/03-01-09-01-01-01-02.wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("ravdess");
    assertThat(corpus.clips())
        .extracting(
            Clip::speaker,
            Clip::sex,
            Clip::emotion,
            Clip::intensity,
            Clip::statement,
            Clip::repetition,
            Clip::channel)
        .containsExactly(
            tuple("ravdess_01", Sex.MALE, Emotion.SAD, "normal", "dogs", "1", Channel.SONG),
            tuple("ravdess_01", Sex.MALE, Emotion.ANGRY, "strong", "kids", "2", Channel.SPEECH));
    assertThat(corpus.report().rejections(Reason.BAD_NAME))
        .singleElement()
        .extracting(Rejection::detail)
        .asString()
        .contains("part 3 (emotion) is 09");
  }

  /** Recipes take less of song than of speech, by the name of the corpus. */
  @Test
  void songIsACorpusOfItsOwn() throws IOException {
    tiny.wavs("Actor_01/03-02-04-01-02-01-01.wav", "Actor_02/03-02-05-01-01-01-02.wav");
    Corpus song = Corpora.open(tiny.folder());
    assertThat(song.name()).isEqualTo("ravdess_song");
    assertThat(song.format()).isEqualTo("ravdess");
    assertThat(song.clips()).extracting(Clip::corpus).containsOnly("ravdess_song");
    assertThat(song.clips()).extracting(Clip::speaker).containsExactly("ravdess_01", "ravdess_02");
    tiny.wavs("Actor_02/03-01-05-01-01-01-02.wav");
    Corpus mixed = Corpora.open(tiny.folder());
    assertThat(mixed.name()).isEqualTo("ravdess");
    assertThat(mixed.clips())
        .extracting(Clip::corpus)
        .containsExactly("ravdess_song", "ravdess", "ravdess_song");
  }

  @Test
  void readsRavdessOutOfItsZipWithoutUnpacking() throws IOException {
    tiny.wavs("Actor_01/03-01-05-02-01-02-01.wav", "Actor_24/03-01-03-01-01-01-24.wav");
    Path zip = tiny.zip(temp.resolve("Audio_Speech_Actors_01-24.zip"));

    Corpus corpus = Corpora.open(zip);

    assertThat(corpus.clips())
        .extracting(Clip::file)
        .containsExactly("Actor_01/03-01-05-02-01-02-01.wav", "Actor_24/03-01-03-01-01-01-24.wav");
    assertThat(corpus.clips())
        .allSatisfy(
            clip -> {
              try (AudioSource sound = clip.open()) {
                assertThat(sound.sampleRate()).isEqualTo(TinyCorpus.RATE);
              }
              assertThat(ClipScan.of(clip.audio()).samples()).isEqualTo(TinyCorpus.SAMPLES);
            });
  }

  @Test
  void readsCremaDWithTheSexesOfItsList() throws IOException {
    tiny.wavs(
        "AudioWAV/1001_DFA_ANG_XX.wav",
        "AudioWAV/1002_IEO_HAP_HI.wav",
        "AudioWAV/1040_ITH_SAD_X.wav");
    tiny.bytes("AudioMP3/1001_DFA_ANG_XX.mp3", new byte[] {'I', 'D', '3'});
    tiny.text(
        "VideoDemographics.csv",
        "ActorID,Age,Sex,Race,Ethnicity",
        "1001,51,Male,Caucasian,Not Hispanic",
        "1002,21,Female,Caucasian,Not Hispanic");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("cremad");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::sex, Clip::emotion, Clip::intensity, Clip::statement)
        .containsExactly(
            tuple("cremad_1001", Sex.MALE, Emotion.ANGRY, "", "DFA"),
            tuple("cremad_1002", Sex.FEMALE, Emotion.HAPPY, "high", "IEO"),
            tuple("cremad_1040", Sex.UNKNOWN, Emotion.SAD, "", "ITH"));
    assertThat(corpus.report().rejections(Reason.UNSUPPORTED_FORMAT))
        .extracting(Rejection::file)
        .containsExactly("AudioMP3/1001_DFA_ANG_XX.mp3");
  }

  @Test
  void notesThatCremaDLacksItsList() throws IOException {
    tiny.wavs("1001_DFA_ANG_XX.wav");

    assertThat(Corpora.open(tiny.folder()).report().lines(1))
        .containsExactly("note: no VideoDemographics.csv: the speakers' sexes are unknown");
  }

  @Test
  void readsTessWithPrefixesAndFolders() throws IOException {
    tiny.wavs(
        "OAF_back_angry.wav",
        "OAF_neutral/751testOA_bite_neutral48.wav",
        "test/102testYAF_young_ps11.wav",
        "x/YAF_chat_pleasant_surprised.wav",
        "OAF_Pleasant_surprise/OAF_gun_03.wav",
        "OAF_Pleasant_surprise/OAF_gun_a.wav",
        "YAF_fear_of.wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("tess");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::statement, Clip::emotion, Clip::sex)
        .containsExactly(
            tuple("tess_OAF", "gun", Emotion.SURPRISED, Sex.FEMALE),
            tuple("tess_OAF", "back", Emotion.ANGRY, Sex.FEMALE),
            tuple("tess_OAF", "bite", Emotion.NEUTRAL, Sex.FEMALE),
            tuple("tess_YAF", "young", Emotion.SURPRISED, Sex.FEMALE),
            tuple("tess_YAF", "chat", Emotion.SURPRISED, Sex.FEMALE));
    assertThat(corpus.report().rejections(Reason.BAD_NAME))
        .extracting(Rejection::file)
        .containsExactly("OAF_Pleasant_surprise/OAF_gun_03.wav", "YAF_fear_of.wav");
  }

  @Test
  void readsSaveeInBothLayouts() throws IOException {
    tiny.wavs(
        "ALL/DC_a01.wav", "AudioData/JE/sa02.wav", "AudioData/KL/su15.wav", "AudioData/JK/n30.wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("savee");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::emotion, Clip::statement, Clip::sex)
        .containsExactly(
            tuple("savee_DC", Emotion.ANGRY, "a01", Sex.MALE),
            tuple("savee_JE", Emotion.SAD, "sa02", Sex.MALE),
            tuple("savee_JK", Emotion.NEUTRAL, "n30", Sex.MALE),
            tuple("savee_KL", Emotion.SURPRISED, "su15", Sex.MALE));
  }

  @Test
  void readsLibriSpeechAsPlainSpeech() throws IOException {
    tiny.wavs(
        "dev-clean/84/121123/84-121123-0007.wav", "19-198-0000.wav", "dev-clean/84/notes.wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("librispeech");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::emotion, Clip::statement, Clip::sex)
        .containsExactly(
            tuple("librispeech_19", Emotion.NEUTRAL, "198-0000", Sex.UNKNOWN),
            tuple("librispeech_84", Emotion.NEUTRAL, "121123-0007", Sex.UNKNOWN));
    assertThat(corpus.report().rejections(Reason.BAD_NAME))
        .extracting(Rejection::file)
        .containsExactly("dev-clean/84/notes.wav");
  }

  @Test
  void readsEmoDbAndReportsBoredom() throws IOException {
    tiny.wavs(
        "wav/03a01Fa.wav",
        "wav/16b10Wb.wav",
        "wav/08a02La.wav",
        "wav/14a05Aa.wav",
        "wav/07a05Aa.wav");

    Corpus corpus = Corpora.open(tiny.zip(temp.resolve("download.zip")));

    assertThat(corpus.format()).isEqualTo("emodb");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::sex, Clip::emotion, Clip::statement, Clip::repetition)
        .containsExactly(
            tuple("emodb_03", Sex.MALE, Emotion.HAPPY, "a01", "a"),
            tuple("emodb_14", Sex.FEMALE, Emotion.FEARFUL, "a05", "a"),
            tuple("emodb_16", Sex.FEMALE, Emotion.ANGRY, "b10", "b"));
    assertThat(corpus.report().rejections())
        .extracting(Rejection::file, Rejection::reason)
        .containsExactly(
            tuple("wav/07a05Aa.wav", Reason.BAD_NAME),
            tuple("wav/08a02La.wav", Reason.UNMAPPED_EMOTION));
  }

  @Test
  void readsNemoWithItsList() throws IOException {
    tiny.wavs("samples/EB0_anger_1.wav", "samples/WR0_surprised_64.wav", "samples/ZZ9_fear_2.wav");
    tiny.text(
        "data.tsv",
        "file_id\temotion\traw_text\tnormalized_text\tspeaker_id\tgender\tage",
        "ZZ9_fear_2.wav\tfear\t\"Ród\" smoka\tród smoka\t        ZZ9\tfemale\t27");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("nemo");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::sex, Clip::emotion, Clip::statement)
        .containsExactly(
            tuple("nemo_EB0", Sex.FEMALE, Emotion.ANGRY, "1"),
            tuple("nemo_WR0", Sex.MALE, Emotion.SURPRISED, "64"),
            tuple("nemo_ZZ9", Sex.FEMALE, Emotion.FEARFUL, "2"));
  }

  @Test
  void readsAsedAndSettlesTheSexOfASpeaker() throws IOException {
    tiny.wavs(
        "05Angry/a5-01-02-01-09.wav",
        "04Sad/S4-04-02-01-09.wav",
        "01Neutral/n1-01-01-02-09.wav",
        "02Fear/f2-07-01-02-10.wav",
        "03Happy/h2-07-01-02-10.wav");

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.format()).isEqualTo("ased");
    assertThat(corpus.clips())
        .extracting(Clip::speaker, Clip::sex, Clip::emotion, Clip::statement, Clip::repetition)
        .containsExactly(
            tuple("ased_09", Sex.FEMALE, Emotion.NEUTRAL, "01", "01"),
            tuple("ased_10", Sex.MALE, Emotion.FEARFUL, "07", "01"),
            tuple("ased_09", Sex.FEMALE, Emotion.SAD, "04", "02"),
            tuple("ased_09", Sex.FEMALE, Emotion.ANGRY, "01", "02"));
    assertThat(corpus.report().notes())
        .containsExactly("speaker ased_09 is female in 2 and male in 1 clips; taken as female");
    assertThat(corpus.report().counts()).containsOnlyKeys(Reason.BAD_NAME);
  }

  @Test
  void reportsFilesWithoutBytes() throws IOException {
    tiny.wavs("DC_a01.wav").bytes("DC_a02.wav", new byte[0]);

    Corpus corpus = Corpora.open(tiny.folder());

    assertThat(corpus.clips()).hasSize(1);
    assertThat(corpus.report().rejections())
        .containsExactly(new Rejection("DC_a02.wav", Reason.EMPTY, "0 bytes"));
  }
}
