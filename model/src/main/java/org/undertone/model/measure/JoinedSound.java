// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Recordings one after the other, as a microphone would hear them, with a second of faint noise before,
 * between and after; immutable. The noise is white. Its level goes evenly, in dB, from the quietest
 * part of the recording before to that of the one after: a step there, or digital silence, would set
 * the speech gate a trap that no room does.
 */
final class JoinedSound {
  /** Length of a pause, seconds. */
  static final double PAUSE_SECONDS = 1;

  private static final double BLOCK_SECONDS = 0.05;
  private static final double QUIETEST = 0.05;

  /** A recording may have no pause at all: its noise is then taken to be this far below its speech. */
  private static final double LEAST_SNR_DB = 30;

  /** One step of 16 bits. */
  private static final double LEAST_RMS = 1.0 / (1 << 15);

  private final Sound sound;
  private final double[] starts;
  private final double[] ends;

  private JoinedSound(Sound sound, double[] starts, double[] ends) {
    this.sound = sound;
    this.starts = starts;
    this.ends = ends;
  }

  /** Joins sounds at a rate in Hz. */
  static JoinedSound of(List<Sound> parts, int rate, Random random) throws IOException {
    List<Sound> same = new ArrayList<>();
    for (Sound part : parts) {
      same.add(part.at(rate));
    }
    int pause = (int) Math.round(PAUSE_SECONDS * rate);
    int length = pause + same.stream().mapToInt(part -> part.samples().length + pause).sum();
    float[] joined = new float[length];
    double[] starts = new double[same.size()];
    double[] ends = new double[same.size()];
    int at = 0;
    double before = floorRms(same.get(0));
    for (int i = 0; i < same.size(); i++) {
      float[] samples = same.get(i).samples();
      double floor = floorRms(same.get(i));
      noise(joined, at, pause, before, floor, random);
      at += pause;
      System.arraycopy(samples, 0, joined, at, samples.length);
      starts[i] = (double) at / rate;
      at += samples.length;
      ends[i] = (double) at / rate;
      before = floor;
    }
    noise(joined, at, pause, before, before, random);
    return new JoinedSound(new Sound(joined, rate), starts, ends);
  }

  private static void noise(
      float[] target, int offset, int length, double fromRms, double toRms, Random random) {
    for (int i = 0; i < length; i++) {
      double rms = fromRms * Math.pow(toRms / fromRms, (double) i / length);
      target[offset + i] = (float) (rms * random.nextGaussian());
    }
  }

  /** Returns the level of the quietest twentieth of the recording. */
  private static double floorRms(Sound part) {
    int block = (int) Math.round(BLOCK_SECONDS * part.rate());
    float[] samples = part.samples();
    double[] energies = new double[Math.max(1, samples.length / block)];
    double sum = 0;
    for (int i = 0; i < samples.length; i++) {
      double square = (double) samples[i] * samples[i];
      sum += square;
      if (i / block < energies.length) {
        energies[i / block] += square / block;
      }
    }
    Arrays.sort(energies);
    double quiet = energies[(int) (QUIETEST * energies.length)];
    double most = sum / Math.max(1, samples.length) * Math.pow(10, -LEAST_SNR_DB / 10);
    return Math.max(LEAST_RMS, Math.sqrt(Math.min(quiet, most)));
  }

  /** Returns all of it. */
  Sound sound() {
    return sound;
  }

  /** Returns which recording most of a window is of; of equals the first, -1 if it holds none. */
  int partOf(double startSeconds, double endSeconds) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < starts.length; i++) {
      double overlap = overlap(i, startSeconds, endSeconds);
      if (overlap > most) {
        most = overlap;
        best = i;
      }
    }
    return best;
  }

  /** Returns whether a window holds something of exactly one recording. */
  boolean holdsOne(double startSeconds, double endSeconds) {
    int parts = 0;
    for (int i = 0; i < starts.length; i++) {
      parts += overlap(i, startSeconds, endSeconds) > 0 ? 1 : 0;
    }
    return parts == 1;
  }

  private double overlap(int part, double startSeconds, double endSeconds) {
    return Math.min(ends[part], endSeconds) - Math.max(starts[part], startSeconds);
  }
}
