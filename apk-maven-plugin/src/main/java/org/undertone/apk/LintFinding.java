// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.util.Locale;

/**
 * Something that lint found.
 *
 * @param severity as lint says it: Fatal, Error, Warning or Information
 * @param id the name of the check, as lint.xml wants it
 * @param message what is wrong
 * @param file where; empty where it is of no file
 * @param line the line, counted from 1; empty where there is none
 */
record LintFinding(String severity, String id, String message, String file, String line) {

  boolean isError() {
    return "Fatal".equals(severity) || "Error".equals(severity);
  }

  @Override
  public String toString() {
    String place = file + (line.isEmpty() ? "" : ":" + line);
    return "%s: %s: %s [%s]".formatted(place, severity.toLowerCase(Locale.ROOT), message, id);
  }
}
