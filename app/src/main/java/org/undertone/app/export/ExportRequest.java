// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import android.os.Bundle;
import androidx.core.os.BundleCompat;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What to export; immutable.
 *
 * @param sessionIds keys of the sessions, in the order of the export
 * @param segmentIds keys of the segments to take of them; empty for all
 */
public record ExportRequest(List<Long> sessionIds, List<Long> segmentIds) implements Serializable {
  /** Key of a request among arguments. */
  static final String KEY = "export_request";

  /** Copies the lists. */
  public ExportRequest {
    sessionIds = List.copyOf(sessionIds);
    segmentIds = List.copyOf(segmentIds);
  }

  /** Returns the export of a whole session. */
  public static ExportRequest ofSession(long id) {
    return new ExportRequest(List.of(id), List.of());
  }

  /** Returns the export of some segments of a session. */
  public static ExportRequest ofSegments(long sessionId, List<Long> segmentIds) {
    return new ExportRequest(List.of(sessionId), segmentIds);
  }

  /** Returns the export of many whole sessions. */
  public static ExportRequest ofSessions(List<Long> ids) {
    return new ExportRequest(ids, List.of());
  }

  /** Returns the arguments for a fragment. */
  public Bundle toBundle() {
    Bundle bundle = new Bundle();
    bundle.putSerializable(KEY, this);
    return bundle;
  }

  /** Returns what {@link #toBundle} kept. */
  public static ExportRequest of(Bundle bundle) {
    return Objects.requireNonNull(
        BundleCompat.getSerializable(bundle, KEY, ExportRequest.class), KEY);
  }
}
