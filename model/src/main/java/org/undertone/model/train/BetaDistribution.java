// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.Random;

/**
 * Draws from the symmetric beta distribution, as the share of one of two gamma variates. Source: G.
 * Marsaglia and W. W. Tsang, "A Simple Method for Generating Gamma Variables", 2000.
 */
final class BetaDistribution {
  private BetaDistribution() {}

  /** Returns a number from 0 to 1, distributed as Beta({@code alpha}, {@code alpha}). */
  static double symmetric(double alpha, Random random) {
    double one = gamma(alpha, random);
    double other = gamma(alpha, random);
    // With a tiny alpha both may underflow.
    return one + other > 0 ? one / (one + other) : random.nextInt(2);
  }

  private static double gamma(double alpha, Random random) {
    // Of alpha + 1, brought down to alpha, which may be below 1.
    double scale = Math.pow(random.nextDouble(), 1 / alpha);
    double d = alpha + 1 - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = random.nextGaussian();
      double v = Math.pow(1 + c * z, 3);
      if (v > 0 && Math.log(random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
        return d * v * scale;
      }
    }
  }
}
