// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** When alerts come again, and what the driver's answers do to them. */
class DriverAlertCooldownTest extends DriveFixture {

  @Test
  void alertsAgainAfterTheCooldownIfTheStateHolds() {
    hear(TENSE, 3 + 179);
    assertThat(alerts).hasSize(1);
    hear(TENSE, 1);

    assertThat(alerts).extracting(DriverAlert::timeSeconds).containsExactly(3.0, 183.0);
  }

  @Test
  void suppressedAlertComesAfterTheCooldownIfTheStateHolds() {
    hear(TENSE, 3);
    hear(CALM, 97);
    hear(LOW, 150);

    assertThat(alerts).extracting(DriverAlert::timeSeconds).containsExactly(3.0, 183.0);
    assertThat(alerts.get(1).state()).isEqualTo(DriverState.LOW);
  }

  @Test
  void suppressedAlertIsDroppedIfTheStateEnded() {
    hear(TENSE, 3);
    hear(CALM, 50);
    hear(LOW, 50);
    hear(CALM, 200);

    assertThat(alerts).hasSize(1);
  }

  @Test
  void alertWaitsUntilTheStateIsHeard() {
    hear(TENSE, 3);
    hear(TENSE, 170);
    hearNothing(20);
    hear(CALM, 1);
    assertThat(alerts).hasSize(1);
    hear(TENSE, 1);

    assertThat(alerts).extracting(DriverAlert::timeSeconds).containsExactly(3.0, 195.0);
  }

  @Test
  void countsTheCooldownDown() {
    assertThat(policy.cooldownRemainingSeconds(0)).isZero();
    hear(TENSE, 3);

    assertThat(policy.cooldownRemainingSeconds(3)).isEqualTo(180);
    assertThat(policy.cooldownRemainingSeconds(100)).isEqualTo(83);
    assertThat(policy.cooldownRemainingSeconds(500)).isZero();
  }

  @Test
  void acknowledgedStateAlertsNoMoreUntilItIsEnteredAnew() {
    hear(TENSE, 3);
    policy.acknowledge();
    hear(TENSE, 400);
    assertThat(alerts).hasSize(1);
    hear(CALM, 20);
    hear(TENSE, 3);

    assertThat(alerts).hasSize(2);
  }

  @Test
  void acknowledgingStartsTheCooldownAnewAndDoesNothingWhenCalm() {
    policy.acknowledge();
    assertThat(policy.cooldownRemainingSeconds(now)).isZero();
    hear(TENSE, 13);
    policy.acknowledge();

    assertThat(policy.cooldownRemainingSeconds(13)).isEqualTo(180);
  }

  @Test
  void wrongClearsTheEvidenceAndExtendsTheCooldown() {
    hear(TENSE, 4);
    policy.wrong();
    policy.wrong();
    assertThat(policy.state()).isEqualTo(DriverState.UNSURE);
    assertThat(policy.cooldownRemainingSeconds(4)).isEqualTo(600);
    hear(TENSE, 2);
    assertThat(policy.state()).isEqualTo(DriverState.UNSURE);
    hear(TENSE, 1);
    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
    hear(TENSE, 600);

    assertThat(alerts).extracting(DriverAlert::timeSeconds).containsExactly(3.0, 604.0);
  }

  @Test
  void aLongGapForgetsTheStateAndEndsTheCooldown() {
    hear(TENSE, 3);
    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
    policy.gap(1800);

    assertThat(policy.state()).isEqualTo(DriverState.UNSURE);
    assertThat(policy.cooldownRemainingSeconds(now)).isZero();
    hear(CALM, 5);
    assertThat(alerts).as("nothing of what was before the gap").hasSize(1);
    hear(TENSE, 3);
    assertThat(alerts).extracting(DriverAlert::timeSeconds).containsExactly(3.0, 11.0);
  }

  @Test
  void aShortGapCountsForTheCooldownAndTheMinuteOfSilence() {
    hear(TENSE, 3);
    policy.gap(40);

    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
    assertThat(policy.cooldownRemainingSeconds(now)).isEqualTo(140);
    hearNothing(19);
    assertThat(policy.state()).isEqualTo(DriverState.TENSE);
    hearNothing(1);
    assertThat(policy.state()).isEqualTo(DriverState.UNSURE);
  }

  @Test
  void noGapIsBelowZero() {
    assertThatIllegalArgumentException().isThrownBy(() -> policy.gap(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> policy.gap(Double.NaN));
  }
}
