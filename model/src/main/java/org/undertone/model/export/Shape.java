// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/**
 * Shape of what flows between two layers.
 *
 * @param frames steps in time, or 0 for a vector without time
 * @param channels values for each step
 */
public record Shape(int frames, int channels) {
  /** Checks that there are values. */
  public Shape {
    if (frames < 0 || channels < 1) {
      throw new IllegalArgumentException(frames + " frames of " + channels + " channels");
    }
  }

  static Shape vector(int size) {
    return new Shape(0, size);
  }

  boolean isVector() {
    return frames == 0;
  }

  Shape requireFrames(String layer) {
    if (isVector()) {
      throw new IllegalArgumentException(layer + " after time has been pooled");
    }
    return this;
  }

  Shape requireVector(String layer) {
    if (!isVector()) {
      throw new IllegalArgumentException(layer + " before time has been pooled");
    }
    return this;
  }

  void requireChannels(String layer, int expected) {
    if (channels != expected) {
      throw new IllegalArgumentException(
          layer + " takes " + expected + " channels and gets " + channels);
    }
  }
}
