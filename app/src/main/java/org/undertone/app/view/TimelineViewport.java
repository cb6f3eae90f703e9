// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

/**
 * Which part of a timeline is seen, and where its points lie: time to pixels and back. Time runs from
 * the start of the line of reading. Not thread-safe.
 */
final class TimelineViewport {
  /** Closest zoom: this much fills the view, s. */
  static final double SHORTEST_SECONDS = 2;

  private final boolean live;
  private double totalSeconds;
  private double startSeconds;
  private double lengthSeconds;
  private float left;
  private float width;
  private boolean mirrored;

  private TimelineViewport(boolean live, double lengthSeconds) {
    this.live = live;
    this.lengthSeconds = lengthSeconds;
  }

  /** Returns one that shows the last seconds of what grows. */
  static TimelineViewport live(double lastSeconds) {
    return new TimelineViewport(true, lastSeconds);
  }

  /** Returns one that shows everything, and can be zoomed. */
  static TimelineViewport whole() {
    return new TimelineViewport(false, 0);
  }

  boolean isLive() {
    return live;
  }

  /** Sets where the timeline lies, px, and whether time runs from right to left. */
  void setBounds(float left, float width, boolean mirrored) {
    this.left = left;
    this.width = width;
    this.mirrored = mirrored;
  }

  /** Sets how long everything is; what was seen whole stays whole. */
  void setTotalSeconds(double seconds) {
    boolean whole = isWhole();
    totalSeconds = seconds;
    if (live) {
      startSeconds = Math.max(0, seconds - lengthSeconds);
    } else if (whole) {
      lengthSeconds = seconds;
      startSeconds = 0;
    } else {
      show(startSeconds, lengthSeconds);
    }
  }

  double totalSeconds() {
    return totalSeconds;
  }

  double startSeconds() {
    return startSeconds;
  }

  double lengthSeconds() {
    return lengthSeconds;
  }

  double endSeconds() {
    return startSeconds + lengthSeconds;
  }

  /** Returns whether everything is seen. */
  boolean isWhole() {
    return !live && lengthSeconds >= totalSeconds;
  }

  /** Shows a part, as far as there is one so long and there. */
  void show(double start, double length) {
    lengthSeconds = Math.min(totalSeconds, Math.max(length, SHORTEST_SECONDS));
    startSeconds = Math.max(0, Math.min(start, totalSeconds - lengthSeconds));
  }

  /** Zooms in by a factor, out below 1; the time under a pixel stays there. */
  void zoom(double factor, float x) {
    double at = secondsAt(x);
    double share = lengthSeconds > 0 ? (at - startSeconds) / lengthSeconds : 0;
    double length = Math.max(SHORTEST_SECONDS, lengthSeconds / factor);
    show(at - share * Math.min(length, totalSeconds), length);
  }

  /** Moves by pixels, as a finger moves that drags the view's window to the right. */
  void scroll(float dx) {
    if (width > 0) {
      show(startSeconds + (mirrored ? -dx : dx) / width * lengthSeconds, lengthSeconds);
    }
  }

  /** Returns whether it could move by pixels of that sign. */
  boolean canScroll(int direction) {
    boolean later = direction > 0 != mirrored;
    return !live
        && !isWhole()
        && (later ? endSeconds() < totalSeconds - 1e-6 : startSeconds > 1e-6);
  }

  /** Moves as little as needed to see a stretch of time. */
  void reveal(double from, double to) {
    if (to > endSeconds()) {
      show(Math.min(from, to - lengthSeconds), lengthSeconds);
    }
    if (from < startSeconds) {
      show(from, lengthSeconds);
    }
  }

  /** Moves by a share of what is seen, later in time above 0; returns whether it could. */
  boolean page(double share) {
    double before = startSeconds;
    show(before + share * lengthSeconds, lengthSeconds);
    return startSeconds != before;
  }

  /** Returns whether any of a span is seen. */
  boolean shows(TimelineSpan span) {
    return span.endSeconds() > startSeconds() && span.startSeconds() < endSeconds();
  }

  float xOf(double seconds) {
    if (lengthSeconds <= 0) {
      return mirrored ? left + width : left;
    }
    double share = (seconds - startSeconds) / lengthSeconds;
    return (float) (left + (mirrored ? 1 - share : share) * width);
  }

  double secondsAt(float x) {
    if (width <= 0) {
      return startSeconds;
    }
    double share = (x - left) / width;
    return startSeconds + (mirrored ? 1 - share : share) * lengthSeconds;
  }

  /** Returns a distance between ticks, s, that is round and leaves at least so many pixels between them. */
  double tickSeconds(float leastPixels) {
    double least = width > 0 ? leastPixels / width * lengthSeconds : 1;
    for (double step : TICKS) {
      if (step >= least) {
        return step;
      }
    }
    return Math.ceil(least / HOUR) * HOUR;
  }

  private static final double HOUR = 3600;
  private static final double[] TICKS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, HOUR};
}
