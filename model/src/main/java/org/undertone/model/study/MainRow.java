// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

/**
 * A row of the main table.
 *
 * @param experiment its number
 * @param name of its bar in the picture
 * @param what learner, features and classes
 * @param published what the write-up says, in percent
 * @param series what was repeated; null if it could not be
 * @param instead what is to be read in place of numbers where there is no series
 */
record MainRow(
    int experiment, String name, String what, String published, Series series, String instead) {

  static MainRow of(int experiment, String name, String what, String published, Series series) {
    return new MainRow(experiment, name, what, published, series, "");
  }
}
