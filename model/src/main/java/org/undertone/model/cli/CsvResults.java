// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes CSV by RFC 4180: a header, and a row for each file. */
final class CsvResults implements ResultWriter {
  private final PrintStream out;
  private final Labelling labelling;
  private final boolean voices;
  private final CSVPrinter csv;

  /**
   * Writes the header.
   *
   * @param voices whether to write what is known of the voice
   */
  CsvResults(PrintStream out, Labelling labelling, boolean voices) throws IOException {
    this.out = out;
    this.voices = voices;
    this.labelling = labelling;
    csv = new CSVPrinter(out, CSVFormat.RFC4180);
    List<String> header = new ArrayList<>(List.of("file", "label", "probability"));
    header.addAll(labelling.labels());
    header.addAll(List.of("duration_s", "error"));
    if (voices) {
      header.addAll(List.of("profile_speech_s", "profile_maturity"));
    }
    csv.printRecord(header);
  }

  @Override
  public void write(Outcome outcome) throws IOException {
    List<Object> row = new ArrayList<>();
    row.add(outcome.input().name());
    Heard heard = outcome.failed() ? null : labelling.recording(outcome.recognition());
    row.add(heard == null ? "" : heard.label());
    row.add(heard == null ? "" : Json.probability(heard.probability()));
    for (String label : labelling.labels()) {
      Double probability = heard == null ? null : heard.scores().get(label);
      row.add(probability == null ? "" : Json.probability(probability));
    }
    row.add(heard == null ? "" : Json.seconds(outcome.recognition().durationSeconds()));
    row.add(outcome.failed() ? outcome.message() : "");
    if (voices) {
      HeardVoice voice = outcome.voice();
      row.add(voice == null ? "" : Json.seconds(voice.speechSeconds()));
      row.add(voice == null ? "" : Json.probability(voice.maturity()));
    }
    csv.printRecord(row);
    out.flush();
  }
}
