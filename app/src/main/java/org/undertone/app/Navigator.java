// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import org.undertone.app.export.ExportRequest;

/** Where a screen may lead to; the main activity. */
public interface Navigator {
  /** Opens a session. */
  void openSession(long id);

  /** Opens the live screen. */
  void openLive();

  /** Opens the list of sessions. */
  void openHistory();

  /** Opens the settings. */
  void openSettings();

  /** Opens model, delegate and latency. */
  void openDiagnostics();

  /** Opens the privacy notice for reading again. */
  void openNotice();

  /** Opens the export of something. */
  void openExport(ExportRequest request);
}
