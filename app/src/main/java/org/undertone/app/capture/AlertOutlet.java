// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.function.BooleanSupplier;
import org.undertone.ser.timeline.DriverAlert;

/** Where alerts go; nowhere until somebody is connected. Any thread. */
final class AlertOutlet implements AlertSink {
  private volatile AlertSink sink = alert -> {};
  private volatile BooleanSupplier sounding = () -> false;

  void connect(AlertSink newSink, BooleanSupplier newSounding) {
    sink = newSink;
    sounding = newSounding;
  }

  @Override
  public void onAlert(DriverAlert alert) {
    sink.onAlert(alert);
  }

  /** Returns whether an alert can be heard right now. */
  boolean isSounding() {
    return sounding.getAsBoolean();
  }
}
