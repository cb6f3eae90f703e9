// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

/** A clip's frames of features, to be drawn. Immutable if they are not changed. */
public final class FramePicture {
  private final String name;
  private final float[][] frames;
  private final double hop;
  private final double low;
  private final double high;

  /**
   * Names frames, which are not copied.
   *
   * @param name what it is
   * @param frames {@code [frame][feature]}, the lowest feature first
   * @param hop seconds from one frame to the next
   * @param low what the lowest feature is on the axis
   * @param high what the highest feature is on the axis
   * @throws IllegalArgumentException if there is no frame
   */
  public FramePicture(String name, float[][] frames, double hop, double low, double high) {
    if (frames.length == 0) {
      throw new IllegalArgumentException(name + " has no frames");
    }
    this.name = name;
    this.frames = frames;
    this.hop = hop;
    this.low = low;
    this.high = high;
  }

  String name() {
    return name;
  }

  float[][] frames() {
    return frames;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  double seconds() {
    return frames.length * hop;
  }
}
