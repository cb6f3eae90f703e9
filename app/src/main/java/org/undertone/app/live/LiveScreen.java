// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import androidx.annotation.StringRes;
import java.util.ArrayList;
import java.util.List;
import org.undertone.app.R;
import org.undertone.app.capture.Phase;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EventKind;
import org.undertone.app.view.ShownLabel;
import org.undertone.app.view.TimelineSpan;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.LabelScheme;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/**
 * What the live screen shows of a recording; immutable.
 *
 * @param recording whether a recording goes on
 * @param hearing whether samples come in, so that the level means something
 * @param label the verdict in the user's labels, or null where there is none yet
 * @param title words in place of the verdict where {@code label} is null
 * @param detail words below the title
 * @param banner why it is not as it should be, and what happens next; 0 if it is
 * @param scheme the user's labels
 * @param scores probabilities, or null without speech
 * @param spans the timeline
 */
record LiveScreen(
    boolean recording,
    boolean hearing,
    ShownLabel label,
    @StringRes int title,
    @StringRes int detail,
    @StringRes int banner,
    LabelScheme scheme,
    EmotionScores scores,
    List<TimelineSpan> spans) {
  private static final double MILLIS = 1000;

  static LiveScreen of(RecordingState state, LabelScheme scheme) {
    boolean hearing = state.phase() == Phase.LISTENING;
    Verdict verdict = hearing && hasVerdict(state) ? state.verdict() : null;
    boolean voiceless = hearing && state.voiceless();
    return new LiveScreen(
        state.isActive(),
        hearing,
        verdict == null || voiceless ? null : ShownLabel.of(verdict, scheme),
        voiceless ? R.string.emotion_no_speech : title(state.phase()),
        voiceless ? R.string.live_voiceless_detail : detail(state.phase()),
        banner(state),
        scheme,
        verdict == null ? null : verdict.smoothed(),
        spans(state.recent(), scheme));
  }

  /** Before there was enough speech for the first time, "no speech" would sound like a failure. */
  private static boolean hasVerdict(RecordingState state) {
    if (state.verdict() == null) {
      return false;
    }
    boolean spoken = state.verdict().isSpeech();
    for (Segment segment : state.recent()) {
      spoken |= segment.state() != Verdict.State.NO_SPEECH;
    }
    return spoken;
  }

  private static int title(Phase phase) {
    switch (phase) {
      case STARTING:
        return R.string.live_starting;
      case STOPPING:
        return R.string.live_stopping;
      case INTERRUPTED:
        return R.string.live_not_listening;
      case IDLE:
      case LISTENING:
        return R.string.live_listening;
    }
    throw new AssertionError(phase);
  }

  private static int detail(Phase phase) {
    switch (phase) {
      case STARTING:
        return R.string.live_starting_detail;
      case STOPPING:
        return R.string.live_stopping_detail;
      case INTERRUPTED:
        return R.string.live_not_listening_detail;
      case IDLE:
      case LISTENING:
        return R.string.live_listening_detail;
    }
    throw new AssertionError(phase);
  }

  private static int banner(RecordingState state) {
    if (state.phase() == Phase.INTERRUPTED) {
      return state.interruption() == null ? R.string.live_other : reason(state.interruption());
    }
    return state.isActive() && state.slowed() ? R.string.live_slowed : 0;
  }

  private static int reason(EventKind interruption) {
    switch (interruption) {
      case CALL:
        return R.string.live_call;
      case MICROPHONE_TAKEN:
        return R.string.live_taken;
      case MICROPHONE_SILENT:
        return R.string.live_silent;
      case READ_ERROR:
        return R.string.live_read_error;
      case ROUTE_CHANGED:
        return R.string.live_route;
      default:
        return R.string.live_other;
    }
  }

  private static List<TimelineSpan> spans(List<Segment> segments, LabelScheme scheme) {
    List<TimelineSpan> spans = new ArrayList<>(segments.size());
    for (Segment segment : segments) {
      spans.add(TimelineSpan.of(Math.round(segment.startSeconds() * MILLIS), segment, scheme));
    }
    return spans;
  }
}
