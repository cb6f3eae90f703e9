// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;

/**
 * The accuracy with a voice profile beside that without one on the same clips; immutable.
 *
 * @param with accuracy with the profile
 * @param without accuracy without
 */
record PairedFigure(Figure with, Figure without) {
  /** Adds what is without the profile to the JSON of what is with it. */
  void addWithoutTo(JsonObject json) {
    json.addProperty("wa_without", ReportJson.rounded(without.accuracy().mean()));
    json.addProperty("uar_without", ReportJson.rounded(without.recall().mean()));
  }
}
