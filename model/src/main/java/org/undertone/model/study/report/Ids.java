// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.regex.Pattern;

/** Names of sections, tables and figures: they name files and anchors. */
final class Ids {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private Ids() {}

  /**
   * Returns the id.
   *
   * @throws IllegalArgumentException unless it is small letters, digits and single hyphens; "-dark"
   *     at its end is kept for pictures
   */
  static String check(String id) {
    if (!ID.matcher(id).matches() || id.endsWith("-dark")) {
      throw new IllegalArgumentException(
          "\"" + id + "\" is no id: small letters, digits and hyphens, not ending in -dark");
    }
    return id;
  }
}
