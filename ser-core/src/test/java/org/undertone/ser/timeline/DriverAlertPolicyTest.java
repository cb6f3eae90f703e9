// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.undertone.ser.EmotionScores;

class DriverAlertPolicyTest {
  private static final EmotionScores CALM = Synthetic.threeStates(0.9, 0.05, 0.05);
  private static final EmotionScores TENSE = Synthetic.threeStates(0.1, 0.8, 0.1);
  private static final EmotionScores LOW = Synthetic.threeStates(0.1, 0.1, 0.8);
  private static final EmotionScores MIXED = Synthetic.threeStates(0.4, 0.3, 0.3);

  /** Above the leaving, below the entering threshold. */
  private static final EmotionScores RATHER_TENSE = Synthetic.threeStates(0.3, 0.6, 0.1);

  /** The defaults, but with an average so short that each window stands for itself. */
  private static final DriverAlertSettings NO_MEMORY =
      new DriverAlertSettings(0.01, 0, 0.7, 3, 5, 0.45, 10, 180, 600, 60);

  private DriverAlertPolicy policy = new DriverAlertPolicy(NO_MEMORY);
  private final List<DriverAlert> alerts = new ArrayList<>();
  private double now;

  /** Adds windows of 1 s, one after the other. */
  private void hear(EmotionScores scores, int times) {
    for (int i = 0; i < times; i++) {
      now++;
      Optional<DriverAlert> alert = policy.add(Synthetic.unsure(now - 1, now, scores));
      alert.ifPresent(alerts::add);
    }
  }

  private void hearNothing(int times) {
    for (int i = 0; i < times; i++) {
      now++;
      assertThat(policy.add(Verdict.noSpeech(now - 1, now, 0))).isEmpty();
    }
  }

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
  void longTimeWithoutVerdictsForgets() {
    hear(TENSE, 2);
    now += 60;
    hear(TENSE, 1);

    assertThat(policy.state()).isEqualTo(DriverState.UNSURE);
  }

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
