// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests, for telling whether two things are the same. */
public final class Digests {
  private Digests() {}

  /** Returns the SHA-256 of the bytes in lower-case hexadecimal. */
  public static String sha256Hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
