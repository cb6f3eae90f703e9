// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.undertone.app.data.StoredAlert;

/**
 * A label track that Audacity imports: start, end and label of a line each, separated by tabs. Alerts are
 * labels without a length.
 */
final class LabelTrack {
  private LabelTrack() {}

  static void write(SessionSlice slice, Writer out) throws IOException {
    for (SessionSlice.Part part : slice.parts()) {
      line(out, part.segment().startSeconds(), part.segment().endSeconds(), part.label());
    }
    for (StoredAlert stored : slice.detail().alerts()) {
      double time = stored.alert().timeSeconds();
      if (slice.covers(time, time)) {
        line(out, time, time, "alert: " + stored.alert().state().label());
      }
    }
  }

  private static void line(Writer out, double start, double end, String label) throws IOException {
    out.write(String.format(Locale.ROOT, "%.6f\t%.6f\t%s\n", start, end, label));
  }
}
