// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undertone.model.Recognition;

/**
 * Writes for people: a chart for each file that was named, and a row of a table for each file of a
 * batch; below it the timeline if the recording is longer than a window. Files that fail are left to
 * the messages on standard error.
 */
final class TextResults implements ResultWriter {
  private static final int CHART_WIDTH = 40;
  private static final int TIMELINE_WIDTH = 20;

  private final PrintStream out;
  private final Labelling labelling;
  private final Bars bars;
  private final double windowSeconds;
  private final boolean table;
  private final int labelWidth;
  private boolean first = true;

  /**
   * Prepares to write.
   *
   * @param windowSeconds recordings longer than this get a timeline
   * @param table whether to write rows instead of charts
   */
  TextResults(Console console, Labelling labelling, double windowSeconds, boolean table) {
    out = console.out();
    this.labelling = labelling;
    this.windowSeconds = windowSeconds;
    this.table = table;
    bars = new Bars(console);
    labelWidth =
        Math.max(
            Heard.NO_SPEECH.length(),
            labelling.labels().stream().mapToInt(String::length).max().orElse(0));
  }

  @Override
  public void write(Outcome outcome) {
    if (outcome.failed()) {
      return;
    }
    Recognition recognition = outcome.recognition();
    Heard heard = labelling.recording(recognition);
    if (table) {
      row(outcome, heard);
    } else {
      chart(outcome, heard);
    }
    if (recognition.isSpeech() && recognition.durationSeconds() > windowSeconds) {
      List<Stretch> timeline = labelling.timeline(recognition.segments());
      // In a table, a timeline of one segment would only repeat the row.
      if (!table || timeline.size() > 1) {
        write(timeline);
      }
    }
    out.flush();
    first = false;
  }

  private void chart(Outcome outcome, Heard heard) {
    if (!first) {
      out.println();
    }
    String answer =
        heard.scores().isEmpty()
            ? heard.label()
            : heard.label()
                + " "
                + Bars.percent(heard.probability()).trim()
                + (labelling.isUnsure(heard) ? ", unsure" : "");
    String length = Bars.time(outcome.recognition().durationSeconds());
    out.println(outcome.input().name() + ": " + answer + "  (" + length + voice(outcome) + ")");
    heard.scores().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(entry -> out.println(line("  ", entry.getKey(), entry.getValue(), CHART_WIDTH)));
  }

  /** Returns what the voice profile had heard before; nothing of a stranger. */
  private static String voice(Outcome outcome) {
    HeardVoice voice = outcome.voice();
    return voice == null
        ? ""
        : "; voice profile: "
            + Bars.time(voice.speechSeconds())
            + ", "
            + Bars.percent(voice.maturity()).trim()
            + " mature";
  }

  private String line(String indent, String label, double probability, int width) {
    String line =
        indent
            + pad(label)
            + "  "
            + Bars.percent(probability)
            + "  "
            + bars.bar(probability, width);
    return line.stripTrailing();
  }

  private void row(Outcome outcome, Heard heard) {
    if (first) {
      out.print(pad("label") + "   prob ");
      labelling.labels().forEach(label -> out.print(" " + column(label)));
      out.println((outcome.voice() == null ? "" : "  profile") + "  file");
    }
    String probability = heard.scores().isEmpty() ? "-" : Bars.percent(heard.probability());
    out.print(pad(heard.label()) + String.format(Locale.ROOT, "  %5s ", probability));
    for (String label : labelling.labels()) {
      Double p = heard.scores().get(label);
      String cell = p == null ? "-" : String.format(Locale.ROOT, "%.0f", 100 * p);
      out.print(" " + " ".repeat(Math.max(0, column(label).length() - cell.length())) + cell);
    }
    HeardVoice voice = outcome.voice();
    out.println(
        (voice == null ? "" : String.format(Locale.ROOT, "  %7s", Bars.percent(voice.maturity())))
            + "  "
            + outcome.input().name());
  }

  /** Eight labels in full would leave no room for the name of the file. */
  private String column(String label) {
    return labelling.labels().size() > 4 ? label.substring(0, Math.min(4, label.length())) : label;
  }

  private void write(List<Stretch> stretches) {
    for (Stretch stretch : stretches) {
      String time =
          String.format(
              Locale.ROOT,
              "    %7s - %7s  ",
              Bars.clock(stretch.startSeconds()),
              Bars.clock(stretch.endSeconds()));
      Heard heard = stretch.heard();
      out.println(
          heard.scores().isEmpty()
              ? time + heard.label()
              : line(time, heard.label(), heard.probability(), TIMELINE_WIDTH));
    }
  }

  private String pad(String label) {
    return label + " ".repeat(Math.max(0, labelWidth - label.length()));
  }
}
