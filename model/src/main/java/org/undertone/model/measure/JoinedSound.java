// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Recordings one after the other, as a microphone would hear them, with a second of faint noise before,
 * between and after, which goes over from the noise of one recording to that of the next, and the faint
 * noise of a converter over all; immutable.
 */
final class JoinedSound {
  /** Length of a pause, seconds. */
  static final double PAUSE_SECONDS = 1;

  /**
   * One step of 16 bits: the noise of a microphone's converter. Recordings from studios are digitally
   * silent in places, and a step from there to any noise is a sound to the speech gate.
   */
  private static final double CONVERTER_RMS = 1.0 / (1 << 15);

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
    RoomNoise before = new RoomNoise(same.get(0));
    for (int i = 0; i < same.size(); i++) {
      float[] samples = same.get(i).samples();
      RoomNoise own = new RoomNoise(same.get(i));
      pause(joined, at, pause, before, own, random);
      at += pause;
      System.arraycopy(samples, 0, joined, at, samples.length);
      starts[i] = (double) at / rate;
      at += samples.length;
      ends[i] = (double) at / rate;
      before = own;
    }
    pause(joined, at, pause, before, before, random);
    for (int i = 0; i < joined.length; i++) {
      joined[i] += (float) (CONVERTER_RMS * random.nextGaussian());
    }
    return new JoinedSound(new Sound(joined, rate), starts, ends);
  }

  /** Goes from one noise to the other at an even power. */
  private static void pause(
      float[] target, int offset, int length, RoomNoise before, RoomNoise after, Random random) {
    float[] out = before.make(length, random);
    float[] in = after.make(length, random);
    for (int i = 0; i < length; i++) {
      double way = 0.5 * Math.PI * i / length;
      target[offset + i] = (float) (Math.cos(way) * out[i] + Math.sin(way) * in[i]);
    }
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
