// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import org.undertone.model.corpus.Progress;
import org.undertone.model.corpus.Steps;

/** Shows a bar for each step, from when its length is known. */
final class StepBars implements Steps, AutoCloseable {
  private final Console console;
  private StepProgress current;

  StepBars(Console console) {
    this.console = console;
  }

  @Override
  public Progress begin(String name, String unit) {
    close();
    return (done, total) -> {
      if (current == null) {
        current = new StepProgress(console, name, unit, total);
      }
      current.at(done, total);
    };
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
