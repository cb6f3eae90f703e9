// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.undertone.app.data.AlertFeedback;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverAlertPolicy;
import org.undertone.ser.timeline.DriverAlertSettings;
import org.undertone.ser.timeline.Verdict;

/**
 * The alert policy of a drive, and what the screen shows of it. Verdicts on windows in which an alert
 * sounded count as no speech, so that no alert answers its own voice. For the judging thread.
 */
final class DriverWatch {
  /** So long an alert waits for an answer, seconds; then the driver had other things to do. */
  static final double ANSWER_SECONDS = 60;

  private final DriverAlertPolicy policy;
  private final BooleanSupplier alertSounds;
  private double lastSound = Double.NEGATIVE_INFINITY;
  private DriverAlert waiting;

  /** When the alert stops waiting, seconds of audio. */
  private double waitingEnd;

  private int alerts;
  private DriverStatus status = DriverStatus.START;

  /**
   * Starts a drive.
   *
   * @param alertSounds whether an alert can be heard right now
   */
  DriverWatch(DriverAlertSettings settings, BooleanSupplier alertSounds) {
    policy = new DriverAlertPolicy(settings);
    this.alertSounds = alertSounds;
  }

  /** Takes the next verdict; returns the alert that is due now, if one is. */
  Optional<DriverAlert> add(Verdict verdict) {
    double now = verdict.endSeconds();
    if (alertSounds.getAsBoolean()) {
      lastSound = now;
    }
    boolean deaf = verdict.startSeconds() <= lastSound;
    Optional<DriverAlert> alert =
        policy.add(deaf ? Verdict.noSpeech(verdict.startSeconds(), now, 0) : verdict);
    if (alert.isPresent()) {
      waiting = alert.get();
      waitingEnd = now + ANSWER_SECONDS;
      alerts++;
    }
    update(now);
    return alert;
  }

  /**
   * Nothing was recorded for a while.
   *
   * @param seconds by the clock
   */
  void gap(double seconds, double nowSeconds) {
    policy.gap(seconds);
    waitingEnd -= seconds;
    update(nowSeconds);
  }

  /**
   * Takes the driver's answer.
   *
   * @return whether an alert waited for it
   */
  boolean answer(AlertFeedback feedback, double nowSeconds) {
    if (waiting == null) {
      return false;
    }
    if (feedback == AlertFeedback.WRONG) {
      policy.wrong();
    } else {
      policy.acknowledge();
    }
    waiting = null;
    update(nowSeconds);
    return true;
  }

  private void update(double now) {
    if (now >= waitingEnd) {
      waiting = null;
    }
    status =
        new DriverStatus(
            policy.state(),
            policy.probability(),
            waiting,
            policy.cooldownRemainingSeconds(now),
            alerts);
  }

  /** Returns what the screen shows. */
  DriverStatus status() {
    return status;
  }
}
