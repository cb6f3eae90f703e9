// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import org.undertone.ser.Emotion;

/** Seconds of each emotion, of speech without a clear one, and of no speech; immutable. */
public final class TimeShares {
  /** Of no time at all. */
  public static final TimeShares NONE = new TimeShares(new double[Emotion.COUNT], 0, 0);

  private final double[] emotionSeconds;
  private final double unsureSeconds;
  private final double noSpeechSeconds;

  private TimeShares(double[] emotionSeconds, double unsureSeconds, double noSpeechSeconds) {
    this.emotionSeconds = emotionSeconds;
    this.unsureSeconds = unsureSeconds;
    this.noSpeechSeconds = noSpeechSeconds;
  }

  /** Returns these shares with a segment added; counts stored segments as well as live ones. */
  public TimeShares plus(Segment segment) {
    double seconds = segment.durationSeconds();
    switch (segment.state()) {
      case NO_SPEECH:
        return new TimeShares(emotionSeconds, unsureSeconds, noSpeechSeconds + seconds);
      case UNSURE:
        return new TimeShares(emotionSeconds, unsureSeconds + seconds, noSpeechSeconds);
      case EMOTION:
        double[] sums = emotionSeconds.clone();
        sums[segment.emotion().index()] += seconds;
        return new TimeShares(sums, unsureSeconds, noSpeechSeconds);
    }
    throw new AssertionError(segment.state());
  }

  /** Returns the seconds of an emotion. */
  public double seconds(Emotion emotion) {
    return emotionSeconds[emotion.index()];
  }

  /** Returns the seconds of speech without a clear emotion. */
  public double unsureSeconds() {
    return unsureSeconds;
  }

  /** Returns the seconds without speech. */
  public double noSpeechSeconds() {
    return noSpeechSeconds;
  }

  /** Returns the seconds of speech: of all emotions and unsure. */
  public double speechSeconds() {
    double sum = unsureSeconds;
    for (double seconds : emotionSeconds) {
      sum += seconds;
    }
    return sum;
  }

  /** Returns all the seconds. */
  public double totalSeconds() {
    return speechSeconds() + noSpeechSeconds;
  }
}
