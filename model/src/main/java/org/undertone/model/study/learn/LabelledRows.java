// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

/** Rows of features with the label of each. The arrays are not copied, and are not to be changed. */
public final class LabelledRows {
  private final float[][] rows;
  private final int[] labels;
  private final int classes;

  /**
   * Takes rows.
   *
   * @param rows {@code [clip][feature]}, all finite
   * @param labels of each row, 0 to {@code classes} - 1
   * @param classes number of classes; not all need to occur
   * @throws IllegalArgumentException if there is no row, or not one label a row
   */
  public LabelledRows(float[][] rows, int[] labels, int classes) {
    if (rows.length == 0 || rows.length != labels.length) {
      throw new IllegalArgumentException(rows.length + " rows have " + labels.length + " labels");
    }
    this.rows = rows;
    this.labels = labels;
    this.classes = classes;
  }

  /** Returns the features, {@code [clip][feature]}. */
  public float[][] rows() {
    return rows;
  }

  /** Returns the label of each row. */
  public int[] labels() {
    return labels;
  }

  /** Returns the number of classes. */
  public int classes() {
    return classes;
  }

  /** Returns the number of rows. */
  public int size() {
    return rows.length;
  }

  /** Returns the number of features. */
  public int width() {
    return rows[0].length;
  }
}
