// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table of a report. Immutable.
 *
 * @param id name of its file and anchor: small letters, digits and hyphens
 * @param title what it shows
 * @param columns headings; the first column names the rows
 * @param rows cells as text, as many as columns; empty where there is nothing
 * @param note how to read it; may be empty
 */
public record StudyTable(
    String id, String title, List<String> columns, List<List<String>> rows, String note)
    implements Block {

  /** A number with its sign, its spread and its unit: 61.6 % ± 6.7, −13, 1,440, 12 ms. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+−±]?\\d[\\d., ]*(e[-+]?\\d+)?( ?± ?\\d[\\d.]*)? ?(%|s|ms|min|Hz|kHz|dB|kB|MB)?"
              + "( ?± ?\\d[\\d.]*)?");

  /**
   * Checks the table.
   *
   * @throws IllegalArgumentException if it has no column, or a row has another number of cells
   */
  public StudyTable {
    Ids.check(id);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("table " + id + " has no columns");
    }
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table " + id + " has " + columns.size() + " columns, but a row of " + row);
      }
    }
  }

  /** Returns whether a column holds numbers only, beside empty cells and hyphens. */
  public boolean isNumeric(int column) {
    boolean number = false;
    for (List<String> row : rows) {
      String cell = row.get(column);
      if (NUMBER.matcher(cell).matches()) {
        number = true;
      } else if (!cell.isEmpty() && !cell.equals("-") && !cell.equals("–")) {
        return false;
      }
    }
    return number;
  }

  /** Returns the path of the CSV file below the report's folder. */
  public String file() {
    return "tables/" + id + ".csv";
  }

  /**
   * Writes the headings and rows as CSV (RFC 4180, UTF-8) below the report's folder.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path folder) throws IOException {
    Path path = folder.resolve(file());
    Files.createDirectories(path.getParent());
    try (Writer out = Files.newBufferedWriter(path);
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      csv.printRecord(columns);
      for (List<String> row : rows) {
        csv.printRecord(row);
      }
    }
  }
}
