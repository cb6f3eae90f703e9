// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import org.undertone.model.Recognition;

/**
 * What became of an input; immutable.
 *
 * @param input the input
 * @param recognition what was heard, or null if it failed
 * @param problem why it failed, or null
 * @param voice what was known of the voice before the input was heard, or null if it was a stranger's
 */
record Outcome(Input input, Recognition recognition, Exception problem, HeardVoice voice) {
  static Outcome of(Input input, Recognition recognition) {
    return new Outcome(input, recognition, null, null);
  }

  static Outcome failure(Input input, Exception problem) {
    return new Outcome(input, null, problem, null);
  }

  boolean failed() {
    return problem != null;
  }

  /** Returns why it failed, in one line. */
  String message() {
    return Messages.of(input.name(), problem);
  }
}
