// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

/** Why the network runs where it runs. */
public enum DelegateReason {
  /** As the user wished. */
  AS_REQUESTED,
  /** Automatic: the CPU takes so little time that nothing else was tried. */
  CPU_FAST_ENOUGH,
  /** Automatic: it is the fastest of those that agree with the CPU. */
  FASTEST,
  /** The phone does not have the delegate, or it is known to be faulty there. */
  NOT_SUPPORTED,
  /** A library that the delegate needs cannot be loaded. */
  LIBRARY_MISSING,
  /** The delegate did not take the network, or failed while it ran it. */
  FAILED,
  /** The delegate's results are not those of the CPU. */
  SELF_TEST_FAILED,
  /** The app ended because of the delegate, as it seems, so it is not tried again. */
  CRASHED
}
