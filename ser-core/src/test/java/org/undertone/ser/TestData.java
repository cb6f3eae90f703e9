// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where the recordings are that are not part of the project. */
public final class TestData {
  private TestData() {}

  /** Returns the folder of a corpus, or skips the test with a message if this machine lacks it. */
  public static Path corpus(String name) {
    Path folder = Path.of(System.getProperty("undertone.data", "../shared/data")).resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () ->
            "skipped: needs the recordings of "
                + name
                + " in "
                + folder
                + " (set -Dundertone.data=FOLDER)");
    return folder;
  }
}
