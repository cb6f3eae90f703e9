// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

/** What a session was recorded for. Names are stored: don't rename. */
public enum SessionMode {
  /** Someone looks at the live screen. */
  LIVE,
  /** Driver mode, with alerts. */
  DRIVER
}
