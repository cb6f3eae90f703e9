// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads exported ZIPs. */
final class Zips {
  private Zips() {}

  /** Returns the entries in their order. */
  static Map<String, byte[]> read(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      ZipEntry entry;
      while ((entry = in.getNextEntry()) != null) {
        if (entries.put(entry.getName(), in.readAllBytes()) != null) {
          throw new IOException(entry.getName() + " is there twice");
        }
      }
    }
    return entries;
  }

  static String text(Map<String, byte[]> entries, String path) {
    return new String(entries.get(path), StandardCharsets.UTF_8);
  }
}
