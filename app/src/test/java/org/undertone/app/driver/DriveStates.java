// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undertone.app.capture.DriverStatus;
import org.undertone.app.capture.Phase;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.SessionMode;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverState;

/** The states that a drive can be in, by name. */
final class DriveStates {
  private DriveStates() {}

  static Map<String, RecordingState> all() {
    Map<String, RecordingState> states = new LinkedHashMap<>();
    states.put("starting", of(Phase.STARTING, null, DriverStatus.START));
    states.put("calm", listening(DriverState.CALM, 0));
    states.put("tense", listening(DriverState.TENSE, 0));
    states.put("low", listening(DriverState.LOW, 0));
    states.put("unsure", listening(DriverState.UNSURE, 0));
    states.put("quiet", listening(DriverState.CALM, 170));
    states.put("quiet-long", listening(DriverState.UNSURE, 600));
    states.put("alert-tense", alert(DriverState.TENSE));
    states.put("alert-low", alert(DriverState.LOW));
    states.put("call", interrupted(EventKind.CALL));
    states.put("microphone-taken", interrupted(EventKind.MICROPHONE_TAKEN));
    states.put("microphone-silent", interrupted(EventKind.MICROPHONE_SILENT));
    states.put("microphone-lost", interrupted(EventKind.READ_ERROR));
    return states;
  }

  static RecordingState listening(DriverState state, double quietSeconds) {
    float probability = state == DriverState.UNSURE ? 0 : 0.8f;
    return of(Phase.LISTENING, null, new DriverStatus(state, probability, null, quietSeconds, 0));
  }

  static RecordingState alert(DriverState state) {
    DriverAlert alert = new DriverAlert(30, state, 0.8f);
    return of(Phase.LISTENING, null, new DriverStatus(state, 0.8f, alert, 180, 1));
  }

  static RecordingState interrupted(EventKind why) {
    return of(Phase.INTERRUPTED, why, DriverStatus.START);
  }

  static RecordingState ended(EndReason end) {
    return of(Phase.IDLE, null, end, DriverStatus.START);
  }

  private static RecordingState of(Phase phase, EventKind why, DriverStatus driver) {
    return of(phase, why, EndReason.RUNNING, driver);
  }

  private static RecordingState of(Phase phase, EventKind why, EndReason end, DriverStatus driver) {
    return new RecordingState(
        phase,
        SessionMode.DRIVER,
        7,
        30,
        -30,
        null,
        false,
        List.of(),
        why,
        false,
        false,
        end,
        "",
        driver);
  }
}
