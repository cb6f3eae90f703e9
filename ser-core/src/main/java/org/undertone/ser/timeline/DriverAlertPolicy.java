// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import java.util.Optional;

/**
 * Watches over a driver: calm, tense, low or unsure, and an alert when tense or low lasts. No system
 * tells eight emotions apart in a moving car, so it does not try to.
 *
 * <ul>
 *   <li><b>Evidence</b> is the average of the log-probabilities of calm, tense and low over the
 *       verdicts on speech, from the calibrated scores of each window, weighted by its speech.
 *   <li><b>Entering</b> tense or low: its average is above the threshold in enough of the last
 *       windows with speech (3 of 5). Tense gives way to low, and low to tense, by the same rule.
 *   <li><b>Leaving</b>: the average stays below the lower threshold for 10 s of speech time.
 *   <li>Otherwise the state is <b>calm</b> once that is above {@link #CALM_ABOVE}, until it is below
 *       {@link #CALM_BELOW}; else <b>unsure</b>, as always before there is enough speech.
 *   <li><b>No speech</b> freezes all this: silence is not calm. After a minute of it, or of no
 *       verdicts, the evidence is forgotten and the state is unsure.
 *   <li><b>An alert</b> is due when a verdict on speech finds the state tense or low, its average not
 *       below the leaving threshold, the cool-down over, and the state not acknowledged. An alert
 *       that falls into the cool-down is thus raised after it only if the state still holds and is
 *       still heard; and one that the driver ignored comes again after the cool-down.
 * </ul>
 *
 * <p>Times are seconds of audio; the cool-down runs in them too, silence and gaps included. For one thread:
 * feedback from a screen has to be handed to the thread of the verdicts.
 */
public final class DriverAlertPolicy {
  /** Calm begins when it is clearly more probable than tense and low together. */
  public static final double CALM_ABOVE = 0.55;

  /** Calm ends when it is clearly less probable than tense and low together. */
  public static final double CALM_BELOW = 0.45;

  private final DriverAlertSettings settings;
  private final DriverEvidence evidence;
  private final AudioClock clock = new AudioClock();
  private double lastSpeechEnd;
  private double cooldownEnd;
  private boolean acknowledged;
  private DriverState state = DriverState.UNSURE;

  /** Starts unsure and ready to alert. */
  public DriverAlertPolicy(DriverAlertSettings settings) {
    this.settings = settings;
    this.evidence = new DriverEvidence(settings);
  }

  /**
   * Takes the next verdict.
   *
   * @return the alert that is due now, if one is; the cool-down then starts
   * @throws IllegalArgumentException if it ends before the last one did; the policy is then unchanged
   */
  public Optional<DriverAlert> add(Verdict verdict) {
    double last = clock.now();
    double now = verdict.endSeconds();
    clock.advance(now);
    double start = Math.max(last, verdict.startSeconds());
    if ((verdict.isSpeech() ? start : now) - lastSpeechEnd >= settings.forgetSeconds()) {
      forget();
    }
    if (!verdict.isSpeech()) {
      return Optional.empty();
    }
    lastSpeechEnd = now;
    evidence.add(now - start, verdict.speechSeconds(), verdict.raw());
    enter(nextState());
    return alert(now);
  }

  /**
   * Time went by in which nothing was recorded, as in a call: it counts for the cool-down, and towards
   * the minute after which the evidence is forgotten.
   *
   * @param seconds by the clock, 0 or more
   * @throws IllegalArgumentException if it is below 0
   */
  public void gap(double seconds) {
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("a gap of " + seconds + " s");
    }
    lastSpeechEnd -= seconds;
    cooldownEnd -= seconds;
    if (clock.now() - lastSpeechEnd >= settings.forgetSeconds()) {
      forget();
    }
  }

  private DriverState nextState() {
    if (!evidence.isEnough()) {
      return DriverState.UNSURE;
    }
    for (DriverState candidate : DriverState.values()) {
      if (candidate.isAlerting() && evidence.enters(candidate)) {
        return candidate;
      }
    }
    if (state.isAlerting() && !evidence.leaves(state)) {
      return state;
    }
    double threshold = state == DriverState.CALM ? CALM_BELOW : CALM_ABOVE;
    boolean calm = evidence.probability(DriverState.CALM) >= threshold;
    return calm ? DriverState.CALM : DriverState.UNSURE;
  }

  private void enter(DriverState next) {
    if (next != state) {
      state = next;
      acknowledged = false;
    }
  }

  private Optional<DriverAlert> alert(double now) {
    if (!state.isAlerting() || acknowledged || now < cooldownEnd || !evidence.supports(state)) {
      return Optional.empty();
    }
    cooldownEnd = now + settings.cooldownSeconds();
    return Optional.of(new DriverAlert(now, state, evidence.probability(state)));
  }

  private void forget() {
    evidence.clear();
    enter(DriverState.UNSURE);
  }

  /** Returns the current state. */
  public DriverState state() {
    return state;
  }

  /** Returns the averaged probability of the current state, 0 to 1; 0 if it is unsure. */
  public float probability() {
    return state == DriverState.UNSURE ? 0 : evidence.probability(state);
  }

  /**
   * The driver says "OK": no further alert while this state lasts. Entered anew it alerts again,
   * after the cool-down, which starts anew at the last verdict. Does nothing unless tense or low.
   */
  public void acknowledge() {
    if (state.isAlerting()) {
      acknowledged = true;
      cooldownEnd = Math.max(cooldownEnd, clock.now() + settings.cooldownSeconds());
    }
  }

  /**
   * The driver says "wrong": forgets the evidence, is unsure again, and raises no alert for the
   * longer cool-down from the last verdict on. A second tap right after the first adds nothing.
   */
  public void wrong() {
    cooldownEnd = Math.max(cooldownEnd, clock.now() + settings.wrongCooldownSeconds());
    forget();
  }

  /**
   * Returns for how long no alert can come.
   *
   * @param nowSeconds the present, seconds of audio
   * @return seconds, 0 if the cool-down is over
   */
  public double cooldownRemainingSeconds(double nowSeconds) {
    return Math.max(0, cooldownEnd - nowSeconds);
  }
}
