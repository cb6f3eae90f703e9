// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.CorpusReport.Reason;
import org.undertone.model.corpus.CorpusReport.Rejection;

class AudioScanTest {
  @TempDir Path temp;

  private TinyCorpus savee(String name) {
    return new TinyCorpus(temp.resolve(name));
  }

  @Test
  void takesOutDamagedSilentEmptyAndRepeatedSound() throws IOException {
    short[] noise = TinyCorpus.noise(3);
    TinyCorpus tiny =
        savee("one")
            .wavs("DC_a01.wav")
            .bytes("DC_a02.wav", "RIFF and no more".getBytes(StandardCharsets.US_ASCII))
            .bytes("DC_a03.wav", TinyCorpus.wav(new short[50]))
            .bytes("DC_a04.wav", TinyCorpus.wav(new short[0]))
            .bytes("DC_a05.wav", TinyCorpus.wav(noise))
            .bytes("DC_a06.flac", TinyFlac.of(8000, new short[][] {noise}, noise.length));
    List<String> heard = new ArrayList<>();

    VerifiedCorpus verified =
        AudioScan.verify(
            Corpora.open(tiny.folder()), (done, total) -> heard.add(done + "/" + total));

    assertThat(verified.corpus().clips())
        .extracting(Clip::file)
        .containsExactly("DC_a01.wav", "DC_a05.wav");
    assertThat(verified.corpus().report().rejections())
        .extracting(Rejection::file, Rejection::reason)
        .containsExactly(
            tuple("DC_a02.wav", Reason.UNREADABLE),
            tuple("DC_a03.wav", Reason.EMPTY),
            tuple("DC_a04.wav", Reason.EMPTY),
            tuple("DC_a06.flac", Reason.DUPLICATE_AUDIO));
    assertThat(verified.corpus().report().rejections(Reason.DUPLICATE_AUDIO).get(0).detail())
        .isEqualTo("sounds the same as savee/DC_a05.wav");
    assertThat(verified.seconds()).isEqualTo(2.0 * TinyCorpus.SAMPLES / TinyCorpus.RATE);
    assertThat(heard).containsExactly("1/6", "2/6", "3/6", "4/6", "5/6", "6/6");
  }

  /** Three pairs of CREMA-D are so: nobody knows which label is right. */
  @Test
  void takesOutBothOfTwoEqualClipsOfDifferentEmotions() throws IOException {
    byte[] sound = TinyCorpus.wav(TinyCorpus.noise(3));
    Corpus one =
        Corpora.open(
            savee("one")
                .wavs("DC_a01.wav")
                .bytes("DC_a02.wav", sound)
                .bytes("DC_h01.wav", sound)
                .folder());
    Corpus two = Corpora.open(savee("two").wavs("KL_n01.wav").bytes("KL_a01.wav", sound).folder());

    List<VerifiedCorpus> verified = AudioScan.verify(List.of(one, two), Progress.NONE);

    assertThat(verified.get(0).corpus().clips())
        .extracting(Clip::file)
        .containsExactly("DC_a01.wav");
    assertThat(verified.get(0).corpus().report().rejections(Reason.CONFLICTING_LABELS))
        .extracting(Rejection::file, Rejection::detail)
        .containsExactly(
            tuple("DC_a02.wav", "angry here, happy in savee/DC_h01.wav"),
            tuple("DC_h01.wav", "happy here, angry in savee/DC_a02.wav"));
    assertThat(verified.get(1).corpus().clips())
        .extracting(Clip::file)
        .containsExactly("KL_n01.wav");
    assertThat(verified.get(1).corpus().report().rejections())
        .extracting(Rejection::detail)
        .containsExactly("angry here, happy in savee/DC_h01.wav");
  }

  @Test
  void findsCopiesAcrossCorpora() throws IOException {
    Corpus one = Corpora.open(savee("one").wavs("DC_a01.wav", "JE_a01.wav").folder());
    Corpus two = Corpora.open(savee("two").wavs("JE_a01.wav", "KL_n01.wav").folder());

    List<VerifiedCorpus> verified = AudioScan.verify(List.of(one, two), Progress.NONE);

    assertThat(verified.get(0).corpus().clips()).hasSize(2);
    assertThat(verified.get(1).corpus().clips())
        .extracting(Clip::file)
        .containsExactly("KL_n01.wav");
  }

  @Test
  void hashesNamesAndSoundAlikeInFolderAndZip() throws IOException {
    TinyCorpus tiny = savee("one").wavs("DC_a01.wav", "JE_a01.wav");
    String folder = AudioScan.verify(Corpora.open(tiny.folder()), Progress.NONE).sha256();
    String zip =
        AudioScan.verify(Corpora.open(tiny.zip(temp.resolve("one.zip"))), Progress.NONE).sha256();
    String other =
        AudioScan.verify(Corpora.open(savee("two").wavs("DC_a01.wav").folder()), Progress.NONE)
            .sha256();

    assertThat(zip).isEqualTo(folder).hasSize(64);
    assertThat(other).isNotEqualTo(folder);
  }

  @Test
  void usesFilesThatEndEarlyAndSaysSo() throws IOException {
    byte[] wav = TinyCorpus.wav(TinyCorpus.noise(8));
    TinyCorpus tiny = savee("one").bytes("DC_a01.wav", Arrays.copyOf(wav, wav.length - 20));

    VerifiedCorpus verified = AudioScan.verify(Corpora.open(tiny.folder()), Progress.NONE);

    assertThat(verified.seconds()).isEqualTo((TinyCorpus.SAMPLES - 10.0) / TinyCorpus.RATE);
    assertThat(verified.corpus().report().notes())
        .containsExactly("DC_a01.wav ends before its header says; it is used as it is");
  }
}
