// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.LabelScheme;

/**
 * What the speech heard so far says for each driver state: the average of log-probabilities, the
 * votes of the last windows, and for how long each state has been below the leaving threshold. Its
 * time is speech time, which stands still while nobody speaks.
 */
final class DriverEvidence {
  private final DriverAlertSettings settings;
  private final LogAverage average;
  private final Deque<DriverState> votes = new ArrayDeque<>();
  private final double[] belowSeconds = new double[LabelScheme.THREE.labels().size()];
  private float[] probabilities = new float[belowSeconds.length];
  private double speechTime;

  DriverEvidence(DriverAlertSettings settings) {
    this.settings = settings;
    // The weights of an exponential average of time constant T are T old in the mean, those of a
    // plain average of length L are L / 2 old.
    this.average = new LogAverage(belowSeconds.length, settings.averageSeconds() / 2);
  }

  /**
   * Adds a window.
   *
   * @param hopSeconds speech time that it adds
   * @param speechSeconds speech in it, its weight
   * @param scores calibrated scores of the window alone
   */
  void add(double hopSeconds, double speechSeconds, EmotionScores scores) {
    speechTime += hopSeconds;
    average.add(speechTime, speechSeconds, LabelScheme.THREE.reduce(scores));
    probabilities = average.probabilities();
    for (int i = 0; i < belowSeconds.length; i++) {
      boolean below = probabilities[i] < settings.leaveBelow();
      belowSeconds[i] = below ? belowSeconds[i] + hopSeconds : 0;
    }
    if (votes.size() == settings.enterWindows()) {
      votes.removeFirst();
    }
    votes.addLast(vote());
  }

  /** Returns the state to alert to that this window speaks for, or unsure. */
  private DriverState vote() {
    for (DriverState state : DriverState.values()) {
      if (state.isAlerting() && probability(state) > settings.enterAbove()) {
        return state;
      }
    }
    return DriverState.UNSURE;
  }

  /** Returns whether there is enough speech to say anything. */
  boolean isEnough() {
    return !average.isEmpty() && speechTime >= settings.minEvidenceSeconds();
  }

  /** Returns whether enough of the last windows speak for tense or low. */
  boolean enters(DriverState state) {
    int count = 0;
    for (DriverState vote : votes) {
      if (vote == state) {
        count++;
      }
    }
    return count >= settings.enterVotes();
  }

  /** Returns whether a state has been improbable for long enough to end. */
  boolean leaves(DriverState state) {
    double below = belowSeconds[state.schemeIndex()];
    return below > 0 && below >= settings.leaveSeconds();
  }

  /** Returns whether the average, at present, is not below the leaving threshold. */
  boolean supports(DriverState state) {
    return probability(state) >= settings.leaveBelow();
  }

  /** Returns the averaged probability of calm, tense or low; 0 before the first window. */
  float probability(DriverState state) {
    return probabilities[state.schemeIndex()];
  }

  /** Forgets everything. */
  void clear() {
    average.clear();
    votes.clear();
    probabilities = new float[belowSeconds.length];
    Arrays.fill(belowSeconds, 0);
    speechTime = 0;
  }
}
