// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

/** A delegate is not to be had on this phone. */
final class DelegateException extends Exception {
  private static final long serialVersionUID = 1L;

  private final DelegateReason reason;

  DelegateException(DelegateReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  DelegateException(DelegateReason reason, Throwable cause) {
    super(cause.toString(), cause);
    this.reason = reason;
  }

  DelegateReason reason() {
    return reason;
  }
}
