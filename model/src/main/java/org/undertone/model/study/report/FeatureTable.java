// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Named numbers of clips, a row each, with the clip's label. Immutable if the rows are not changed. */
public final class FeatureTable {
  private final List<String> columns;
  private final double[][] rows;
  private final List<String> labels;

  /**
   * Names numbers, which are not copied.
   *
   * @param columns names
   * @param rows {@code [clip][column]}
   * @param labels of the clips
   * @throws IllegalArgumentException if sizes do not fit
   */
  public FeatureTable(List<String> columns, double[][] rows, List<String> labels) {
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.labels = List.copyOf(labels);
    if (rows.length != labels.size()) {
      throw new IllegalArgumentException(rows.length + " rows, " + labels.size() + " labels");
    }
    for (double[] row : rows) {
      if (row.length != columns.size()) {
        throw new IllegalArgumentException(
            columns.size() + " columns, but a row of " + row.length + " numbers");
      }
    }
  }

  /** Returns the names of the columns. */
  public List<String> columns() {
    return columns;
  }

  /** Returns the number of rows. */
  public int size() {
    return rows.length;
  }

  /** Returns whether a clip has a label. */
  boolean hasLabel(String label) {
    return labels.contains(label);
  }

  /** Returns a column of all clips; not a number everywhere if there is none of that name. */
  double[] column(String name) {
    int column = columns.indexOf(name);
    return Arrays.stream(rows).mapToDouble(row -> column < 0 ? Double.NaN : row[column]).toArray();
  }

  /** Returns a column by label, the labels in the given order; those that do not occur are left out. */
  Map<String, double[]> byLabel(String name, List<String> order) {
    double[] all = column(name);
    Map<String, double[]> parts = new LinkedHashMap<>();
    for (String label : order) {
      double[] part =
          IntStream.range(0, all.length)
              .filter(i -> labels.get(i).equals(label))
              .mapToDouble(i -> all[i])
              .toArray();
      if (part.length > 0) {
        parts.put(label, part);
      }
    }
    return parts;
  }

  /** Returns Pearson's correlation of two columns; not a number if one of them is constant. */
  double correlation(String one, String other) {
    double[] a = column(one);
    double[] b = column(other);
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : Double.NaN;
  }

  /**
   * Returns eta squared of a column: the share of its variance that lies between labels, 0 to 1; 0 if
   * it is constant.
   */
  double explained(String name) {
    double[] all = column(name);
    double mean = Arrays.stream(all).average().orElse(0);
    double total = Arrays.stream(all).map(x -> (x - mean) * (x - mean)).sum();
    double between = 0;
    for (double[] part : byLabel(name, labels.stream().distinct().toList()).values()) {
      double own = Arrays.stream(part).average().orElse(mean);
      between += part.length * (own - mean) * (own - mean);
    }
    return total > 0 ? between / total : 0;
  }

  /** Returns what write-ups check first: missing, infinite, constant and repeated numbers. */
  StudyTable checks(String id, String title) {
    Set<List<Double>> seen = new HashSet<>();
    long repeated = 0;
    for (double[] row : rows) {
      repeated += seen.add(Arrays.stream(row).boxed().toList()) ? 0 : 1;
    }
    long missing =
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).filter(Double::isNaN).count();
    long infinite =
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).filter(Double::isInfinite).count();
    long constant =
        columns.stream().filter(c -> Arrays.stream(column(c)).distinct().count() < 2).count();
    return new StudyTable(
        id,
        title,
        List.of("Check", "Count"),
        List.of(
            List.of("rows (clips)", Integer.toString(rows.length)),
            List.of("columns (features)", Integer.toString(columns.size())),
            List.of("missing numbers", Long.toString(missing)),
            List.of("infinite numbers", Long.toString(infinite)),
            List.of("columns with one value only", Long.toString(constant)),
            List.of("rows equal to an earlier row", Long.toString(repeated))),
        "");
  }
}
