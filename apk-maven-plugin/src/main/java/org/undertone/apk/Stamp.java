// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A digest of what a step was made from, kept beside its output: a step whose inputs did not change is skipped. */
final class Stamp {
  private final MessageDigest digest;

  Stamp() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  Stamp add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  /** Adds the content of a file, or of all files of a folder with their names. */
  Stamp addContent(Path path) throws IOException {
    add(path.toString());
    for (Path file : Files.isDirectory(path) ? Trees.files(path) : List.of(path)) {
      add(file.toString());
      digest.update(Files.readAllBytes(file));
    }
    return this;
  }

  /** Adds a file of a repository, whose content its path, size and time stand for. */
  Stamp addIdentity(Path file) throws IOException {
    return add(file + "|" + Files.size(file) + "|" + Files.getLastModifiedTime(file));
  }

  String value() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether {@code file} says that its output was made from the inputs that {@code value} stands for. */
  static boolean matches(Path file, String value) throws IOException {
    return Files.isRegularFile(file) && Files.readString(file).equals(value);
  }

  static void write(Path file, String value) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, value);
  }
}
