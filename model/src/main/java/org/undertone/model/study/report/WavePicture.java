// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

/** A clip's samples, to be drawn. Immutable if they are not changed. */
public final class WavePicture {
  private final String name;
  private final float[] samples;
  private final int rate;

  /**
   * Names samples, which are not copied.
   *
   * @param name what it is
   * @param samples in [-1, 1]
   * @param rate samples per second, Hz
   */
  public WavePicture(String name, float[] samples, int rate) {
    this.name = name;
    this.samples = samples;
    this.rate = rate;
  }

  String name() {
    return name;
  }

  float[] samples() {
    return samples;
  }

  int rate() {
    return rate;
  }

  double seconds() {
    return (double) samples.length / rate;
  }
}
