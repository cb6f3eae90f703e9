// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import static org.assertj.core.api.Assertions.assertThat;

import org.undertone.app.view.EmotionStyle;
import org.undertone.app.view.ShownLabel;
import org.undertone.ser.LabelScheme;

/** Lets a phone hear on, up to a time or until its screen shows a label. */
final class Listening {
  static final double STEP_SECONDS = 0.5;

  private final Phone phone;

  Listening(Phone phone) {
    this.phone = phone;
  }

  /** Lets it hear so many seconds of the recording, counted from its start. */
  void hear(double seconds) {
    phone.hearUntil(seconds);
    phone.awaitHeard(seconds - 0.1);
  }

  /**
   * Goes on in steps until the screen shows a label, and returns when that was.
   *
   * @param from seconds at which the screen is first looked at
   * @param end of the recording, seconds: it must have shown the label before
   */
  double hearUntil(EmotionStyle wanted, double from, double end) {
    double seconds = from;
    listen(seconds);
    while (!shown().equals(wanted)) {
      seconds += STEP_SECONDS;
      assertThat(seconds).as("the recording is not called " + wanted).isLessThan(end);
      listen(seconds);
    }
    return seconds;
  }

  private void listen(double seconds) {
    hear(seconds);
    // A word that changes is faded in.
    phone.rest(1000);
  }

  private EmotionStyle shown() {
    return ShownLabel.of(phone.now().verdict(), LabelScheme.EIGHT).style();
  }
}
