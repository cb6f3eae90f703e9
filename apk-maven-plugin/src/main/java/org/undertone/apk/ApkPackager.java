// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes the entries of an APK: resources, dex, native libraries, files beside classes. Signing aligns them. */
final class ApkPackager implements AutoCloseable {
  /** Entries that Android reads without unpacking. */
  private static final List<String> STORED = List.of(".so", ".arsc");

  /** 1980, the first year of ZIP: the same input makes the same APK. */
  private static final long TIME = 315_619_200_000L;

  private final ZipOutputStream zip;
  private final Set<String> names = new HashSet<>();

  ApkPackager(Path output) throws IOException {
    OutputStream file = Files.newOutputStream(output);
    zip = new ZipOutputStream(new BufferedOutputStream(file));
  }

  /** Copies all entries of linked resources; what is stored there stays stored. */
  void addResources(Path apk) throws IOException {
    try (ZipFile linked = new ZipFile(apk.toFile())) {
      for (Enumeration<? extends ZipEntry> all = linked.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        boolean stored = entry.getMethod() == ZipEntry.STORED;
        add(entry.getName(), read(linked, entry), stored || isStored(entry.getName()));
      }
    }
  }

  /** Adds dex files as classes.dex, classes2.dex and so on, which Android loads all. */
  void addDex(List<Path> dex) throws IOException {
    int number = 1;
    for (Path file : dex) {
      String name = number == 1 ? "classes.dex" : "classes" + number + ".dex";
      add(name, Files.readAllBytes(file), false);
      number++;
    }
  }

  /**
   * Adds a library's native code for the ABIs named.
   *
   * @param compressed whether Android has to unpack it on installing, or maps it from the APK
   */
  void addNativeLibraries(Path jni, List<String> abis, boolean compressed) throws IOException {
    for (String abi : abis) {
      for (Path file : Trees.files(jni.resolve(abi))) {
        String name = "lib/" + Trees.entryName(jni, file);
        if (name.endsWith(".so")) {
          add(name, Files.readAllBytes(file), !compressed);
        }
      }
    }
  }

  /** Adds files by which services are found. */
  void addServices(Map<String, byte[]> contents) throws IOException {
    for (Map.Entry<String, byte[]> file : contents.entrySet()) {
      add(file.getKey(), file.getValue(), false);
    }
  }

  /** Adds the files beside the classes of a JAR or a folder of classes; the first of a name wins. */
  void addJavaResources(Path classes) throws IOException {
    if (Files.isDirectory(classes)) {
      for (Path file : Trees.files(classes)) {
        String name = Trees.entryName(classes, file);
        if (isJavaResource(name) && !names.contains(name)) {
          add(name, Files.readAllBytes(file), false);
        }
      }
      return;
    }
    try (ZipFile jar = new ZipFile(classes.toFile())) {
      for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (isJavaResource(entry.getName()) && !names.contains(entry.getName())) {
          add(entry.getName(), read(jar, entry), false);
        }
      }
    }
  }

  /** The entries of an APK that take most room, with their sizes in it, in bytes. */
  static List<Map.Entry<String, Long>> largestEntries(Path apk, int count) throws IOException {
    try (ZipFile zip = new ZipFile(apk.toFile())) {
      return zip.stream()
          .map(entry -> Map.entry(entry.getName(), entry.getCompressedSize()))
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .limit(count)
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Data that code may load; not what only serves building and compilers. */
  private static boolean isJavaResource(String name) {
    return !name.endsWith("/")
        && !name.endsWith(".class")
        && !name.endsWith(".kotlin_builtins")
        && !name.startsWith("META-INF/");
  }

  private static boolean isStored(String name) {
    return STORED.stream().anyMatch(name::endsWith);
  }

  private static byte[] read(ZipFile from, ZipEntry entry) throws IOException {
    try (InputStream in = from.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private void add(String name, byte[] content, boolean stored) throws IOException {
    if (!names.add(name)) {
      throw new IOException("Two files want to be " + name + " in the APK");
    }
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(TIME);
    if (stored) {
      CRC32 crc = new CRC32();
      crc.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(crc.getValue());
    }
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
