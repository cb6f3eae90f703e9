// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.undertone.ser.EmotionScores;

/** A drive told in windows of one second, and the alerts that it brought. */
abstract class DriveFixture {
  static final EmotionScores CALM = Synthetic.threeStates(0.9, 0.05, 0.05);
  static final EmotionScores TENSE = Synthetic.threeStates(0.1, 0.8, 0.1);
  static final EmotionScores LOW = Synthetic.threeStates(0.1, 0.1, 0.8);
  static final EmotionScores MIXED = Synthetic.threeStates(0.4, 0.3, 0.3);

  /** Above the leaving, below the entering threshold. */
  static final EmotionScores RATHER_TENSE = Synthetic.threeStates(0.3, 0.6, 0.1);

  /** The defaults, but with an average so short that each window stands for itself. */
  static final DriverAlertSettings NO_MEMORY =
      new DriverAlertSettings(0.01, 0, 0.7, 3, 5, 0.45, 10, 180, 600, 60);

  DriverAlertPolicy policy = new DriverAlertPolicy(NO_MEMORY);
  final List<DriverAlert> alerts = new ArrayList<>();
  double now;

  /** Adds windows of 1 s, one after the other. */
  void hear(EmotionScores scores, int times) {
    for (int i = 0; i < times; i++) {
      now++;
      Optional<DriverAlert> alert = policy.add(Synthetic.unsure(now - 1, now, scores));
      alert.ifPresent(alerts::add);
    }
  }

  void hearNothing(int times) {
    for (int i = 0; i < times; i++) {
      now++;
      assertThat(policy.add(Verdict.noSpeech(now - 1, now, 0))).isEmpty();
    }
  }
}
