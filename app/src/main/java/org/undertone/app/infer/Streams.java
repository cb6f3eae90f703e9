// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reading of whole streams, which Android has only since release 13. */
final class Streams {
  private Streams() {}

  /**
   * Reads a stream and closes it.
   *
   * @return its bytes; one more than {@code most} at the most, which tells that there are more
   */
  static byte[] readFully(InputStream stream, int most) throws IOException {
    try (InputStream in = stream) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] block = new byte[1 << 14];
      int n = in.read(block);
      while (n >= 0 && bytes.size() <= most) {
        bytes.write(block, 0, Math.min(n, most + 1 - bytes.size()));
        n = in.read(block);
      }
      return bytes.toByteArray();
    }
  }
}
