// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

/** Takes feature frames one at a time, in order. The array is reused: copy what is to be kept. */
@FunctionalInterface
public interface FrameSink {

  /** Takes the next frame, {@code [coefficient]}. */
  void accept(float[] frame);
}
