// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.database.sqlite.SQLiteDatabaseCorruptException;
import android.database.sqlite.SQLiteFullException;
import android.system.ErrnoException;
import android.system.OsConstants;
import java.io.IOException;

/** Tells what a failure of the database or of a file means. */
final class StorageFailures {
  private StorageFailures() {}

  /** Returns a failure with its kind. */
  static StorageException of(String what, Exception cause) {
    if (cause instanceof StorageException) {
      return (StorageException) cause;
    }
    StorageException.Kind kind = kindOf(cause);
    return new StorageException(kind, what + ": " + cause.getMessage(), cause);
  }

  private static StorageException.Kind kindOf(Exception cause) {
    for (Throwable link = cause; link != null; link = link.getCause()) {
      if (link instanceof SQLiteFullException || isNoSpace(link)) {
        return StorageException.Kind.FULL;
      }
      if (link instanceof SQLiteDatabaseCorruptException) {
        return StorageException.Kind.CORRUPT;
      }
    }
    return StorageException.Kind.OTHER;
  }

  /** The message is that of the system's error, which not every stream hands on as a cause. */
  private static boolean isNoSpace(Throwable link) {
    if (link instanceof ErrnoException) {
      return ((ErrnoException) link).errno == OsConstants.ENOSPC;
    }
    String message = link.getMessage();
    return link instanceof IOException
        && message != null
        && (message.contains("ENOSPC") || message.contains("No space left"));
  }
}
