// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

/** Settings of DJL's engine, before its first use. */
public final class Engines {
  private Engines() {}

  /**
   * Keeps DJL off the network and PyTorch on one thread: a second one spins while the examples are
   * made, and the order of sums would no longer be fixed.
   */
  public static void configure() {
    setDefault("ai.djl.offline", "true");
    setDefault("ai.djl.pytorch.num_threads", "1");
    setDefault("ai.djl.pytorch.num_interop_threads", "1");
    setDefault("OPT_OUT_TRACKING", "true");
  }

  private static void setDefault(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }
}
