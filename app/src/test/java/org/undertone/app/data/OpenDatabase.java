// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.io.Closeable;

/** Closes the database of a repository after a test of another package; the app never does. */
public final class OpenDatabase {
  private OpenDatabase() {}

  /** Returns the database to close. */
  public static Closeable of(RoomSessionRepository repository) {
    return () -> repository.database().close();
  }
}
