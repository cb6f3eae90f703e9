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
  private final String id;
  private final String speaker;
  private final Emotion emotion;
  private final float[][] logMel;
  private final boolean[][] speech;

  TrainingClip(String id, String speaker, Emotion emotion, float[][] logMel, boolean[][] speech) {
    this.id = id;
    this.speaker = speaker;
    this.emotion = emotion;
    this.logMel = logMel;
    this.speech = speech;
  }

  /** Returns this clip under another label; the arrays are shared. */
  TrainingClip labelled(Emotion other) {
    return new TrainingClip(id, speaker, other, logMel, speech);
  }

  String id() {
    return id;
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
