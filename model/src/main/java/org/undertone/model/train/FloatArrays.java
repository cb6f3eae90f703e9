// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Floats in a checkpoint: their number, then the values, big-endian. */
final class FloatArrays {
  private FloatArrays() {}

  static void write(DataOutputStream out, float[] values) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    buffer.asFloatBuffer().put(values);
    out.writeInt(values.length);
    out.write(buffer.array());
  }

  static float[] read(DataInputStream in, int expected) throws IOException {
    int length = in.readInt();
    if (length != expected) {
      throw new IOException("expected " + expected + " values, found " + length);
    }
    byte[] bytes = new byte[4 * length];
    in.readFully(bytes);
    float[] values = new float[length];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}
