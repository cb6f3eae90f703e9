// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows on standard error how far a batch is: a bar on a terminal, a line now and then elsewhere, and
 * nothing for a short batch that nobody watches. Results that go to the same terminal don't mix with
 * the bar.
 */
final class BatchProgress implements AutoCloseable {
  /** A batch as short as this is over before anyone reads about it in a log. */
  private static final int SHORT_BATCH = 100;

  private static final int BAR_MILLIS = 200;
  private static final int LINE_MILLIS = 10_000;
  private static final int WIDTH = 79;

  private final PrintStream err;
  private final boolean interactive;
  private final ProgressBar bar;
  private final Object terminal = new Object();
  private boolean shown;
  private long lastLine = System.nanoTime();

  /** Starts to show progress, unless {@code files} are few. */
  BatchProgress(Console console, int files) {
    err = console.err();
    interactive = console.interactive();
    boolean wanted = interactive ? files > 1 : files > SHORT_BATCH;
    bar = wanted ? bar(console, files) : null;
  }

  private ProgressBar bar(Console console, int files) {
    return new ProgressBarBuilder()
        .setTaskName("classify")
        .setInitialMax(files)
        .setUnit(" files", 1)
        .setStyle(console.canShow("█▏│") ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(interactive ? BAR_MILLIS : LINE_MILLIS / 10)
        .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
        .build();
  }

  private void draw(String text) {
    synchronized (terminal) {
      if (interactive) {
        err.print("\r" + text);
        err.flush();
        shown = true;
      } else if (System.nanoTime() - lastLine > LINE_MILLIS * 1_000_000L) {
        // The bar is drawn at its start and end as well, which a log needs not hear of.
        err.println(text.strip());
        lastLine = System.nanoTime();
      }
    }
  }

  /** Prints something while the bar is out of the way. */
  void print(Runnable printing) {
    synchronized (terminal) {
      if (shown) {
        err.print("\r" + " ".repeat(WIDTH) + "\r");
        err.flush();
        shown = false;
      }
      printing.run();
    }
  }

  /** Counts a file. */
  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
    print(() -> {});
  }
}
