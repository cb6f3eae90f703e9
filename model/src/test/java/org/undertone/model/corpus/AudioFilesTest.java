// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioFilesTest {
  @TempDir Path temp;

  @Test
  void opensByContentAndNotByName() throws IOException {
    short[] noise = TinyCorpus.noise(1);
    Path wav = Files.write(temp.resolve("really-wav.flac"), TinyCorpus.wav(noise));
    Path flac =
        Files.write(
            temp.resolve("really-flac.wav"),
            TinyFlac.of(8000, new short[][] {noise}, noise.length));

    ClipScan ofWav = ClipScan.of(() -> AudioFiles.open(wav));
    ClipScan ofFlac = ClipScan.of(() -> AudioFiles.open(flac));

    assertThat(ofWav.samples()).isEqualTo(TinyCorpus.SAMPLES);
    assertThat(ofWav).isEqualTo(ofFlac);
  }

  @ParameterizedTest
  @CsvSource({
    "ID3xxxxxxxxx, MP3",
    "ÿûxxxxxxxxxx, MP3",
    "ÿñxxxxxxxxxx, AAC",
    "OggSxxxxxxxx, Ogg",
    "xxxxftypM4A , M4A",
    "FORMxxxxAIFF, AIFF",
    "#!AMRxxxxxxx, AMR",
    "hello world!, no sound format"
  })
  void namesOtherFormats(String head, String format) throws IOException {
    Path file = Files.write(temp.resolve("sound.wav"), head.getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> AudioFiles.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("sound.wav")
        .hasMessageContaining(format)
        .hasMessageContaining("convert it to WAV or FLAC");
  }

  @Test
  void namesEmptyFilesFoldersAndMissingOnes() throws IOException {
    Path empty = Files.createFile(temp.resolve("empty.wav"));

    assertThatThrownBy(() -> AudioFiles.open(empty)).hasMessageContaining("it is empty");
    assertThatThrownBy(() -> AudioFiles.open(temp)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> AudioFiles.open(temp.resolve("no.wav")))
        .hasMessageContaining("does not exist");
  }
}
