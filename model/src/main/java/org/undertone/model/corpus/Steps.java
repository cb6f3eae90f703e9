// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

/** Hears how long work of several steps goes. */
@FunctionalInterface
public interface Steps {
  /**
   * A step begins; the one before is over.
   *
   * @param name what is done
   * @param unit what is counted
   * @return who hears how far it is
   */
  Progress begin(String name, String unit);
}
