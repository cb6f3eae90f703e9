// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import org.undertone.model.Recognition;

/**
 * What became of an input; immutable.
 *
 * @param input the input
 * @param recognition what was heard, or null if it failed
 * @param problem why it failed, or null
 */
record Outcome(Input input, Recognition recognition, Exception problem) {
  boolean failed() {
    return problem != null;
  }

  /** Returns why it failed, in one line. */
  String message() {
    return Messages.of(input.name(), problem);
  }
}
