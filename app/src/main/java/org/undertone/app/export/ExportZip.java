// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that is written from front to back. Its entries have the time of their session. */
final class ExportZip implements Closeable {
  /** Writes the content of an entry. */
  interface Content<T> {
    void write(T out) throws IOException;
  }

  private final TargetStream target;
  private final ZipOutputStream zip;

  ExportZip(OutputStream out) {
    target = new TargetStream(out);
    zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    // Sound hardly gets smaller with more work, and a phone's battery is small.
    zip.setLevel(Deflater.BEST_SPEED);
  }

  void text(String path, long timeMillis, Content<Writer> content) throws IOException {
    binary(
        path,
        timeMillis,
        out -> {
          Writer writer =
              new BufferedWriter(
                  new OutputStreamWriter(new UnclosedStream(out), StandardCharsets.UTF_8));
          content.write(writer);
          writer.flush();
        });
  }

  void binary(String path, long timeMillis, Content<OutputStream> content) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTime(timeMillis);
    zip.putNextEntry(entry);
    content.write(zip);
    zip.closeEntry();
  }

  /** Writes the end, and leaves the target open; returns the size of the whole. */
  long finish() throws IOException {
    zip.finish();
    target.flush();
    return target.bytes();
  }

  /** Closes the target, whether finished or not: an unfinished ZIP is to be thrown away. */
  @Override
  public void close() throws IOException {
    target.close();
  }
}
