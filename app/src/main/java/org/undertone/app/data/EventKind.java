// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

/** What happened to a recording while it went on. Names are stored: don't rename. */
public enum EventKind {
  /** Another app took the microphone. */
  MICROPHONE_TAKEN,
  /** The microphone gave nothing but digital silence. */
  MICROPHONE_SILENT,
  /** The microphone failed to read and was opened again. */
  READ_ERROR,
  /** The audio route changed, as when a headset came or went. */
  ROUTE_CHANGED,
  /** A call began. */
  CALL,
  /** Recording went on after an interruption. */
  RESUMED,
  /** The device is warm: fewer verdicts. */
  THERMAL_SLOW,
  /** The device has cooled down: as many verdicts as before. */
  THERMAL_NORMAL,
  /** Audio is no longer kept, for want of space; the timeline goes on. */
  AUDIO_STOPPED,
  /** The clock of the device was changed. */
  CLOCK_CHANGED
}
