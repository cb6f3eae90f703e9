// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import org.undertone.ser.LabelScheme;

/** What driver mode tells apart: the three labels of {@link LabelScheme#THREE}, and unsure. */
public enum DriverState {
  /** Neutral, calm or happy. */
  CALM("calm", false),
  /** High arousal that is not joy. */
  TENSE("tense", true),
  /** Sad. */
  LOW("low", true),
  /** Too little speech so far, or none of the three is probable enough. */
  UNSURE("unsure", false);

  private final String label;
  private final boolean alerting;
  private final int schemeIndex;

  DriverState(String label, boolean alerting) {
    this.label = label;
    this.alerting = alerting;
    this.schemeIndex = LabelScheme.THREE.labels().indexOf(label);
  }

  /** Returns the name for files: in lower case. */
  public String label() {
    return label;
  }

  /** Returns whether an alert is due in this state: tense and low. */
  public boolean isAlerting() {
    return alerting;
  }

  /** Returns the place in the three probabilities; -1 for unsure. */
  int schemeIndex() {
    return schemeIndex;
  }
}
