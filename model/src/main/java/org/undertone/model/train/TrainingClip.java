// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.undertone.ser.Emotion;

/**
 * A clip ready for training: its log-mel frames at each playing speed, and which of them are speech.
 * The arrays are shared and not to be changed.
 */
final class TrainingClip {
  /** Of a clip without speech; below what any microphone gives. */
  private static final double LEAST_LEVEL_DB = -100;

  private final String id;
  private final String corpus;
  private final String speaker;
  private final Emotion emotion;
  private final float[][] logMel;
  private final boolean[][] speech;
  private final double[] speechDb;

  TrainingClip(
      String id,
      String corpus,
      String speaker,
      Emotion emotion,
      float[][] logMel,
      boolean[][] speech) {
    this.id = id;
    this.corpus = corpus;
    this.speaker = speaker;
    this.emotion = emotion;
    this.logMel = logMel;
    this.speech = speech;
    speechDb = new double[logMel.length];
    for (int speed = 0; speed < logMel.length; speed++) {
      speechDb[speed] = level(logMel[speed], speech[speed]);
    }
  }

  private static double level(float[] logMel, boolean[] speech) {
    int bands = logMel.length / Math.max(1, speech.length);
    double energy = 0;
    int frames = 0;
    for (int frame = 0; frame < speech.length; frame++) {
      if (speech[frame]) {
        for (int i = frame * bands; i < (frame + 1) * bands; i++) {
          energy += Math.pow(10, logMel[i] / 10);
        }
        frames++;
      }
    }
    return frames == 0 ? LEAST_LEVEL_DB : 10 * Math.log10(energy / frames);
  }

  /** Returns this clip under another label; the arrays are shared. */
  TrainingClip labelled(Emotion other) {
    return new TrainingClip(id, corpus, speaker, other, logMel, speech);
  }

  String id() {
    return id;
  }

  String corpus() {
    return corpus;
  }

  String speaker() {
    return speaker;
  }

  Emotion emotion() {
    return emotion;
  }

  /** Returns the frames at a speed, {@code [frame][mel]} row by row. */
  float[] logMel(int speed) {
    return logMel[speed];
  }

  /** Returns which frames are speech at a speed, {@code [frame]}. */
  boolean[] speech(int speed) {
    return speech[speed];
  }

  /** Returns the level of the speech at a speed: of the sum over bands, averaged over its frames, dB. */
  double speechDb(int speed) {
    return speechDb[speed];
  }

  /** Returns a checksum of the frames at all speeds and of what is speech among them. */
  long checksum() {
    CRC32 sum = new CRC32();
    for (int speed = 0; speed < logMel.length; speed++) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * logMel[speed].length + speech[speed].length);
      bytes.asFloatBuffer().put(logMel[speed]);
      bytes.position(4 * logMel[speed].length);
      for (boolean one : speech[speed]) {
        bytes.put((byte) (one ? 1 : 0));
      }
      sum.update(bytes.array());
    }
    return sum.getValue();
  }
}
