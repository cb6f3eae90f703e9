// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import android.system.ErrnoException;
import android.system.OsConstants;
import java.io.IOException;

/** An export that could not be made. */
public final class ExportException extends IOException {
  private static final long serialVersionUID = 1;

  /** What is wrong. */
  public enum Kind {
    /** No space is left where it is written to. */
    STORAGE_FULL,
    /** What it is written to is gone, or may no longer be written to. */
    TARGET_LOST,
    /** Kept audio cannot be read. */
    AUDIO_DAMAGED,
    /** None of the sessions or segments is there any more. */
    NOTHING_LEFT,
    /** Anything else. */
    FAILED
  }

  private final Kind kind;

  ExportException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Returns what is wrong. */
  public Kind kind() {
    return kind;
  }

  /** Names the failure of a write. */
  static ExportException writing(IOException e) {
    return e instanceof ExportException
        ? (ExportException) e
        : new ExportException(
            isFull(e) ? Kind.STORAGE_FULL : Kind.TARGET_LOST, "cannot write the export", e);
  }

  /** The cause carries the number of the error; streams of other processes bring only its words. */
  private static boolean isFull(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ErrnoException) {
        int errno = ((ErrnoException) cause).errno;
        return errno == OsConstants.ENOSPC || errno == OsConstants.EDQUOT;
      }
    }
    String message = String.valueOf(e.getMessage());
    return message.contains("ENOSPC") || message.contains("No space left");
  }
}
