// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.audio.ResampledSource;

/** Recordings of actors, joined with short pauses. Tests that ask for them are skipped without them. */
final class Ravdess {
  private static final double PAUSE_SECONDS = 0.3;
  private static final int LONGEST_CLIP_SECONDS = 12;

  /** Above the noise of the recordings, below their speech. */
  private static final float SPEECH = 0.02f;

  private Ravdess() {}

  /** Returns at least so many seconds of an actor's clips, one after the other. */
  static float[] joined(int actor, double seconds) throws IOException {
    return join(actor, seconds, PAUSE_SECONDS, clip -> clip);
  }

  /** Returns at least so many seconds of an actor's speech, without the silence around it. */
  static float[] speech(int actor, double seconds) throws IOException {
    return join(actor, seconds, 0, Ravdess::trimmed);
  }

  private static float[] join(int actor, double seconds, double pause, UnaryOperator<float[]> cut)
      throws IOException {
    Path folder = Path.of(System.getProperty("undertone.data", "")).resolve("ravdess_speech");
    assumeTrue(
        "skipped: needs the recordings of RAVDESS in " + folder + " (-Dundertone.data=FOLDER)",
        Files.isDirectory(folder));
    float[] joined = new float[(int) ((seconds + LONGEST_CLIP_SECONDS) * Phone.RATE)];
    int length = 0;
    for (Path file : clipsOf(folder, actor)) {
      if (length >= seconds * Phone.RATE) {
        break;
      }
      float[] clip = cut.apply(read(file));
      System.arraycopy(clip, 0, joined, length, clip.length);
      length += clip.length + (int) (pause * Phone.RATE);
    }
    return inSixteenBits(Arrays.copyOf(joined, length));
  }

  /** Goes through emotions and sentences alike, as their order is that of the last digits. */
  private static List<Path> clipsOf(Path folder, int actor) throws IOException {
    String ending = String.format(Locale.ROOT, "-%02d.flac", actor);
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> clips = all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      return Stream.concat(
              everyFourth(clips, 0), Stream.concat(everyFourth(clips, 1), everyFourth(clips, 2)))
          .toList();
    }
  }

  private static Stream<Path> everyFourth(List<Path> clips, int from) {
    return Stream.iterate(from, i -> i < clips.size(), i -> i + 4).map(clips::get);
  }

  private static float[] read(Path file) throws IOException {
    try (AudioSource clip = new ResampledSource(AudioFiles.open(file), Phone.RATE)) {
      float[] samples = new float[LONGEST_CLIP_SECONDS * Phone.RATE];
      int count = 0;
      int read;
      while ((read = clip.read(samples, count, samples.length - count)) > 0) {
        count += read;
      }
      return Arrays.copyOf(samples, count);
    }
  }

  private static float[] trimmed(float[] clip) {
    int from = 0;
    int to = clip.length;
    while (from < to && Math.abs(clip[from]) < SPEECH) {
      from++;
    }
    while (to > from && Math.abs(clip[to - 1]) < SPEECH) {
      to--;
    }
    return Arrays.copyOfRange(clip, from, to);
  }

  /** As a file of 16 bits and a microphone have them, which then are equal. */
  private static float[] inSixteenBits(float[] samples) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.round(samples[i] * (float) Short.MAX_VALUE) / (float) Short.MAX_VALUE;
    }
    return samples;
  }
}
