// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

/** Knows how the app's processes ended. Any thread. */
interface ProcessHistory {
  /** Returns the identifier of this process. */
  int current();

  /** Returns whether a process of the app is known to have crashed in native code. */
  boolean crashed(int process);
}
