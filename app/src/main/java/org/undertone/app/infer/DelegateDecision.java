// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

/**
 * Where the network runs, and why there.
 *
 * @param requested what the user wished
 * @param used what it is: the CPU, the GPU or NNAPI
 * @param reason why
 * @param detail more on it in English, for diagnostics; may be empty
 * @param selfTest of what is used
 */
public record DelegateDecision(
    Delegate requested,
    Delegate used,
    DelegateReason reason,
    String detail,
    SelfTestResult selfTest) {

  /** Returns whether the user wished for something else than what is used. */
  public boolean fellBack() {
    return requested != Delegate.AUTOMATIC && requested != used;
  }
}
