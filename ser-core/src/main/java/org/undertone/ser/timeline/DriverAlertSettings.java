// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

/**
 * When {@link DriverAlertPolicy} alerts; immutable. "Speech time" below is the time that verdicts on
 * speech label; it stands still while nobody speaks.
 *
 * @param averageSeconds length of the average of log-probabilities, seconds of speech time, above 0
 *     and at most 60; 5 to 10 is sensible
 * @param minEvidenceSeconds speech time without which the state is unsure, 0 to 60
 * @param enterAbove averaged probability above which a window speaks for tense or low; at least 0.5
 *     and below 1, so that no window speaks for both
 * @param enterVotes how many of the last {@code enterWindows} must speak for it, more than half of
 *     them
 * @param enterWindows how many of the last windows with speech are looked at, 1 to 100
 * @param leaveBelow averaged probability below which tense or low may end; above 0 and below {@code
 *     enterAbove}
 * @param leaveSeconds speech time for which it must stay below, 0 to 600
 * @param cooldownSeconds time between two alerts, 0 to 86400
 * @param wrongCooldownSeconds time without alerts after the driver called one wrong, {@code
 *     cooldownSeconds} to 86400
 * @param forgetSeconds time without speech after which the past says nothing of the present, above 0
 */
public record DriverAlertSettings(
    double averageSeconds,
    double minEvidenceSeconds,
    double enterAbove,
    int enterVotes,
    int enterWindows,
    double leaveBelow,
    double leaveSeconds,
    double cooldownSeconds,
    double wrongCooldownSeconds,
    double forgetSeconds) {

  /** How easily an alert comes. */
  public enum Sensitivity {
    /** Enters above 0.8 in 4 of 5 windows, leaves below 0.55: few alerts, seldom mistaken. */
    LOW,
    /** Enters above 0.7 in 3 of 5 windows, leaves below 0.45. */
    MEDIUM,
    /** Enters above 0.6 in 3 of 5 windows, leaves below 0.4: more alerts, more mistaken. */
    HIGH
  }

  /** The settings of medium sensitivity. */
  public static final DriverAlertSettings DEFAULT = forSensitivity(Sensitivity.MEDIUM);

  private static final double DAY_SECONDS = 86_400;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range; the message names it
   */
  public DriverAlertSettings {
    require(averageSeconds > 0 && averageSeconds <= 60, "averageSeconds", averageSeconds);
    require(
        minEvidenceSeconds >= 0 && minEvidenceSeconds <= 60,
        "minEvidenceSeconds",
        minEvidenceSeconds);
    require(enterAbove >= 0.5 && enterAbove < 1, "enterAbove", enterAbove);
    require(enterWindows >= 1 && enterWindows <= 100, "enterWindows", enterWindows);
    require(enterVotes <= enterWindows && 2 * enterVotes > enterWindows, "enterVotes", enterVotes);
    require(leaveBelow > 0 && leaveBelow < enterAbove, "leaveBelow", leaveBelow);
    require(leaveSeconds >= 0 && leaveSeconds <= 600, "leaveSeconds", leaveSeconds);
    require(
        cooldownSeconds >= 0 && cooldownSeconds <= DAY_SECONDS, "cooldownSeconds", cooldownSeconds);
    require(
        wrongCooldownSeconds >= cooldownSeconds && wrongCooldownSeconds <= DAY_SECONDS,
        "wrongCooldownSeconds",
        wrongCooldownSeconds);
    require(forgetSeconds > 0 && forgetSeconds <= DAY_SECONDS, "forgetSeconds", forgetSeconds);
  }

  private static void require(boolean inRange, String name, double value) {
    if (!inRange) {
      throw new IllegalArgumentException(name + " is out of range: " + value);
    }
  }

  /**
   * Returns the settings for a sensitivity: its thresholds; an average of 8 s of speech, 5 s at
   * least; 10 s to leave; 3 minutes between alerts and 10 after a wrong one; and a past that is
   * forgotten after a minute of silence.
   */
  public static DriverAlertSettings forSensitivity(Sensitivity sensitivity) {
    switch (sensitivity) {
      case LOW:
        return of(0.8, 4, 0.55);
      case MEDIUM:
        return of(0.7, 3, 0.45);
      case HIGH:
        return of(0.6, 3, 0.4);
    }
    throw new AssertionError(sensitivity);
  }

  private static DriverAlertSettings of(double enterAbove, int enterVotes, double leaveBelow) {
    return new DriverAlertSettings(8, 5, enterAbove, enterVotes, 5, leaveBelow, 10, 180, 600, 60);
  }
}
