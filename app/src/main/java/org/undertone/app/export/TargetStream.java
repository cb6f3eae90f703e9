// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Where a ZIP goes: counts its bytes, names what fails, and ends when the thread is interrupted. */
final class TargetStream extends FilterOutputStream {
  private long bytes;

  TargetStream(OutputStream out) {
    super(out);
  }

  /** Returns the bytes written. */
  long bytes() {
    return bytes;
  }

  /** Ends the work of an interrupted thread. */
  static void checkInterrupted() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the export was cancelled");
    }
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    checkInterrupted();
    try {
      out.write(buffer, offset, length);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      checkInterrupted();
      throw ExportException.writing(e);
    }
    bytes += length;
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw ExportException.writing(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw ExportException.writing(e);
    }
  }
}
