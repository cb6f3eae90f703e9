// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of an {@code R.txt}: lines of Java type, resource type, name and value.
 *
 * @param values value by name by resource type; the value of an array is its elements in braces
 */
record SymbolTable(Map<String, Map<String, String>> values) {

  static SymbolTable read(Path file) throws IOException {
    Map<String, Map<String, String>> values = new TreeMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String[] parts = line.strip().split(" ", 4);
      if (parts.length == 4) {
        values.computeIfAbsent(parts[1], type -> new LinkedHashMap<>()).put(parts[2], parts[3]);
      } else if (!line.isBlank()) {
        throw new IOException(file + ", line " + number + ": not a symbol: " + line);
      }
    }
    return new SymbolTable(values);
  }

  /** The symbols of a library with the values that they have in this table; those not linked are left out. */
  SymbolTable valuesFor(SymbolTable library) {
    Map<String, Map<String, String>> found = new TreeMap<>();
    library.values.forEach(
        (type, names) -> {
          Map<String, String> linked = values.getOrDefault(type, Map.of());
          Map<String, String> ours = new LinkedHashMap<>();
          for (String name : names.keySet()) {
            String value = linked.get(name);
            if (value != null) {
              ours.put(name, value);
            }
          }
          found.put(type, ours);
        });
    return new SymbolTable(found);
  }

  /** This table and the symbols that only {@code other} has. */
  SymbolTable and(SymbolTable other) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (SymbolTable table : List.of(other, this)) {
      table.values.forEach(
          (type, names) -> all.computeIfAbsent(type, t -> new LinkedHashMap<>()).putAll(names));
    }
    return new SymbolTable(all);
  }
}
