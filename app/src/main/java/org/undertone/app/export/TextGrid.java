// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.undertone.app.data.StoredAlert;

/**
 * A TextGrid in Praat's long text form (see "TextGrid file formats" in Praat's manual): a tier with what
 * the model heard, one with the user's corrections, one with their notes, and a point tier with alerts,
 * the last two only where there are any. Intervals cover the whole session; what is not exported has no
 * text.
 */
final class TextGrid {
  /** Shorter gaps are rounding. */
  private static final double MIN_INTERVAL = 1e-6;

  private static final String INDENT = "            ";

  private record Interval(double start, double end, String text) {}

  private final SessionSlice slice;
  private final double end;
  private final Writer out;

  private TextGrid(SessionSlice slice, Writer out) {
    this.slice = slice;
    this.end = Math.max(slice.endSeconds(), 10 * MIN_INTERVAL);
    this.out = out;
  }

  static void write(SessionSlice slice, Writer out) throws IOException {
    new TextGrid(slice, out).write();
  }

  private void write() throws IOException {
    boolean notes = slice.parts().stream().anyMatch(part -> !part.stored().note().trim().isEmpty());
    List<StoredAlert> alerts = new ArrayList<>(slice.detail().alerts());
    alerts.removeIf(a -> !slice.covers(a.alert().timeSeconds(), a.alert().timeSeconds()));
    alerts.removeIf(a -> a.alert().timeSeconds() > end);
    line(0, "File type = \"ooTextFile\"");
    line(0, "Object class = \"TextGrid\"");
    line(0, "");
    span(0, 0, end);
    line(0, "tiers? <exists>");
    line(0, "size = " + (2 + (notes ? 1 : 0) + (alerts.isEmpty() ? 0 : 1)));
    line(0, "item []:");
    int item = 1;
    intervals(item++, "model", SessionSlice.Part::modelLabel);
    intervals(item++, "corrected", part -> part.isCorrected() ? part.label() : "");
    if (notes) {
      intervals(item++, "notes", part -> part.stored().note());
    }
    if (!alerts.isEmpty()) {
      points(item, alerts);
    }
  }

  private void intervals(int item, String name, Function<SessionSlice.Part, String> text)
      throws IOException {
    List<Interval> intervals = new ArrayList<>();
    double at = 0;
    for (SessionSlice.Part part : slice.parts()) {
      double from = Math.max(at, part.segment().startSeconds());
      double to = part.segment().endSeconds();
      if (to - from < MIN_INTERVAL) {
        continue;
      }
      if (from - at >= MIN_INTERVAL) {
        intervals.add(new Interval(at, from, ""));
      } else {
        from = at;
      }
      intervals.add(new Interval(from, to, text.apply(part)));
      at = to;
    }
    if (end - at >= MIN_INTERVAL) {
      intervals.add(new Interval(at, end, ""));
    }
    tier(item, "IntervalTier", name);
    line(2, "intervals: size = " + intervals.size());
    for (int i = 0; i < intervals.size(); i++) {
      Interval interval = intervals.get(i);
      line(2, "intervals [" + (i + 1) + "]:");
      span(3, interval.start(), i == intervals.size() - 1 ? end : interval.end());
      line(3, "text = " + quoted(interval.text()));
    }
  }

  private void points(int item, List<StoredAlert> alerts) throws IOException {
    tier(item, "TextTier", "alerts");
    line(2, "points: size = " + alerts.size());
    for (int i = 0; i < alerts.size(); i++) {
      line(2, "points [" + (i + 1) + "]:");
      line(3, "number = " + number(alerts.get(i).alert().timeSeconds()));
      line(3, "mark = " + quoted(alerts.get(i).alert().state().label()));
    }
  }

  private void tier(int item, String type, String name) throws IOException {
    line(1, "item [" + item + "]:");
    line(2, "class = " + quoted(type));
    line(2, "name = " + quoted(name));
    span(2, 0, end);
  }

  private void span(int depth, double from, double to) throws IOException {
    line(depth, "xmin = " + number(from));
    line(depth, "xmax = " + number(to));
  }

  /** Praat doubles quotes; a text stays on its line. */
  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"").replaceAll("\\R", " ").trim() + '"';
  }

  private void line(int depth, String text) throws IOException {
    out.write(INDENT.substring(0, 4 * depth) + text + "\n");
  }

  private static String number(double seconds) {
    return String.format(Locale.ROOT, "%.6f", seconds);
  }
}
