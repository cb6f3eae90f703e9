// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import androidx.annotation.ColorRes;
import androidx.annotation.DrawableRes;
import androidx.annotation.StringRes;
import org.undertone.app.R;
import org.undertone.app.capture.Phase;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.view.EmotionStyle;
import org.undertone.ser.timeline.DriverAlert;

/**
 * What the driver sees: one word, one colour, one shape, and at most one question; immutable.
 *
 * @param word the word
 * @param color the colour of the shape
 * @param shape the shape
 * @param quietSeconds for how long no alert can come, 0 if one can
 * @param prompt what is asked, or null
 * @param listening whether a drive goes on, which Stop would end and the screen is kept on for
 */
record DriverScreen(
    @StringRes int word,
    @ColorRes int color,
    @DrawableRes int shape,
    double quietSeconds,
    DriverPrompt prompt,
    boolean listening) {

  /** Returns the screen of a drive that goes on. */
  static DriverScreen driving(RecordingState state, boolean askLeave) {
    DriverAlert alert = state.driver().alert();
    DriverPrompt question = alert == null ? null : DriverPrompt.ofAlert(alert.state());
    DriverPrompt prompt = askLeave ? DriverPrompt.LEAVE : question;
    if (state.phase() == Phase.INTERRUPTED) {
      return interrupted(state.interruption(), prompt);
    }
    if (state.phase() != Phase.LISTENING) {
      return plain(R.string.driver_starting, R.drawable.ic_driver_microphone, prompt, true);
    }
    EmotionStyle style = EmotionStyle.of(state.driver().state());
    return new DriverScreen(
        style.name(), style.color(), style.shape(), state.driver().quietSeconds(), prompt, true);
  }

  /** Returns the screen of a drive that is over. */
  static DriverScreen ended(EndReason end) {
    int shape =
        end == EndReason.STOPPED ? R.drawable.ic_driver_ended : R.drawable.ic_driver_caution;
    return plain(R.string.driver_ended, shape, DriverPrompt.ofEnd(end), false);
  }

  private static DriverScreen interrupted(EventKind why, DriverPrompt prompt) {
    if (why == EventKind.CALL) {
      return plain(R.string.driver_call, R.drawable.ic_driver_call, prompt, true);
    }
    return plain(interruption(why), R.drawable.ic_driver_microphone_off, prompt, true);
  }

  @StringRes
  private static int interruption(EventKind why) {
    if (why == EventKind.MICROPHONE_TAKEN) {
      return R.string.driver_microphone_taken;
    }
    return why == EventKind.MICROPHONE_SILENT
        ? R.string.driver_microphone_silent
        : R.string.driver_microphone_lost;
  }

  private static DriverScreen plain(int word, int shape, DriverPrompt prompt, boolean listening) {
    return new DriverScreen(word, R.color.driver_plain, shape, 0, prompt, listening);
  }

  /** Returns the whole minutes for which no alert can come, rounded up; 0 if one can. */
  int quietMinutes() {
    return (int) Math.ceil(quietSeconds / 60);
  }
}
