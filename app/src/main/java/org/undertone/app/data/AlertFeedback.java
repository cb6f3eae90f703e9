// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

/** What the driver said to an alert. Names are stored: don't rename. */
public enum AlertFeedback {
  /** Nothing. */
  NONE,
  /** "OK". */
  ACKNOWLEDGED,
  /** "Wrong". */
  WRONG
}
