// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is to be written or replaced as a whole: nobody ever sees half of it. */
final class OutputFile {

  /** Writes the file. */
  @FunctionalInterface
  interface Writing {
    /** Fills the file, which is there and empty. */
    void to(Path part) throws IOException, CommandException;
  }

  private final Path out;

  /**
   * Checks that the file can be written.
   *
   * @param input what is read, which is not to be overwritten
   * @throws IOException if it cannot; the message says what to do
   */
  OutputFile(Path out, Path input) throws IOException {
    this.out = out;
    if (Files.isDirectory(out)) {
      throw new IOException(out + " is a folder: name a file with --out");
    }
    if (Files.exists(out) && !Files.isRegularFile(out)) {
      throw new IOException(out + " is not an ordinary file: name another --out");
    }
    if (Files.exists(out) && Files.exists(input) && Files.isSameFile(input, out)) {
      throw new IOException(out + " is the recording itself: name another --out");
    }
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is not a folder: make it first, or name another --out");
    }
  }

  private Path folder() {
    return out.toAbsolutePath().getParent();
  }

  /** Writes beside the file first, and puts the new file in its place when it is whole. */
  void write(Writing writing) throws IOException, CommandException {
    Path part = folder().resolve(out.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    Files.createFile(part);
    try {
      writing.to(part);
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
