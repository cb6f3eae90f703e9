// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A view of a stream that stays open when the view is closed, such as that on an entry of a ZIP. */
final class UnclosedStream extends FilterOutputStream {
  UnclosedStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
