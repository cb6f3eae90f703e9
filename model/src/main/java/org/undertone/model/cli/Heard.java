// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to tell of a window, a segment or a recording, in the labels that were asked for; immutable.
 *
 * @param label a label of the scheme, {@value #UNSURE} or {@value #NO_SPEECH}
 * @param probability of the label; of the most probable one if unsure; 0 without speech
 * @param scores probability of every label in the scheme's order; empty without speech
 */
record Heard(String label, double probability, Map<String, Double> scores) {
  static final String NO_SPEECH = "no speech";
  static final String UNSURE = "unsure";

  /** Nobody spoke. */
  static final Heard NOTHING = new Heard(NO_SPEECH, 0, Map.of());

  /** Copies the scores and keeps their order. */
  Heard {
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
  }
}
