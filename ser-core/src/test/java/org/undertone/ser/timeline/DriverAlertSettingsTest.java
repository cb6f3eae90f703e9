// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.DriverAlertSettings.Sensitivity;

class DriverAlertSettingsTest {

  private static int alerts(Sensitivity sensitivity, double tense) {
    DriverAlertPolicy policy =
        new DriverAlertPolicy(DriverAlertSettings.forSensitivity(sensitivity));
    EmotionScores scores = Synthetic.threeStates((1 - tense) / 2, tense, (1 - tense) / 2);
    int alerts = 0;
    for (int i = 0; i < 60; i++) {
      alerts += policy.add(Synthetic.unsure(i, i + 1, scores)).isPresent() ? 1 : 0;
    }
    return alerts;
  }

  @Test
  void higherSensitivityAlertsAtLowerProbability() {
    assertThat(alerts(Sensitivity.HIGH, 0.65)).isEqualTo(1);
    assertThat(alerts(Sensitivity.MEDIUM, 0.65)).isZero();
    assertThat(alerts(Sensitivity.MEDIUM, 0.75)).isEqualTo(1);
    assertThat(alerts(Sensitivity.LOW, 0.75)).isZero();
    assertThat(alerts(Sensitivity.LOW, 0.85)).isEqualTo(1);
  }

  @Test
  void defaultsAreThoseOfMediumSensitivity() {
    assertThat(DriverAlertSettings.DEFAULT)
        .isEqualTo(new DriverAlertSettings(8, 5, 0.7, 3, 5, 0.45, 10, 180, 600, 60));
  }

  @Test
  void refusesValuesOutOfRangeByName() {
    assertRefused("averageSeconds", 0, 5, 0.7, 3, 5, 0.45, 10, 180, 600, 60);
    assertRefused("minEvidenceSeconds", 8, -1, 0.7, 3, 5, 0.45, 10, 180, 600, 60);
    assertRefused("enterAbove", 8, 5, 0.4, 3, 5, 0.3, 10, 180, 600, 60);
    assertRefused("enterVotes", 8, 5, 0.7, 6, 5, 0.45, 10, 180, 600, 60);
    assertRefused("enterVotes", 8, 5, 0.7, 2, 5, 0.45, 10, 180, 600, 60);
    assertRefused("enterWindows", 8, 5, 0.7, 3, 0, 0.45, 10, 180, 600, 60);
    assertRefused("leaveBelow", 8, 5, 0.7, 3, 5, 0.7, 10, 180, 600, 60);
    assertRefused("leaveSeconds", 8, 5, 0.7, 3, 5, 0.45, Double.NaN, 180, 600, 60);
    assertRefused("cooldownSeconds", 8, 5, 0.7, 3, 5, 0.45, 10, -1, 600, 60);
    assertRefused("wrongCooldownSeconds", 8, 5, 0.7, 3, 5, 0.45, 10, 180, 179, 60);
    assertRefused("forgetSeconds", 8, 5, 0.7, 3, 5, 0.45, 10, 180, 600, 0);
  }

  private static void assertRefused(
      String name,
      double average,
      double evidence,
      double enterAbove,
      int votes,
      int windows,
      double leaveBelow,
      double leave,
      double cooldown,
      double wrong,
      double forget) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DriverAlertSettings(
                    average,
                    evidence,
                    enterAbove,
                    votes,
                    windows,
                    leaveBelow,
                    leave,
                    cooldown,
                    wrong,
                    forget))
        .withMessageStartingWith(name + " is out of range");
  }
}
