// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table of a corpus, UTF-8, its first row the names of the columns, in any case. */
final class CsvTable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String where;
  private final CSVParser parser;
  private final List<CSVRecord> rows;

  private CsvTable(String where, CSVParser parser, List<CSVRecord> rows) {
    this.where = where;
    this.parser = parser;
    this.rows = rows;
  }

  /** Reads a table of values with commas between them. */
  static CsvTable read(CorpusTree tree, String file) throws IOException {
    return read(tree, file, CSVFormat.DEFAULT);
  }

  /** Reads a table of values with tabs between them, in which quotes are text. */
  static CsvTable readTabbed(CorpusTree tree, String file) throws IOException {
    return read(tree, file, CSVFormat.DEFAULT.builder().setDelimiter('\t').setQuote(null).get());
  }

  private static CsvTable read(CorpusTree tree, String file, CSVFormat base) throws IOException {
    CSVFormat format =
        base.builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setAllowMissingColumnNames(true)
            .setTrim(true)
            .get();
    String where = tree.location() + " " + file;
    try (InputStream in = tree.open(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (text.startsWith(BYTE_ORDER_MARK)) {
        text = text.substring(BYTE_ORDER_MARK.length());
      }
      try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
        return new CsvTable(where, parser, parser.getRecords());
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new IOException(where + " is not a table that can be read: " + e.getMessage(), e);
    }
  }

  List<CSVRecord> rows() {
    return rows;
  }

  boolean has(String... columns) {
    return Arrays.stream(columns)
        .allMatch(column -> parser.getHeaderNames().stream().anyMatch(column::equalsIgnoreCase));
  }

  void require(String... columns) throws IOException {
    for (String column : columns) {
      if (!has(column)) {
        throw new IOException(
            where + " lacks the column " + column + "; it has " + parser.getHeaderNames());
      }
    }
  }

  /** Returns a value, or nothing if the row or the table lacks it. */
  String get(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column) : "";
  }

  Sex sex(CSVRecord row, String column) throws IOException {
    try {
      return Sex.of(get(row, column));
    } catch (IllegalArgumentException e) {
      throw new IOException(where + " row " + row.getRecordNumber() + ": " + e.getMessage(), e);
    }
  }
}
