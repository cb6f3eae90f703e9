// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Appends a line for each epoch to a CSV file, so that a resumed training goes on where it was. */
public final class TrainingLog implements Trainer.Listener {
  private static final String HEADER = "training,epoch,loss,accuracy,learning_rate,seconds\n";

  private final Path file;
  private final String training;

  /**
   * Opens the log.
   *
   * @param training what is trained, such as fold-1
   * @throws IOException if the file cannot be written
   */
  public TrainingLog(Path file, String training) throws IOException {
    this.file = file;
    this.training = training;
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!Files.exists(file)) {
      Files.writeString(file, HEADER, StandardCharsets.UTF_8);
    }
  }

  @Override
  public void onEpoch(Epoch epoch) {
    String line =
        String.format(
            Locale.ROOT,
            "%s,%d,%.5f,%.5f,%.6g,%.2f%n",
            training,
            epoch.number(),
            epoch.loss(),
            epoch.accuracy(),
            epoch.learningRate(),
            epoch.seconds());
    try {
      Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
