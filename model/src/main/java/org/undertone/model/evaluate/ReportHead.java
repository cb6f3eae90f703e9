// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;

/**
 * What stands above the numbers of a report; immutable.
 *
 * @param protocol what was done, in words
 * @param notes what a reader must know before the numbers, a line each
 */
record ReportHead(String protocol, List<String> notes) implements Section {
  ReportHead {
    notes = List.copyOf(notes);
  }

  @Override
  public void print(PrintWriter out) {
    out.println(protocol);
    notes.forEach(out::println);
    out.println();
  }

  @Override
  public void addTo(JsonObject report) {
    report.addProperty("protocol", protocol);
    JsonArray lines = new JsonArray();
    notes.forEach(lines::add);
    report.add("notes", lines);
  }
}
