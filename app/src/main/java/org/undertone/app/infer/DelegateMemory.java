// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

/** Keeps a few short texts over the end of the process, also over one that comes at once. Any thread. */
public interface DelegateMemory {
  /** Returns what is kept under a key, or null. */
  String get(String key);

  /** Keeps a text under a key, or removes it if the text is null; it is on the disk on return. */
  void put(String key, String text);

  /** Removes all. */
  void clear();
}
