// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.ser.FrontEnd;
import org.undertone.ser.TestData;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.feature.MfccSpec;

/** The speech gate on real recordings: clips of four corpora, and noises of road, rain and crowd. */
final class SpeechGateRecordingsTest {
  private static final MfccSpec SPEC = MfccSpec.of(16_000, 512, 256, 64, 40);
  private static final double WINDOW_SECONDS = 3;
  private static final double ENOUGH_SECONDS = 1.5;
  private static final int EVERY = 10;

  @ParameterizedTest
  @ValueSource(strings = {"ravdess_speech", "nemo", "tess", "ased"})
  void findsSpeechInEveryClip(String corpus) throws IOException {
    List<Path> files = flacs(TestData.corpus(corpus));
    List<String> without = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    int tested = 0;
    for (int i = 0; i < files.size(); i += EVERY) {
      double seconds = count(speech(samples(files.get(i)))) * SPEC.hopSeconds();
      least = Math.min(least, seconds);
      tested++;
      if (seconds < 0.5) {
        without.add(files.get(i).getFileName() + ": " + seconds);
      }
    }
    System.out.printf(
        Locale.ROOT, "%s: at least %.2f s of speech in each of %d clips%n", corpus, least, tested);
    assertThat(tested).isGreaterThan(40);
    assertThat(without).isEmpty();
  }

  @Test
  void aLiveVerdictFallsDueOnMostOfPlainSpeech() throws IOException {
    assertThat(shareOfWindowsWithEnoughSpeech("neutral_speech")).isGreaterThan(0.9);
  }

  /** What comes in knocks or cries passes: clocks, fireworks, babies. Roads and fans do not. */
  @Test
  void takesFewWindowsOfNoiseForSpeech() throws IOException {
    assertThat(shareOfWindowsWithEnoughSpeech("noise")).isLessThan(0.2);
  }

  private static double shareOfWindowsWithEnoughSpeech(String corpus) throws IOException {
    int frames = (int) Math.round(WINDOW_SECONDS / SPEC.hopSeconds());
    int windows = 0;
    int enough = 0;
    for (Path file : flacs(TestData.corpus(corpus))) {
      boolean[] speech = speech(samples(file));
      for (int from = 0; from + frames <= speech.length; from += frames / 3) {
        int heard = count(Arrays.copyOfRange(speech, from, from + frames));
        enough += heard * SPEC.hopSeconds() >= ENOUGH_SECONDS ? 1 : 0;
        windows++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d of %d windows of 3 s have enough speech, %.1f %%%n",
        corpus,
        enough,
        windows,
        100.0 * enough / windows);
    assertThat(windows).isGreaterThan(50);
    return (double) enough / windows;
  }

  @ParameterizedTest
  @CsvSource({"10, 0.6", "5, 0.5", "0, 0.35"})
  void findsSpeechInTheNoiseOfARoad(double snrDb, double share) throws IOException {
    Path noises = TestData.corpus("noise");
    List<Path> roads =
        flacs(noises).stream()
            .filter(file -> file.getFileName().toString().startsWith("moodist_road"))
            .toList();
    assertThat(roads).isNotEmpty();
    float[] road = samples(roads.get(0));
    List<Path> files = flacs(TestData.corpus("ravdess_speech"));
    int found = 0;
    int all = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < files.size(); i += 4 * EVERY) {
      float[] clean = samples(files.get(i));
      boolean[] before = speech(clean);
      boolean[] after = speech(mixed(clean, road, snrDb));
      int both = 0;
      for (int frame = 0; frame < before.length; frame++) {
        all += before[frame] ? 1 : 0;
        both += before[frame] && after[frame] ? 1 : 0;
      }
      found += both;
      least = Math.min(least, both * SPEC.hopSeconds());
    }
    System.out.printf(
        Locale.ROOT,
        "road at %.0f dB: %.1f %% of %d frames, at least %.2f s of each clip%n",
        snrDb,
        100.0 * found / all,
        all,
        least);
    assertThat((double) found / all).isGreaterThan(share);
    assertThat(least).as("enough for a verdict on every clip").isGreaterThanOrEqualTo(0.25);
  }

  /** The ratio is that of the energies over the whole clip, pauses included. */
  private static float[] mixed(float[] speech, float[] noise, double snrDb) {
    double speechEnergy = 0;
    double noiseEnergy = 0;
    for (int i = 0; i < speech.length; i++) {
      speechEnergy += (double) speech[i] * speech[i];
      noiseEnergy += (double) noise[i % noise.length] * noise[i % noise.length];
    }
    double gain = Math.sqrt(speechEnergy / noiseEnergy * Math.pow(10, -snrDb / 10));
    float[] sum = new float[speech.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (speech[i] + gain * noise[i % noise.length]);
    }
    return sum;
  }

  private static boolean[] speech(float[] samples) {
    List<Boolean> marks = new ArrayList<>();
    FrontEnd frontEnd = new FrontEnd(SPEC, 16_000, (logMel, speech) -> marks.add(speech));
    frontEnd.accept(samples, 0, samples.length);
    frontEnd.finish();
    boolean[] all = new boolean[marks.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = marks.get(i);
    }
    return all;
  }

  private static int count(boolean[] speech) {
    int count = 0;
    for (boolean one : speech) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private static float[] samples(Path file) throws IOException {
    try (AudioSource source = AudioFiles.open(file)) {
      assertThat(source.sampleRate()).isEqualTo(16_000);
      float[] samples = new float[16_000];
      int size = 0;
      int read;
      while ((read = source.read(samples, size, samples.length - size)) >= 0) {
        size += read;
        if (size == samples.length) {
          samples = Arrays.copyOf(samples, 2 * size);
        }
      }
      return Arrays.copyOf(samples, size);
    }
  }

  private static List<Path> flacs(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".flac")).sorted().toList();
    }
  }
}
