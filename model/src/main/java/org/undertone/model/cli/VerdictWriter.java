// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/** Writes verdicts as they come, a line each, and in the end how the time was shared. */
final class VerdictWriter {
  private static final int BAR_WIDTH = 20;

  private final Console console;
  private final Labelling labelling;
  private final boolean json;
  private final Bars bars;
  private final PrintStream data;
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  VerdictWriter(Console console, Labelling labelling, boolean json) {
    this.console = console;
    this.labelling = labelling;
    this.json = json;
    bars = new Bars(console);
    data = console.data();
    labelling.labels().forEach(label -> seconds.put(label, 0.0));
    seconds.put(Heard.UNSURE, 0.0);
    seconds.put(Heard.NO_SPEECH, 0.0);
  }

  /** Writes a line, at once. */
  void write(Verdict verdict) {
    if (json) {
      JsonObject object = JsonResults.window(labelling, verdict);
      data.print(Json.LINE.toJson(object) + "\n");
      data.flush();
      return;
    }
    Heard heard = labelling.window(verdict);
    String line =
        String.format(Locale.ROOT, "%9s  %-12s", Bars.clock(verdict.endSeconds()), heard.label());
    if (verdict.isSpeech()) {
      line +=
          "  "
              + Bars.percent(heard.probability())
              + "  "
              + bars.bar(heard.probability(), BAR_WIDTH);
    }
    console.out().println(line.stripTrailing());
    console.out().flush();
  }

  /** Counts a finished segment. */
  void add(Segment segment) {
    Stretch stretch = labelling.segment(segment);
    seconds.merge(stretch.heard().label(), stretch.seconds(), Double::sum);
  }

  /** Writes the shares; in JSON to standard error, so that all lines on standard output are alike. */
  void writeShares() {
    double total = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    if (total == 0) {
      return;
    }
    PrintStream to = json ? console.err() : console.out();
    to.println();
    to.println("heard " + Bars.time(total));
    seconds.forEach(
        (label, time) -> {
          if (time > 0) {
            to.println(
                String.format(
                    Locale.ROOT,
                    "  %-12s  %s  %8s  %s",
                    label,
                    Bars.percent(time / total),
                    Bars.time(time),
                    bars.bar(time / total, BAR_WIDTH)));
          }
        });
    to.flush();
  }
}
