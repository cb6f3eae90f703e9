// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Frames as CSV: a header {@code c0,c1,…}, then a row for each frame, exact to the last bit of a float. */
final class CsvFrames implements FrameFile {
  private final BufferedWriter writer;

  CsvFrames(Path file, int coefficients) throws IOException {
    writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
    for (int i = 0; i < coefficients; i++) {
      writer.write((i == 0 ? "c" : ",c") + i);
    }
    writer.write("\r\n");
  }

  @Override
  public void write(float[] frame) throws IOException {
    for (int i = 0; i < frame.length; i++) {
      if (i > 0) {
        writer.write(',');
      }
      writer.write(Float.toString(frame[i]));
    }
    writer.write("\r\n");
  }

  @Override
  public void finish() throws IOException {
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
