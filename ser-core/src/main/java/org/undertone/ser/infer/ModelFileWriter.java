// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Joins a network and its spec to the file that {@link ModelFile} reads. The same network and spec
 * give the same bytes.
 */
public final class ModelFileWriter {
  // Version 2.0 of the format, which every reader knows; names are UTF-8 (bit 11).
  private static final short ZIP_VERSION = 20;
  private static final short UTF8_NAMES = 1 << 11;
  // 1980-01-01, the first day that a ZIP archive can name.
  private static final short FIRST_DATE = (1 << 5) | 1;

  private ModelFileWriter() {}

  /**
   * Returns the model file.
   *
   * @param network a TensorFlow Lite flatbuffer without associated files
   */
  public static byte[] write(byte[] network, ModelSpec spec) {
    JsonObject json = spec.toJson();
    json.addProperty(ModelFile.HASH_FIELD, Sha256.hex(network, network.length));
    String text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(ModelFile.LABELS_FILE, ModelFile.labelsText(spec).getBytes(StandardCharsets.UTF_8));
    files.put(ModelFile.SPEC_FILE, (text + "\n").getBytes(StandardCharsets.UTF_8));
    return append(network, files, network.length);
  }

  /**
   * Appends a ZIP archive of stored files.
   *
   * @param base what its offsets count from: the length of {@code network} if from the file's start
   */
  static byte[] append(byte[] network, Map<String, byte[]> files, int base) {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
      byte[] common = commonHeader(name, file.getValue());
      int offset = base + zip.size();
      put(zip, bytes(4).putInt(0x04034b50).array());
      put(zip, common);
      put(zip, name);
      put(zip, file.getValue());
      put(directory, bytes(6).putInt(0x02014b50).putShort(ZIP_VERSION).array());
      put(directory, common);
      // No comment, first disk, no attributes.
      put(directory, bytes(14).putInt(10, offset).array());
      put(directory, name);
    }
    int directoryOffset = base + zip.size();
    byte[] end =
        bytes(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) files.size())
            .putShort((short) files.size())
            .putInt(directory.size())
            .putInt(directoryOffset)
            .array();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    put(whole, network);
    put(whole, zip.toByteArray());
    put(whole, directory.toByteArray());
    put(whole, end);
    return whole.toByteArray();
  }

  /** Returns the 26 bytes that local and central headers share: version to length of extra fields. */
  private static byte[] commonHeader(byte[] name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content, 0, content.length);
    return bytes(26)
        .putShort(ZIP_VERSION)
        .putShort(UTF8_NAMES)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort(FIRST_DATE)
        .putInt((int) crc.getValue())
        .putInt(content.length)
        .putInt(content.length)
        .putShort((short) name.length)
        .putShort((short) 0)
        .array();
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void put(ByteArrayOutputStream out, byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }
}
