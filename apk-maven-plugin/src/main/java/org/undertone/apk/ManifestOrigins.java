// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import com.android.manifmerger.Actions;
import com.android.manifmerger.XmlNode;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which manifest each element of a merged manifest came from.
 *
 * @param files the source by element and name, such as {@code uses-permission#android.permission.INTERNET}
 */
record ManifestOrigins(Map<String, String> files) {

  static ManifestOrigins of(Actions actions) {
    Map<String, String> files = new TreeMap<>();
    for (XmlNode.NodeKey key : actions.getNodeKeys()) {
      for (Actions.NodeRecord record : actions.getNodeRecords(key)) {
        if (record.getActionType() == Actions.ActionType.ADDED) {
          files.putIfAbsent(key.toString(), record.getActionLocation().getFile().print(true));
        }
      }
    }
    return new ManifestOrigins(files);
  }

  static ManifestOrigins read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    Map<String, String> files = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> files.put(key, properties.getProperty(key)));
    return new ManifestOrigins(files);
  }

  void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.putAll(files);
    StringWriter text = new StringWriter();
    properties.store(text, null);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.toString());
  }

  /** The source of an element, for messages. */
  String of(String element, String name) {
    return files.getOrDefault(element + "#" + name, "an unknown manifest");
  }
}
