// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.util.HashMap;
import java.util.Map;

/** What lasts over the end of a process. */
final class KeptInMap implements DelegateMemory {
  final Map<String, String> texts = new HashMap<>();

  @Override
  public String get(String key) {
    return texts.get(key);
  }

  @Override
  public void put(String key, String text) {
    if (text == null) {
      texts.remove(key);
    } else {
      texts.put(key, text);
    }
  }

  @Override
  public void clear() {
    texts.clear();
  }
}
