// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.undertone.model.corpus.Progress;

/**
 * A progress bar on standard error for one long step: redrawn on a terminal, a line now and then
 * elsewhere.
 */
final class StepProgress implements Progress, AutoCloseable {
  private static final int TERMINAL_MILLIS = 200;
  private static final int LOG_MILLIS = 20_000;
  private static final int WIDTH = 100;

  private final Console console;
  private final ProgressBar bar;

  StepProgress(Console console, String name, String unit, long total) {
    this.console = console;
    bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(total)
            .setUnit(" " + unit, 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(console.interactive() ? TERMINAL_MILLIS : LOG_MILLIS)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
            .build();
  }

  private void draw(String text) {
    if (console.interactive()) {
      console.err().print("\r" + text);
      console.err().flush();
    } else {
      console.err().println(text);
    }
  }

  /** Shows a word behind the bar. */
  void message(String text) {
    bar.setExtraMessage(" " + text);
  }

  @Override
  public void at(int done, int total) {
    bar.stepTo(done);
  }

  @Override
  public void close() {
    bar.close();
    if (console.interactive()) {
      console.err().println();
    }
  }
}
