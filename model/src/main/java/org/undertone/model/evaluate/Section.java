// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import java.io.PrintWriter;

/** A part of a report. */
interface Section {

  /** Prints it for people. */
  void print(PrintWriter out);

  /** Adds its numbers to the report. */
  void addTo(JsonObject report);
}
