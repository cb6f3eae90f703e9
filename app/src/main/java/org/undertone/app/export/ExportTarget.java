// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import android.net.Uri;
import java.io.IOException;
import java.io.OutputStream;

/** Where an export is written to. Methods block. */
interface ExportTarget {
  /**
   * Opens it for writing.
   *
   * @throws IOException if it cannot be written to
   */
  OutputStream open() throws IOException;

  /**
   * Makes what was written, and closed, the export; returns where it is.
   *
   * @throws IOException if that fails
   */
  Uri commit() throws IOException;

  /** Leaves nothing of what was written. */
  void discard();
}
