// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.util.List;
import java.util.Locale;

/** Where the network runs, as the user may wish it. */
public enum Delegate {
  /** The CPU, or what is clearly faster and agrees with it. */
  AUTOMATIC,
  /** The CPU, through XNNPACK. */
  CPU,
  /** The graphics processor. */
  GPU,
  /** Android's Neural Networks API: whatever accelerator the maker of the phone put behind it. */
  NNAPI;

  /** What may run a network besides the CPU. */
  static final List<Delegate> ACCELERATORS = List.of(GPU, NNAPI);

  /** Returns the name that the settings keep: lower case. */
  public String setting() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the delegate that a setting names; automatic for a name that is none. */
  public static Delegate ofSetting(String setting) {
    for (Delegate delegate : values()) {
      if (delegate.setting().equals(setting)) {
        return delegate;
      }
    }
    return AUTOMATIC;
  }
}
