// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text as it is searched: without case or accents, in any language. SQLite itself ignores the case of
 * ASCII letters only.
 */
final class SearchText {
  private SearchText() {}

  /** Returns what is kept of a session for searching. */
  static String of(String name, String note) {
    return fold(name) + "\n" + fold(note);
  }

  /** Returns a LIKE pattern (escape character {@code \}) for each word of a search; none for none. */
  static List<String> patterns(String search) {
    List<String> patterns = new ArrayList<>();
    for (String word : fold(search).trim().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        patterns.add("%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%");
      }
    }
    return patterns;
  }

  private static String fold(String text) {
    String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{Mn}+", "");
    // Upper case first: it makes "ss" of "ß".
    return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
