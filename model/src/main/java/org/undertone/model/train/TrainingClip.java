// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

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
}
