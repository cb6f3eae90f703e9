// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import java.util.Arrays;

/** Numbers scaled to sum to 1. */
final class Shares {
  private Shares() {}

  /** Returns each value's share of their sum; all 0 if that is 0. */
  static double[] of(double[] values) {
    double sum = Arrays.stream(values).sum();
    return Arrays.stream(values).map(value -> sum > 0 ? value / sum : 0).toArray();
  }
}
