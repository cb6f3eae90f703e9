// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A table of RFC 4180 in UTF-8, which grows while another entry of the ZIP is written, and follows when
 * it is whole. Kept compressed: some ten bytes a row. For one thread.
 */
final class CsvRows {
  private static final int BLOCK = 8192;

  private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
  private final GZIPOutputStream rows;
  private final int columns;
  private int count;

  CsvRows(String... header) {
    columns = header.length;
    try {
      rows = new GZIPOutputStream(compressed);
    } catch (IOException e) {
      throw inMemory(e);
    }
    write(List.of(header));
  }

  void add(String... values) {
    if (values.length != columns) {
      throw new IllegalArgumentException(values.length + " values in " + columns + " columns");
    }
    write(List.of(values));
    count++;
  }

  /** Returns the number of rows, without the header. */
  int count() {
    return count;
  }

  private void write(List<String> values) {
    StringBuilder line = new StringBuilder();
    for (String value : values) {
      line.append(line.length() == 0 ? "" : ",").append(quoted(value));
    }
    try {
      rows.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** Spaces at the ends are quoted, too: some readers cut them off else. */
  private static String quoted(String value) {
    boolean plain =
        value.equals(value.trim())
            && value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** Writes header and rows; nothing can be added afterwards. */
  void writeTo(OutputStream out) throws IOException {
    try {
      rows.close();
    } catch (IOException e) {
      throw inMemory(e);
    }
    byte[] block = new byte[BLOCK];
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(compressed.toByteArray()))) {
      int count;
      while ((count = in.read(block)) > 0) {
        out.write(block, 0, count);
      }
    }
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("memory does not fail", e);
  }
}
