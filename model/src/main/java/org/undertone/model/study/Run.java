// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

/**
 * One training and its test.
 *
 * @param series what is learnt
 * @param kind of split
 * @param fold of the split, from 0
 */
record Run(Series series, Split.Kind kind, int fold) {}
