// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/**
 * Pools all frames into one vector of statistics.
 *
 * @param kind which statistics; of two, the mean's channels come first
 * @param epsilon added to the variance before the square root
 */
public record GlobalPool(Kind kind, float epsilon) implements Layer {
  /** Statistics over time, for each channel. */
  public enum Kind {
    /** The mean. */
    MEAN,
    /** The maximum. */
    MAX,
    /** The mean, then the maximum. */
    MEAN_MAX,
    /** The mean, then the standard deviation: {@code sqrt(mean((x - mean)²) + epsilon)}. */
    MEAN_STD
  }

  /** Checks the range. */
  public GlobalPool {
    if (!(epsilon >= 0 && epsilon < 1)) {
      throw new IllegalArgumentException("epsilon is " + epsilon);
    }
  }

  /** Returns a layer of the mean. */
  public static GlobalPool mean() {
    return new GlobalPool(Kind.MEAN, 0);
  }

  /** Returns a layer of the maximum. */
  public static GlobalPool max() {
    return new GlobalPool(Kind.MAX, 0);
  }

  /** Returns a layer of the mean and the maximum. */
  public static GlobalPool meanMax() {
    return new GlobalPool(Kind.MEAN_MAX, 0);
  }

  /**
   * Returns a layer of the mean and the standard deviation (of the population: divided by the number of
   * frames).
   */
  public static GlobalPool meanStd(float epsilon) {
    return new GlobalPool(Kind.MEAN_STD, epsilon);
  }

  @Override
  public Shape output(Shape input) {
    input.requireFrames("global pooling");
    boolean two = kind == Kind.MEAN_MAX || kind == Kind.MEAN_STD;
    return Shape.vector(input.channels() * (two ? 2 : 1));
  }
}
