// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of the folds, so that several processes can work on one evaluation; immutable.
 *
 * @param number of this part, from 1
 * @param count of all parts
 */
public record Part(int number, int count) {
  /** All folds. */
  public static final Part WHOLE = new Part(1, 1);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

  /**
   * Reads a part.
   *
   * @param text such as 1/2
   * @throws IllegalArgumentException if it is not of that form
   */
  public static Part parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      int count = Integer.parseInt(matcher.group(2));
      if (number >= 1 && number <= count) {
        return new Part(number, count);
      }
    }
    throw new IllegalArgumentException("\"" + text + "\" is no part such as 1/2 or 2/2");
  }

  /** Returns whether this is all there is. */
  public boolean isWhole() {
    return count == 1;
  }

  /** Returns whether a fold, counted from 0, is among this part's. */
  boolean has(int fold) {
    return fold % count == number - 1;
  }
}
