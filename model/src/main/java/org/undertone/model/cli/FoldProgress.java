// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.undertone.model.evaluate.CrossValidation;
import org.undertone.model.train.Trainer;
import org.undertone.model.train.TrainingLog;

/** A bar over the epochs of each fold. */
final class FoldProgress implements CrossValidation.Listener, AutoCloseable {
  private final Console console;
  private final Path folder;
  private final String prefix;
  private final int epochs;
  private StepProgress bar;

  /**
   * Prepares the bars.
   *
   * @param folder gets epochs.csv
   * @param prefix stands before the fold's number
   * @param epochs of one fold
   */
  FoldProgress(Console console, Path folder, String prefix, int epochs) {
    this.console = console;
    this.folder = folder;
    this.prefix = prefix;
    this.epochs = epochs;
  }

  @Override
  public Trainer.Listener onFold(String name, int index, int count) throws IOException {
    close();
    bar = new StepProgress(console, prefix + "fold " + index + "/" + count, "epochs", epochs);
    StepProgress current = bar;
    TrainingLog log = new TrainingLog(folder.resolve("epochs.csv"), name);
    return epoch -> {
      log.onEpoch(epoch);
      TrainCommand.show(current, epoch);
    };
  }

  @Override
  public void onTested(int done, int total) {
    bar.message(done < total ? "testing" : "tested");
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
