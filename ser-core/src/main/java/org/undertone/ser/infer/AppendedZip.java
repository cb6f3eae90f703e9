// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import static org.undertone.ser.infer.ModelFileException.damaged;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A ZIP archive at the end of a file, where TensorFlow Lite keeps a model's associated files. Its
 * offsets may count from the start of the file or from the start of the archive. Layout: PKWARE's
 * APPNOTE.TXT, 4.3.7 to 4.3.16.
 */
final class AppendedZip {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int CENTRAL_SIZE = 46;
  private static final int MAX_COMMENT = 0xffff;
  private static final int MAX_ENTRIES = 64;

  private record Entry(int localHeader, long size) {}

  private final byte[] file;
  private final int directory;
  private final int start;
  private final Map<String, Entry> entries = new HashMap<>();

  /**
   * Reads the archive's directory.
   *
   * @param end where the end record is, from {@link #findEnd}
   * @throws ModelFileException if the directory is damaged or names a file twice
   */
  AppendedZip(byte[] file, int end) throws ModelFileException {
    this.file = file;
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int count = unsigned(bytes.getShort(end + 10));
    long directorySize = unsigned(bytes.getInt(end + 12));
    long prefix = end - directorySize - unsigned(bytes.getInt(end + 16));
    if (directorySize > end || prefix < 0 || count > MAX_ENTRIES || bytes.getInt(end + 4) != 0) {
      throw damaged("its appended archive does not fit");
    }
    directory = (int) (end - directorySize);
    int first = directory;
    int at = directory;
    for (int i = 0; i < count; i++) {
      if (end - at < CENTRAL_SIZE || bytes.getInt(at) != CENTRAL_SIGNATURE) {
        throw damaged("the directory of its appended archive is broken");
      }
      int nameLength = unsigned(bytes.getShort(at + 28));
      int next =
          at
              + CENTRAL_SIZE
              + nameLength
              + unsigned(bytes.getShort(at + 30))
              + unsigned(bytes.getShort(at + 32));
      long header = prefix + unsigned(bytes.getInt(at + 42));
      if (next > end || header >= directory) {
        throw damaged("the directory of its appended archive is broken");
      }
      String name = new String(file, at + CENTRAL_SIZE, nameLength, StandardCharsets.UTF_8);
      Entry entry = new Entry((int) header, unsigned(bytes.getInt(at + 24)));
      if (entries.put(name, entry) != null) {
        throw damaged("it holds \"" + name + "\" twice");
      }
      first = Math.min(first, entry.localHeader);
      at = next;
    }
    if (at != end) {
      throw damaged("the directory of its appended archive is broken");
    }
    start = first;
  }

  /** Returns where the record that ends an archive at the end of the file is, or -1 without one. */
  static int findEnd(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int lowest = Math.max(0, file.length - END_SIZE - MAX_COMMENT);
    for (int at = file.length - END_SIZE; at >= lowest; at--) {
      if (bytes.getInt(at) == END_SIGNATURE
          && unsigned(bytes.getShort(at + 20)) == file.length - at - END_SIZE) {
        return at;
      }
    }
    return -1;
  }

  /** Returns where the archive begins: the number of bytes before it. */
  int start() {
    return start;
  }

  /**
   * Returns the content of a file, or null if the archive has no such file.
   *
   * @throws ModelFileException if it is damaged or longer than {@code maxBytes}
   */
  byte[] read(String name, int maxBytes) throws ModelFileException {
    Entry entry = entries.get(name);
    if (entry == null) {
      return null;
    }
    if (entry.size > maxBytes) {
      throw tooLarge(name, maxBytes);
    }
    int length = directory - entry.localHeader;
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(file, entry.localHeader, length))) {
      ZipEntry local = zip.getNextEntry();
      if (local == null || !local.getName().equals(name)) {
        throw damaged("\"" + name + "\" is not where its archive says");
      }
      // The sizes in the headers may lie, so the content is counted while it is unpacked.
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      byte[] block = new byte[4096];
      for (int n = zip.read(block); n >= 0; n = zip.read(block)) {
        content.write(block, 0, n);
        if (content.size() > maxBytes) {
          throw tooLarge(name, maxBytes);
        }
      }
      return content.toByteArray();
    } catch (ModelFileException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw damaged("\"" + name + "\" cannot be unpacked: " + e.getMessage());
    }
  }

  private static ModelFileException tooLarge(String name, int maxBytes) {
    return new ModelFileException(
        ModelFileException.Kind.TOO_LARGE,
        "\"" + name + "\" in the model file has more than " + maxBytes + " bytes: export it anew.");
  }

  private static int unsigned(short value) {
    return value & 0xffff;
  }

  private static long unsigned(int value) {
    return value & 0xffffffffL;
  }
}
