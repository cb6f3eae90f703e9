// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

/** Takes blocks of mono samples. The array belongs to the caller: copy what is to be kept. */
@FunctionalInterface
public interface SampleSink {

  /** Takes {@code length} samples from {@code offset} on. */
  void accept(float[] samples, int offset, int length);
}
