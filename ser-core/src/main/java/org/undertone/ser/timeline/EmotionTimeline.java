// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import java.util.Optional;

/**
 * Joins verdicts into segments that cover the time from the start of the first window to the end of
 * the last, without gaps or overlaps; neighbours differ in state or emotion.
 *
 * <p><b>Which time a verdict labels.</b> The first one its whole window; every other one its hop,
 * which is the time from the end of the verdict before it to its own end. Where a window starts
 * after the end of the one before it, nobody listened in between: that time counts as no speech.
 *
 * <p><b>Flicker.</b> A run of equal verdicts shorter than the minimum is merged into the segment
 * before it, which goes on over it. The first run has none before it and is merged into the segment
 * after it. So every segment lasts the minimum at least, unless the whole timeline is shorter.
 *
 * <p>Streaming: the listener gets each segment once, as soon as the next one has lasted the minimum.
 * Finished segments are not kept. For one thread; has no clock.
 */
public final class EmotionTimeline {
  /** A second: shorter changes come from the edges of windows rather than from the speaker. */
  public static final double DEFAULT_MINIMUM_SECONDS = 1;

  /** Windows that follow each other to within this miss nothing but a rounding error. */
  private static final double GAP_SECONDS = 1e-6;

  /** Receives the segments. */
  @FunctionalInterface
  public interface Listener {
    /** Takes a finished segment, on the thread that added the verdict; in order of time. */
    void onSegment(Segment segment);
  }

  private final Listener listener;
  private final double minimumSeconds;
  private final AudioClock clock = new AudioClock();
  private TimeShares finishedShares = TimeShares.NONE;

  /** The segment that grows; null before the first verdict and after the end. */
  private SegmentBuilder open;

  /** A run after it with another label, still too short to be a segment, or null. */
  private SegmentBuilder pending;

  private boolean finished;

  /** Starts a timeline with the default minimum. */
  public EmotionTimeline(Listener listener) {
    this(listener, DEFAULT_MINIMUM_SECONDS);
  }

  /**
   * Starts a timeline.
   *
   * @param minimumSeconds length below which a run of verdicts is flicker, above 0
   * @throws IllegalArgumentException if it is not
   */
  public EmotionTimeline(Listener listener, double minimumSeconds) {
    if (!(minimumSeconds > 0 && minimumSeconds < Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "minimum of " + minimumSeconds + " s for a segment, must be above 0");
    }
    this.listener = listener;
    this.minimumSeconds = minimumSeconds;
  }

  /**
   * Adds the next verdict.
   *
   * @throws IllegalArgumentException if it ends before the last one did; the timeline is then
   *     unchanged
   * @throws IllegalStateException after {@link #finish}
   */
  public void add(Verdict verdict) {
    if (finished) {
      throw new IllegalStateException("the timeline is finished: start a new one");
    }
    double lastEnd = clock.now();
    clock.advance(verdict.endSeconds());
    if (open == null) {
      open = SegmentBuilder.of(verdict.startSeconds(), verdict);
    } else if (verdict.startSeconds() > lastEnd + GAP_SECONDS) {
      append(SegmentBuilder.unheard(lastEnd, verdict.startSeconds()));
      append(SegmentBuilder.of(verdict.startSeconds(), verdict));
    } else {
      append(SegmentBuilder.of(lastEnd, verdict));
    }
  }

  private void append(SegmentBuilder piece) {
    if (pending != null && pending.hasLabelOf(piece)) {
      pending.absorb(piece);
    } else {
      absorbFlicker();
      if (open.hasLabelOf(piece)) {
        open.absorb(piece);
      } else {
        pending = piece;
      }
    }
    if (pending != null && pending.durationSeconds() >= minimumSeconds) {
      advance();
    }
  }

  /** The pending run has lasted: it becomes the open segment. */
  private void advance() {
    SegmentBuilder before = open;
    open = pending;
    pending = null;
    if (before.durationSeconds() < minimumSeconds) {
      open.absorb(before);
    } else {
      deliver(before.build());
    }
  }

  private void absorbFlicker() {
    if (pending != null) {
      open.absorb(pending);
      pending = null;
    }
  }

  private void deliver(Segment segment) {
    finishedShares = finishedShares.plus(segment);
    listener.onSegment(segment);
  }

  /**
   * Returns the segment that would be delivered if the recording ended now, or nothing before the
   * first verdict and after {@link #finish}. Together with the delivered ones it covers all the time
   * so far. Its label may lag behind the last verdict by the minimum length.
   */
  public Optional<Segment> open() {
    if (open == null) {
      return Optional.empty();
    }
    SegmentBuilder now = open.copy();
    if (pending != null) {
      now.absorb(pending);
    }
    return Optional.of(now.build());
  }

  /** Returns how the time so far divides among the emotions, the open segment included. */
  public TimeShares shares() {
    return open().map(finishedShares::plus).orElse(finishedShares);
  }

  /** Ends the timeline and delivers the last segment; a second call does nothing. */
  public void finish() {
    finished = true;
    if (open != null) {
      absorbFlicker();
      Segment last = open.build();
      open = null;
      deliver(last);
    }
  }
}
