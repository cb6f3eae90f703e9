// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

/** Ends a command with a message for its user, exit code 1. */
final class CommandException extends Exception {
  private static final long serialVersionUID = 1;

  CommandException(String message) {
    super(message);
  }

  CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
