// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.Locale;
import org.undertone.model.evaluate.Summary;

/** Numbers as text. */
final class Texts {
  private static final double KILO = 1000;

  private Texts() {}

  /** Returns a share in percent: 61.6 %. */
  static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "-";
  }

  /** Returns a mean in percent with its deviation: 61.6 ± 6.7 %. */
  static String percent(Summary summary) {
    return String.format(
        Locale.ROOT, "%.1f ± %.1f %%", 100 * summary.mean(), 100 * summary.deviation());
  }

  /** Returns a difference of shares in points: −12.3. */
  static String points(double difference) {
    return String.format(Locale.ROOT, "%+.1f", 100 * difference).replace('-', '−');
  }

  /** Returns a number with so many digits after the point; a hyphen if it is none. */
  static String number(double value, int digits) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "-";
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }

  static String millis(double millis) {
    return String.format(Locale.ROOT, "%.3f ms", millis);
  }

  static String kilobytes(double bytes) {
    return String.format(Locale.ROOT, "%.0f kB", bytes / KILO);
  }
}
