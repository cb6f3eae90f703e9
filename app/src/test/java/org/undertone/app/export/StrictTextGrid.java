// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads TextGrids in the long text form, and nothing that deviates from it. */
record StrictTextGrid(double end, List<Tier> tiers) {
  /**
   * A tier.
   *
   * @param marks intervals, or points whose start is their end
   */
  record Tier(String type, String name, List<Mark> marks) {}

  /** An interval or a point. */
  record Mark(double start, double end, String text) {}

  static StrictTextGrid parse(String text) {
    return new Parser(text.lines().iterator()).grid();
  }

  private static final class Parser {
    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d{6}");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

    private final Iterator<String> lines;

    Parser(Iterator<String> lines) {
      this.lines = lines;
    }

    StrictTextGrid grid() {
      expect("File type = \"ooTextFile\"");
      expect("Object class = \"TextGrid\"");
      expect("");
      is(0, number("xmin"));
      double end = number("xmax");
      expect("tiers? <exists>");
      int size = Integer.parseInt(value("size"));
      expect("item []:");
      List<Tier> tiers = new ArrayList<>();
      for (int i = 1; i <= size; i++) {
        expect("item [" + i + "]:");
        tiers.add(tier(end));
      }
      if (lines.hasNext()) {
        throw new AssertionError("after the end: " + lines.next());
      }
      return new StrictTextGrid(end, tiers);
    }

    private Tier tier(double end) {
      String type = quoted("class");
      String name = quoted("name");
      is(0, number("xmin"));
      is(end, number("xmax"));
      boolean points = type.equals("TextTier");
      String word = points ? "points" : "intervals";
      int size = Integer.parseInt(value(word + ": size"));
      List<Mark> marks = new ArrayList<>();
      double at = 0;
      for (int i = 1; i <= size; i++) {
        expect(word + " [" + i + "]:");
        if (points) {
          double time = number("number");
          marks.add(new Mark(time, time, quoted("mark")));
        } else {
          is(at, number("xmin"));
          double to = number("xmax");
          if (to <= at) {
            throw new AssertionError("an interval from " + at + " to " + to);
          }
          marks.add(new Mark(at, to, quoted("text")));
          at = to;
        }
      }
      if (!points) {
        is(end, at);
      }
      return new Tier(type, name, marks);
    }

    private void expect(String line) {
      String found = lines.next().strip();
      if (!found.equals(line)) {
        throw new AssertionError("\"" + found + "\" instead of \"" + line + "\"");
      }
    }

    private String value(String name) {
      String found = lines.next().strip();
      if (!found.startsWith(name + " = ")) {
        throw new AssertionError("\"" + found + "\" instead of " + name);
      }
      return found.substring(name.length() + 3);
    }

    private double number(String name) {
      String value = value(name);
      if (!NUMBER.matcher(value).matches()) {
        throw new AssertionError("not a number: " + value);
      }
      return Double.parseDouble(value);
    }

    private String quoted(String name) {
      Matcher value = QUOTED.matcher(value(name));
      if (!value.matches()) {
        throw new AssertionError("not quoted: " + value);
      }
      return value.group(1).replace("\"\"", "\"");
    }

    private static void is(double expected, double found) {
      if (expected != found) {
        throw new AssertionError(found + " instead of " + expected);
      }
    }
  }
}
