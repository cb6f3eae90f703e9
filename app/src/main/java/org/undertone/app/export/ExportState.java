// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import android.net.Uri;

/**
 * Where the export stands; immutable.
 *
 * @param phase what it does
 * @param request what is exported, or null before the first
 * @param toShare whether the file is made for sharing, and not kept where the user chose
 * @param fraction how much is done, 0 to 1
 * @param result what was written, or null unless done
 * @param file where it was written, or null unless done
 * @param problem what went wrong, or null unless failed
 */
record ExportState(
    Phase phase,
    ExportRequest request,
    boolean toShare,
    double fraction,
    ExportResult result,
    Uri file,
    ExportException.Kind problem) {
  /** Nothing was asked for. */
  static final ExportState IDLE = new ExportState(Phase.IDLE, null, false, 0, null, null, null);

  /** What an export does. */
  enum Phase {
    /** Nothing. */
    IDLE,
    /** It is written. */
    RUNNING,
    /** It is there. */
    DONE,
    /** The user stopped it; nothing is left of it. */
    CANCELLED,
    /** It went wrong; nothing is left of it. */
    FAILED
  }

  static ExportState running(ExportRequest request, boolean toShare, double fraction) {
    return new ExportState(Phase.RUNNING, request, toShare, fraction, null, null, null);
  }

  ExportState done(ExportResult written, Uri at) {
    return new ExportState(Phase.DONE, request, toShare, 1, written, at, null);
  }

  ExportState cancelled() {
    return new ExportState(Phase.CANCELLED, request, toShare, fraction, null, null, null);
  }

  ExportState failed(ExportException.Kind kind) {
    return new ExportState(Phase.FAILED, request, toShare, fraction, null, null, kind);
  }

  boolean isRunning() {
    return phase == Phase.RUNNING;
  }

  boolean hasEnded() {
    return phase != Phase.IDLE && phase != Phase.RUNNING;
  }
}
