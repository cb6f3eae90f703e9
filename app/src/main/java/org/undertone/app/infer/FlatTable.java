// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import com.google.flatbuffers.Table;
import java.nio.ByteBuffer;

/** A table of a flatbuffer whose fields go by number: for fields that are newer than the schema's classes. */
final class FlatTable extends Table {
  private FlatTable(int position, ByteBuffer bytes) {
    __reset(position, bytes);
  }

  /** Returns the outermost table. */
  static FlatTable root(ByteBuffer bytes) {
    return new FlatTable(__indirect(0, bytes), bytes);
  }

  private static int entry(int field) {
    return 4 + 2 * field;
  }

  /** Returns whether a field is there. */
  boolean has(int field) {
    return __offset(entry(field)) != 0;
  }

  /** Returns a table in a vector of tables. */
  FlatTable element(int field, int index) {
    int vector = __offset(entry(field));
    return new FlatTable(__indirect(__vector(vector) + Integer.BYTES * index), bb);
  }
}
