// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import org.undertone.ser.timeline.DriverAlert;

/** Who makes driver alerts heard. */
public interface AlertSink {
  /** An alert is due now. Called on any thread; returns at once. */
  void onAlert(DriverAlert alert);
}
