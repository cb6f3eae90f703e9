// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.PrintWriter;
import java.util.Locale;

/** Prints speakers with a share in percent, four in a line. */
final class Columns {
  private static final int IN_A_LINE = 4;

  private final PrintWriter out;
  private int count;

  Columns(PrintWriter out) {
    this.out = out;
  }

  /** Prints a speaker. */
  void add(String speaker, double share) {
    out.printf(Locale.ROOT, "  %-14s %5.1f", speaker, 100 * share);
    if (++count % IN_A_LINE == 0) {
      out.println();
    }
  }

  /** Ends a line that is not full. */
  void end() {
    if (count % IN_A_LINE != 0) {
      out.println();
    }
  }
}
