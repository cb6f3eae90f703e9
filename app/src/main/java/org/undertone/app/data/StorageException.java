// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.io.IOException;

/** Something could not be stored or read back. */
public final class StorageException extends IOException {
  private static final long serialVersionUID = 1;

  /** What is wrong. */
  public enum Kind {
    /** No space is left. */
    FULL,
    /** The database is damaged. */
    CORRUPT,
    /** Anything else. */
    OTHER
  }

  private final Kind kind;

  /** Describes a failure. */
  public StorageException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Returns what is wrong. */
  public Kind kind() {
    return kind;
  }
}
