// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of a report, for people as text and for programs as JSON. Not thread-safe. */
final class Table {
  /** What is in a column. */
  enum Kind {
    /** A {@link String}. */
    TEXT,
    /** A whole number. */
    COUNT,
    /** A share, 0 to 1, shown in percent; a difference of shares too. */
    PERCENT,
    /** A number shown with three digits after the point. */
    NUMBER
  }

  private record Column(String key, String heading, Kind kind) {}

  private final String key;
  private final String title;
  private final List<Column> columns = new ArrayList<>();
  private final List<Object[]> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Starts a table.
   *
   * @param key its name in JSON
   * @param title its heading for people
   */
  Table(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** Adds a column. */
  Table column(String columnKey, String heading, Kind kind) {
    columns.add(new Column(columnKey, heading, kind));
    return this;
  }

  /** Adds a line below the table that says how to read it. */
  Table note(String text) {
    notes.add(text);
    return this;
  }

  /**
   * Adds a row; null stands for what there is not.
   *
   * @throws IllegalArgumentException if there are not as many values as columns
   */
  void row(Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(values.length + " values in " + columns.size());
    }
    rows.add(values.clone());
  }

  /** Returns the name in JSON. */
  String key() {
    return key;
  }

  /** Prints the table, its columns below each other: text to the left, numbers to the right. */
  void print(PrintWriter out) {
    out.println(title);
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              columns.get(i).heading().length(),
              rows.stream().mapToInt(row -> cell(column, row).length()).max().orElse(0));
    }
    StringBuilder headings = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      headings.append("  ").append(padded(i, columns.get(i).heading(), widths[i]));
    }
    out.println(headings.toString().stripTrailing());
    for (Object[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append("  ").append(padded(i, cell(i, row), widths[i]));
      }
      out.println(line.toString().stripTrailing());
    }
    notes.forEach(note -> out.println("  " + note));
  }

  private String padded(int column, String cell, int width) {
    String padding = " ".repeat(width - cell.length());
    return columns.get(column).kind() == Kind.TEXT ? cell + padding : padding + cell;
  }

  private String cell(int column, Object[] row) {
    Object value = row[column];
    if (!isThere(value)) {
      return "-";
    }
    return switch (columns.get(column).kind()) {
      case TEXT, COUNT -> value.toString();
      case PERCENT -> String.format(Locale.ROOT, "%.1f", 100 * ((Number) value).doubleValue());
      case NUMBER -> String.format(Locale.ROOT, "%.3f", ((Number) value).doubleValue());
    };
  }

  private static boolean isThere(Object value) {
    return value != null && !(value instanceof Double number && !Double.isFinite(number));
  }

  /** Returns the rows as objects; shares and numbers to four digits after the point. */
  JsonArray toJson() {
    JsonArray json = new JsonArray();
    for (Object[] row : rows) {
      JsonObject object = new JsonObject();
      for (int i = 0; i < row.length; i++) {
        Column column = columns.get(i);
        if (!isThere(row[i])) {
          object.add(column.key(), JsonNull.INSTANCE);
        } else if (column.kind() == Kind.TEXT) {
          object.addProperty(column.key(), row[i].toString());
        } else if (column.kind() == Kind.COUNT) {
          object.addProperty(column.key(), ((Number) row[i]).longValue());
        } else {
          double value = ((Number) row[i]).doubleValue();
          object.addProperty(column.key(), Math.round(value * 10_000) / 10_000.0);
        }
      }
      json.add(object);
    }
    return json;
  }
}
