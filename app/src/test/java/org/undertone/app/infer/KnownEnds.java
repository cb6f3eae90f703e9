// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.util.HashSet;
import java.util.Set;

/** The ends of processes as a test has them. */
final class KnownEnds implements ProcessHistory {
  final Set<Integer> crashed = new HashSet<>();
  int current = 1;

  @Override
  public int current() {
    return current;
  }

  @Override
  public boolean crashed(int process) {
    return crashed.contains(process);
  }
}
