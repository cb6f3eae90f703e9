// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.media.AudioRecord;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;
import org.robolectric.annotation.RealObject;

/** A phone's {@link AudioRecord} that does not know every rate; it hears the fed microphone. */
@Implements(value = AudioRecord.class)
public class ShadowPhoneMicrophone {
  /** Rates that it refuses. */
  static final Set<Integer> REFUSED = new HashSet<>();

  /** How often it refuses before it takes them after all. */
  static final AtomicInteger REFUSALS = new AtomicInteger();

  /** What it hears. */
  static FedMicrophone microphone;

  @RealObject private AudioRecord record;

  @Implementation
  protected static int native_get_min_buff_size(int rate, int channels, int format) {
    return REFUSED.contains(rate) && REFUSALS.getAndDecrement() > 0
        ? AudioRecord.ERROR_BAD_VALUE
        : 1280;
  }

  @Implementation
  protected int native_read_in_byte_array(byte[] target, int offset, int size, boolean blocking) {
    return microphone.of(record).readInByteArray(target, offset, size, blocking);
  }
}
