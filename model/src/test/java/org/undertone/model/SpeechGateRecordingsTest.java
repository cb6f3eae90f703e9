// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.ser.FrontEnd;
import org.undertone.ser.TestData;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.feature.MfccSpec;

/** The speech gate on real recordings: how much of speech and of noise it takes for speech. */
final class SpeechGateRecordingsTest {
  private static final MfccSpec SPEC = MfccSpec.of(16_000, 512, 160, 40, 20);
  private static final int WINDOW_FRAMES = 300;
  private static final int HOP_FRAMES = 100;

  /** Speech that a live verdict asks of a window, frames. */
  private static final int ENOUGH_FRAMES = 150;

  /** Every 12th of 1440 clips; about 45 % of a clip is silence before and after the words. */
  @Test
  void hearsTheSpeechOfActorsHoweverQuiet() throws IOException {
    // Measured: from 51 to 98 % of a clip, 64 % in the median.
    assertThat(clips("ravdess_speech", 12))
        .hasSizeGreaterThan(100)
        .allSatisfy(clip -> assertThat(share(clip)).isGreaterThan(0.45));
  }

  @Test
  void aLiveVerdictFallsDueOnMostOfPlainSpeech() throws IOException {
    // Measured: 167 of 178 windows.
    assertThat(shareOfWindowsWithEnoughSpeech(clips("neutral_speech", 1))).isGreaterThan(0.9);
  }

  /** What comes in knocks or cries passes: clocks, fireworks, babies. Road noise and fans do not. */
  @Test
  void aLiveVerdictFallsDueOnLittleOfNoise() throws IOException {
    // Measured: 103 of 643 windows.
    assertThat(shareOfWindowsWithEnoughSpeech(clips("noise", 1))).isLessThan(0.2);
  }

  private static double shareOfWindowsWithEnoughSpeech(List<boolean[]> clips) {
    int windows = 0;
    int enough = 0;
    for (boolean[] clip : clips) {
      for (int at = 0; at + WINDOW_FRAMES <= clip.length; at += HOP_FRAMES) {
        boolean[] window = Arrays.copyOfRange(clip, at, at + WINDOW_FRAMES);
        windows++;
        enough += share(window) * WINDOW_FRAMES >= ENOUGH_FRAMES ? 1 : 0;
      }
    }
    assertThat(windows).isGreaterThan(100);
    return (double) enough / windows;
  }

  private static double share(boolean[] frames) {
    int speech = 0;
    for (boolean frame : frames) {
      speech += frame ? 1 : 0;
    }
    return (double) speech / frames.length;
  }

  private static List<boolean[]> clips(String corpus, int every) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(TestData.corpus(corpus))) {
      files =
          found
              .filter(file -> file.toString().endsWith(".flac"))
              .sorted()
              .collect(Collectors.toList());
    }
    List<boolean[]> clips = new ArrayList<>();
    for (int i = 0; i < files.size(); i += every) {
      clips.add(decisions(files.get(i)));
    }
    return clips;
  }

  private static boolean[] decisions(Path file) throws IOException {
    List<Boolean> decisions = new ArrayList<>();
    try (AudioSource source = AudioFiles.open(file)) {
      FrontEnd frontEnd =
          new FrontEnd(SPEC, source.sampleRate(), (logMel, speech) -> decisions.add(speech));
      float[] block = new float[4096];
      int count;
      while ((count = source.read(block, 0, block.length)) >= 0) {
        frontEnd.accept(block, 0, count);
      }
      frontEnd.finish();
    }
    boolean[] frames = new boolean[decisions.size()];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = decisions.get(i);
    }
    return frames;
  }
}
