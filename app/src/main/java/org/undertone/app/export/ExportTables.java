// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.IOException;
import java.util.Locale;

/** The tables of an export: the clips with an emotion, and all segments. Labels are English words. */
final class ExportTables {
  // Every cell is filled in: readers guess the types of columns from their first rows.
  private final CsvRows metadata =
      new CsvRows(
          "file_name",
          "label",
          "speaker",
          "model_label",
          "probability",
          "corrected",
          "start",
          "end",
          "duration",
          "session",
          "session_name");
  private final CsvRows segments =
      new CsvRows(
          "session",
          "session_name",
          "segment",
          "start",
          "end",
          "duration",
          "label",
          "speaker",
          "model_label",
          "probability",
          "corrected",
          "clip",
          "note");
  private int unlabelled;
  private double clipSeconds;

  /** Adds a clip that was written, from one second of the session to another. */
  void clip(
      SessionSlice slice,
      String stem,
      String name,
      SessionSlice.Part part,
      String path,
      double start,
      double end) {
    clipSeconds += end - start;
    if (!part.isLabelled()) {
      unlabelled++;
      return;
    }
    metadata.add(
        path,
        part.label(),
        slice.speaker(),
        part.modelLabel(),
        number(part.probability()),
        String.valueOf(part.isCorrected()),
        number(start),
        number(end),
        number(end - start),
        stem,
        name);
  }

  /** Adds a segment with the path of its clip, if it has one. */
  void segment(SessionSlice slice, String stem, String name, SessionSlice.Part part, String clip) {
    segments.add(
        stem,
        name,
        String.valueOf(part.number()),
        number(part.segment().startSeconds()),
        number(part.segment().endSeconds()),
        number(part.segment().durationSeconds()),
        part.label(),
        slice.speaker(),
        part.modelLabel(),
        number(part.probability()),
        String.valueOf(part.isCorrected()),
        clip,
        part.stored().note());
  }

  /** Returns the number of clips with an emotion. */
  int clips() {
    return metadata.count();
  }

  /** Returns the number of clips without one. */
  int unlabelled() {
    return unlabelled;
  }

  /** Returns the length of all clips together. */
  double clipSeconds() {
    return clipSeconds;
  }

  /** Writes the tables; one of clips only if there are any. */
  void write(ExportZip zip, long timeMillis) throws IOException {
    if (clips() > 0) {
      zip.binary("metadata.csv", timeMillis, metadata::writeTo);
    }
    zip.binary("segments.csv", timeMillis, segments::writeTo);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
