// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** When the driver's state changes. */
class DriverAlertPolicyTest extends DriveFixture {

  @Test
  void entersAtThreeOfFiveWindowsAndAlertsOnce() {
    hear(TENSE, 1);
    hear(CALM, 1);
    hear(TENSE, 1);
    hear(CALM, 1);
    assertThat(policy.state()).isEqualTo(DriverState.CALM);
    hear(TENSE, 1);

    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
    assertThat(policy.probability()).isBetween(0.79f, 0.81f);
    hear(TENSE, 20);
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).timeSeconds()).isEqualTo(5);
    assertThat(alerts.get(0).state()).isEqualTo(DriverState.TENSE);
    assertThat(alerts.get(0).probability()).isBetween(0.79f, 0.81f);
  }

  @Test
  void doesNotEnterAtTwoOfFive() {
    for (int i = 0; i < 20; i++) {
      hear(TENSE, 2);
      hear(CALM, 3);
    }
    assertThat(policy.state()).isEqualTo(DriverState.CALM);
    assertThat(alerts).isEmpty();
  }

  @Test
  void doesNotEnterBelowTheThreshold() {
    hear(RATHER_TENSE, 100);

    assertThat(policy.state()).isEqualTo(DriverState.UNSURE);
    assertThat(policy.probability()).isZero();
    assertThat(alerts).isEmpty();
  }

  @Test
  void lowAlertsToo() {
    hear(LOW, 3);

    assertThat(alerts).extracting(DriverAlert::state).containsExactly(DriverState.LOW);
  }

  @Test
  void staysBetweenTheThresholds() {
    hear(TENSE, 3);
    hear(RATHER_TENSE, 100);

    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
  }

  @Test
  void leavesAfterTenSecondsBelow() {
    hear(TENSE, 3);
    hear(CALM, 9);
    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
    hear(RATHER_TENSE, 1);
    hear(CALM, 9);
    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
    hear(CALM, 1);

    assertThat(policy.state()).isEqualTo(DriverState.CALM);
  }

  @Test
  void leavesToUnsureIfNotCalm() {
    hear(TENSE, 3);
    hear(MIXED, 10);

    assertThat(policy.state()).isEqualTo(DriverState.UNSURE);
  }

  @Test
  void tenseGivesWayToLow() {
    hear(TENSE, 3);
    hear(LOW, 3);

    assertThat(policy.state()).isEqualTo(DriverState.LOW);
    assertThat(alerts).hasSize(1);
  }

  @Test
  void silenceIsNotCalm() {
    hear(TENSE, 2);
    hearNothing(30);
    hear(TENSE, 1);
    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
    hear(CALM, 5);
    hearNothing(30);
    hear(CALM, 4);
    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
    hear(CALM, 1);
    assertThat(policy.state()).isEqualTo(DriverState.CALM);
  }

  @Test
  void longSilenceForgets() {
    hear(TENSE, 3);
    hearNothing(59);
    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
    hearNothing(1);
    assertThat(policy.state()).isEqualTo(DriverState.UNSURE);
    hear(TENSE, 2);
    assertThat(policy.state()).isEqualTo(DriverState.UNSURE);
  }

  @Test
  void silenceShorterThanThatKeepsTheEvidence() {
    hear(TENSE, 2);
    hearNothing(59);
    hear(TENSE, 1);

    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
  }

  @Test
  void longTimeWithoutVerdictsForgets() {
    hear(TENSE, 2);
    now += 60;
    hear(TENSE, 1);

    assertThat(policy.state()).isEqualTo(DriverState.UNSURE);
  }

  @Test
  void refusesTimeThatGoesBackwardsAndCarriesOn() {
    hear(TENSE, 5);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy.add(Synthetic.unsure(0, 4, CALM)))
        .withMessageContaining("4.0");
    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
  }

  @Test
  void defaultsWaitForEvidenceAndOutlastABurst() {
    policy = new DriverAlertPolicy(DriverAlertSettings.DEFAULT);
    hear(TENSE, 4);
    assertThat(policy.state()).isEqualTo(DriverState.UNSURE);
    hear(TENSE, 1);
    assertThat(alerts).hasSize(1);

    policy = new DriverAlertPolicy(DriverAlertSettings.DEFAULT);
    alerts.clear();
    hear(CALM, 20);
    hear(TENSE, 3);
    hear(CALM, 20);
    assertThat(policy.state()).isEqualTo(DriverState.CALM);
    assertThat(alerts).isEmpty();
    hear(TENSE, 30);
    assertThat(alerts).hasSize(1);
  }

  @Test
  void impossibleScoresAreOutvoted() {
    policy = new DriverAlertPolicy(DriverAlertSettings.DEFAULT);
    hear(Synthetic.threeStates(1, 0, 0), 20);
    hear(Synthetic.threeStates(0, 1, 0), 30);

    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
    assertThat(policy.probability()).isGreaterThan(0.9f);
  }
}
