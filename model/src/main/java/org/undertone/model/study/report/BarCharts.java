// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.undertone.model.study.report.BarRows.Bar;
import org.undertone.model.study.report.BarRows.Row;

/** Bars on their side: importance, accuracy with its spread, waterfalls and counts. */
public final class BarCharts {
  private static final int TOP = 20;

  /** Series of what is there, of what is lost, and of what is gained. */
  private static final int WHOLE = 0;

  private static final int LOSS = 1;
  private static final int GAIN = 2;

  /**
   * A number with its spread.
   *
   * @param name what it is of
   * @param value the number
   * @param spread how far it reaches to either side; 0 or not a number without
   */
  public record Value(String name, double value, double spread) {}

  /**
   * A learner's way from the published protocol to a fair one.
   *
   * @param learner its name
   * @param steps accuracy, 0 to 1, under each protocol in turn; the first is the leaky one
   */
  public record Waterfall(String learner, List<Step> steps) {
    /** Checks that there is something to draw. */
    public Waterfall {
      steps = List.copyOf(steps);
      if (steps.size() < 2) {
        throw new IllegalArgumentException(learner + ": a waterfall needs two protocols");
      }
    }
  }

  /** A protocol and the accuracy under it, 0 to 1. */
  public record Step(String protocol, double accuracy) {}

  private BarCharts() {}

  /** Draws the twenty most important features, the first at the top. */
  public static Drawing importance(String title, List<String> features, double[] importance) {
    if (features.size() != importance.length) {
      throw new IllegalArgumentException(
          features.size() + " features, importance of " + importance.length);
    }
    List<Row> rows =
        IntStream.range(0, importance.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -importance[i]))
            .limit(TOP)
            .map(i -> row(features.get(i), importance[i], Double.NaN, text(importance[i])))
            .toList();
    return rows(title, rows, List.of());
  }

  /** Draws shares (0 to 1) as bars in percent with their spread. */
  public static Drawing percentages(String title, List<Value> values) {
    List<Row> rows = new ArrayList<>();
    for (Value value : values) {
      boolean spread = value.spread() > 0;
      String text = String.format(Locale.ROOT, "%.1f", 100 * value.value());
      if (spread) {
        text += String.format(Locale.ROOT, " ± %.1f", 100 * value.spread());
      }
      double reach = spread ? 100 * value.spread() : Double.NaN;
      rows.add(row(value.name(), 100 * value.value(), reach, text + " %"));
    }
    return rows(title, rows, List.of());
  }

  /** Draws numbers of any scale as bars with their spread. */
  public static Drawing bars(String title, List<Value> values) {
    List<Row> rows = new ArrayList<>();
    for (Value value : values) {
      boolean spread = value.spread() > 0;
      String text = text(value.value()) + (spread ? " ± " + text(value.spread()) : "");
      rows.add(row(value.name(), value.value(), spread ? value.spread() : Double.NaN, text));
    }
    return rows(title, rows, List.of());
  }

  /** Draws where each learner's points go, from the leaky number down to the fair one, in percent. */
  public static Drawing waterfall(String title, List<Waterfall> learners) {
    List<Row> rows = new ArrayList<>();
    for (Waterfall learner : learners) {
      rows.add(Row.of(learner.learner(), List.of(), ""));
      double before = 0;
      for (int i = 0; i < learner.steps().size(); i++) {
        Step step = learner.steps().get(i);
        double now = 100 * step.accuracy();
        int series = i == 0 ? WHOLE : now < before ? LOSS : GAIN;
        String text = String.format(Locale.ROOT, i == 0 ? "%.1f %%" : "%+.1f", now - before);
        rows.add(
            Row.of(step.protocol(), List.of(new Bar(before, now, series)), text.replace('-', '−')));
        before = now;
      }
      String text = String.format(Locale.ROOT, "%.1f %%", before);
      rows.add(Row.of("what is left", List.of(new Bar(0, before, WHOLE)), text));
    }
    return rows(title, rows, List.of());
  }

  /**
   * Draws how many clips each class has, in parts that are told apart by colour.
   *
   * @param parts names of the parts, such as the sexes; one without a legend
   * @param counts the classes in order, each with the count of every part
   */
  public static Drawing classBalance(String title, List<String> parts, Map<String, long[]> counts) {
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (name, each) -> {
          if (each.length != parts.size()) {
            throw new IllegalArgumentException(name + " has " + each.length + " counts: " + parts);
          }
          List<Bar> bars = new ArrayList<>();
          long sum = 0;
          for (int i = 0; i < each.length; i++) {
            bars.add(new Bar(sum, sum + each[i], i));
            sum += each[i];
          }
          rows.add(Row.of(name, bars, Long.toString(sum)));
        });
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < parts.size() && parts.size() > 1; i++) {
      entries.add(new Legend.Entry(parts.get(i), i, null));
    }
    return rows(title, rows, entries);
  }

  private static Row row(String name, double value, double spread, String text) {
    List<Bar> bars = List.of(new Bar(0, value, WHOLE));
    return new Row(name, bars, value - spread, value + spread, text);
  }

  private static Drawing rows(String title, List<Row> rows, List<Legend.Entry> entries) {
    BarRows bars = new BarRows(rows);
    Legend legend = new Legend(entries);
    int top = Canvas.titleHeight(title);
    return theme ->
        Canvas.draw(
            top + bars.height() + legend.height() + Canvas.MARGIN / 2,
            theme,
            graphics -> {
              Canvas.title(graphics, theme, title);
              bars.draw(graphics, theme, top);
              legend.draw(graphics, theme, top + bars.height() + Canvas.MARGIN / 2);
            });
  }

  /** Returns a number with three digits that count, without a power of ten where there is room. */
  private static String text(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : "-";
    }
    int digits = 2 - (int) Math.floor(Math.log10(Math.abs(value)));
    return digits > 6
        ? String.format(Locale.ROOT, "%.1e", value)
        : String.format(Locale.ROOT, "%." + Math.max(0, digits) + "f", value);
  }
}
