// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Words for what went wrong, in one line. */
final class Messages {
  private Messages() {}

  /** Returns the message of an exception, which for many exceptions of the file system is only a path. */
  static String of(Throwable problem) {
    String message = problem.getMessage();
    if (message == null || message.isEmpty()) {
      return problem.getClass().getSimpleName();
    }
    if (problem instanceof FileSystemException
        && message.equals(((FileSystemException) problem).getFile())) {
      if (problem instanceof NoSuchFileException && !message.contains(" does not exist")) {
        return message + " does not exist";
      }
      if (problem instanceof AccessDeniedException) {
        return message + ": no permission";
      }
    }
    return message.lines().findFirst().orElse(message);
  }

  /** Returns the message with the name of the file before it, unless the message names it. */
  static String of(String file, Throwable problem) {
    String message = of(problem);
    return message.startsWith(file) ? message : file + ": " + message;
  }
}
