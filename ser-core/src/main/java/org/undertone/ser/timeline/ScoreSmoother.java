// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/**
 * Turns probabilities, window after window, into verdicts that can be shown.
 *
 * <ol>
 *   <li>They are calibrated by {@link TemperatureScaling}.
 *   <li>Their logarithms are averaged over the verdicts so far. A verdict weighs as many seconds as
 *       its window has speech, and fades with the time constant of the settings.
 *   <li>If the best smoothed probability is below the threshold, the answer is unsure.
 *   <li>So that the shown emotion does not flicker, another one replaces it only when it leads by
 *       the switch margin, or is the best in two verdicts on speech running, or the shown one has
 *       itself fallen below the threshold. An emotion that is shown is thus never below it. An
 *       unsure verdict ends this hold: nothing is shown that could flicker.
 * </ol>
 *
 * <p>A pause of {@link #RESET_SECONDS} forgets everything; a shorter one changes nothing but the age
 * of what was heard. For one thread; takes the times from its caller and has no clock.
 */
public final class ScoreSmoother {
  /**
   * Time from one verdict on speech to the next after which they have nothing to do with each other:
   * longer than the pauses within a turn of talk, which seldom reach 2 s, plus the 3 s that a window
   * needs to run empty. Whoever speaks next may be somebody else.
   */
  public static final double RESET_SECONDS = 5;

  private final SmootherSettings settings;
  private final LogAverage average;
  private final AudioClock clock = new AudioClock();
  private double lastSpeechEnd;
  private Emotion shown;
  private Emotion challenger;

  /** Starts with nothing heard. */
  public ScoreSmoother(SmootherSettings settings) {
    this.settings = settings;
    this.average = new LogAverage(Emotion.COUNT, settings.timeConstantSeconds());
  }

  /**
   * Judges a window with enough speech.
   *
   * @param startSeconds start of the window, seconds of audio
   * @param endSeconds end of the window, not before that of the last one
   * @param speechSeconds how much of the window is speech, above 0
   * @param uncalibrated probabilities as the network and the voice profile gave them
   * @return a verdict with scores, {@link Verdict.State#UNSURE} or {@link Verdict.State#EMOTION}
   * @throws IllegalArgumentException if the times go backwards or there is no speech; the state is
   *     then unchanged
   */
  public Verdict speech(
      double startSeconds, double endSeconds, double speechSeconds, EmotionScores uncalibrated) {
    EmotionScores raw = TemperatureScaling.apply(uncalibrated, settings.temperature());
    // Checks the arguments before anything is changed.
    Verdict unsure =
        new Verdict(startSeconds, endSeconds, Verdict.State.UNSURE, null, raw, raw, speechSeconds);
    clock.advance(endSeconds);
    resetAfterPause(endSeconds);
    lastSpeechEnd = endSeconds;
    average.add(endSeconds, unsure.speechSeconds(), raw.toArray());
    EmotionScores smoothed = EmotionScores.of(average.probabilities());
    Emotion emotion = choose(smoothed);
    return new Verdict(
        startSeconds,
        endSeconds,
        emotion == null ? Verdict.State.UNSURE : Verdict.State.EMOTION,
        emotion,
        raw,
        smoothed,
        speechSeconds);
  }

  /**
   * Takes note of a window with too little speech.
   *
   * @param startSeconds start of the window, seconds of audio
   * @param endSeconds end of the window, not before that of the last one
   * @param speechSeconds the little speech that it has, 0 or more
   * @return a verdict of {@link Verdict.State#NO_SPEECH}
   * @throws IllegalArgumentException if the times go backwards
   */
  public Verdict noSpeech(double startSeconds, double endSeconds, double speechSeconds) {
    Verdict verdict = Verdict.noSpeech(startSeconds, endSeconds, speechSeconds);
    clock.advance(endSeconds);
    resetAfterPause(endSeconds);
    return verdict;
  }

  /** Takes note of a window without any speech, as {@link #noSpeech(double, double, double)}. */
  public Verdict noSpeech(double startSeconds, double endSeconds) {
    return noSpeech(startSeconds, endSeconds, 0);
  }

  private void resetAfterPause(double now) {
    if (now - lastSpeechEnd >= RESET_SECONDS) {
      average.clear();
      shown = null;
      challenger = null;
    }
  }

  /** Returns the emotion to show, or null if unsure. */
  private Emotion choose(EmotionScores smoothed) {
    Emotion best = smoothed.best();
    if (smoothed.bestProbability() < settings.unsureThreshold()) {
      shown = null;
      challenger = null;
      return null;
    }
    if (shown == null || smoothed.probability(shown) < settings.unsureThreshold()) {
      shown = best;
      challenger = null;
      return shown;
    }
    double lead = smoothed.bestProbability() - smoothed.probability(shown);
    if (lead == 0) {
      challenger = null;
    } else if (lead >= settings.switchMargin() || best == challenger) {
      shown = best;
      challenger = null;
    } else {
      challenger = best;
    }
    return shown;
  }
}
