// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.List;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.SessionMode;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/**
 * What a screen may know of the recording; immutable. A new one comes with every verdict, ten times a
 * second for the level, and at every change.
 *
 * @param phase where it stands
 * @param mode what it is for
 * @param sessionId key of the session that is, or was last, recorded; 0 before the first, and for one too short
 *     to be kept
 * @param elapsedSeconds seconds of audio heard
 * @param levelDb RMS of the last tenth of a second, dB full scale, -100 to 0
 * @param verdict the last verdict, or null before the first
 * @param voiceless whether the last verdict was on sound enough for speech, but without a voice in it, as
 *     whispering is
 * @param recent the segments of the last five minutes, in order, the growing one last
 * @param interruption why nothing is heard, or null unless the phase is {@link Phase#INTERRUPTED}
 * @param slowed whether heat has slowed it down
 * @param audioKept whether audio is being kept
 * @param end why the last session ended, {@link EndReason#RUNNING} while one goes on, null before the
 *     first
 * @param problem the cause of a failed start or end, for the log and diagnostics; never null, may be
 *     empty
 * @param driver what driver mode shows; {@link DriverStatus#START} in live mode
 */
public record RecordingState(
    Phase phase,
    SessionMode mode,
    long sessionId,
    double elapsedSeconds,
    float levelDb,
    Verdict verdict,
    boolean voiceless,
    List<Segment> recent,
    EventKind interruption,
    boolean slowed,
    boolean audioKept,
    EndReason end,
    String problem,
    DriverStatus driver) {
  /** Level of digital silence, dB full scale. */
  public static final float SILENCE_DB = -100;

  /** Nothing was recorded yet. */
  public static final RecordingState NONE =
      new RecordingState(
          Phase.IDLE,
          SessionMode.LIVE,
          0,
          0,
          SILENCE_DB,
          null,
          false,
          List.of(),
          null,
          false,
          false,
          null,
          "",
          DriverStatus.START);

  /** Returns whether a recording goes on, even if nothing is heard right now. */
  public boolean isActive() {
    return phase != Phase.IDLE;
  }
}
