// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.undertone.model.chart.ChartStyle;
import org.undertone.model.chart.Theme;

/**
 * Bars that lie on their side, a row each, with the name before and the value behind. XChart has
 * upright bars only, under which long names run into each other.
 */
final class BarRows {
  /** A part of a row from one value to another in the colour of a series. */
  record Bar(double from, double to, int series) {}

  /**
   * A row.
   *
   * @param name what it shows
   * @param bars its parts; none make the row a heading
   * @param low lower end of the spread; not a number without
   * @param high upper end of the spread; not a number without
   * @param value as text
   */
  record Row(String name, List<Bar> bars, double low, double high, String value) {
    /** Returns a row without a spread. */
    static Row of(String name, List<Bar> bars, String value) {
      return new Row(name, bars, Double.NaN, Double.NaN, value);
    }
  }

  private static final Font PLAIN = ChartStyle.font(Font.PLAIN, Canvas.TEXT);
  private static final Font BOLD = ChartStyle.font(Font.BOLD, Canvas.TEXT);
  private static final int BAR = 20;
  private static final int LINE = 24;
  private static final int GAP = 10;
  private static final int AXIS = 34;

  /** Where names take more of the width than this, they stand above their bars. */
  private static final double NAME_SHARE = 0.42;

  private static final int TICKS = 5;
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  private final List<Row> rows;
  private final double min;
  private final double max;
  private final boolean above;
  private final double left;
  private final double right;

  /** Arranges rows on an axis from the lowest value or 0 to the highest or 0. */
  BarRows(List<Row> rows) {
    this.rows = List.copyOf(rows);
    double lowest = 0;
    double highest = 0;
    for (Row row : rows) {
      for (Bar bar : row.bars()) {
        lowest = Math.min(lowest, Math.min(bar.from(), bar.to()));
        highest = Math.max(highest, Math.max(bar.from(), bar.to()));
      }
      if (Double.isFinite(row.low()) && Double.isFinite(row.high())) {
        lowest = Math.min(lowest, row.low());
        highest = Math.max(highest, row.high());
      }
    }
    min = lowest;
    max = highest > lowest ? highest : lowest + 1;
    double names = widest(rows, true);
    above = names > NAME_SHARE * Canvas.WIDTH;
    left = Canvas.MARGIN + (above ? 4 : names + GAP);
    right = Canvas.WIDTH - Canvas.MARGIN - widest(rows, false) - GAP;
  }

  private static double widest(List<Row> rows, boolean names) {
    return rows.stream()
        .filter(row -> !row.bars().isEmpty())
        .mapToDouble(row -> Canvas.width(names ? row.name() : row.value(), PLAIN))
        .max()
        .orElse(0);
  }

  /** Returns the height in points. */
  int height() {
    return GAP + rows.stream().mapToInt(this::height).sum() + AXIS;
  }

  private int height(Row row) {
    if (row.bars().isEmpty()) {
      return LINE + 2 * GAP;
    }
    return BAR + GAP + (above ? LINE * nameLines(row).size() : 0);
  }

  private List<String> nameLines(Row row) {
    return Canvas.lines(row.name(), PLAIN, Canvas.WIDTH - 2.0 * Canvas.MARGIN);
  }

  /** Draws all rows and the axis from a height on. */
  void draw(Graphics2D graphics, Theme theme, int top) {
    axis(graphics, theme, top);
    int y = top + GAP;
    for (Row row : rows) {
      if (row.bars().isEmpty()) {
        Canvas.text(graphics, BOLD, theme.text(), row.name(), Canvas.MARGIN, y + LINE + GAP - 6);
      } else {
        row(graphics, theme, row, y);
      }
      y += height(row);
    }
  }

  private void row(Graphics2D graphics, Theme theme, Row row, int top) {
    int y = top;
    if (above) {
      for (String line : nameLines(row)) {
        // On the page's colour, so that no grid line crosses the letters.
        graphics.setColor(theme.background());
        graphics.fill(
            new Rectangle2D.Double(Canvas.MARGIN, y, Canvas.width(line, PLAIN) + 4, LINE));
        Canvas.text(graphics, PLAIN, theme.text(), line, Canvas.MARGIN, y + LINE - 6.0);
        y += LINE;
      }
    } else {
      double x = left - GAP - Canvas.width(row.name(), PLAIN);
      Canvas.text(graphics, PLAIN, theme.text(), row.name(), x, y + BAR - 4.0);
    }
    for (Bar bar : row.bars()) {
      double from = x(Math.min(bar.from(), bar.to()));
      double to = x(Math.max(bar.from(), bar.to()));
      graphics.setColor(theme.series(bar.series()));
      graphics.fill(new Rectangle2D.Double(from, y, Math.max(to - from, 1), BAR));
    }
    if (Double.isFinite(row.low()) && Double.isFinite(row.high())) {
      spread(graphics, theme, x(row.low()), x(row.high()), y + BAR / 2.0);
    }
    double x = Canvas.WIDTH - Canvas.MARGIN - Canvas.width(row.value(), PLAIN);
    Canvas.text(graphics, PLAIN, theme.text(), row.value(), x, y + BAR - 4.0);
  }

  private static void spread(Graphics2D graphics, Theme theme, double from, double to, double y) {
    graphics.setColor(theme.text());
    graphics.setStroke(new BasicStroke(2));
    graphics.draw(new Line2D.Double(from, y, to, y));
    graphics.draw(new Line2D.Double(from, y - 5, from, y + 5));
    graphics.draw(new Line2D.Double(to, y - 5, to, y + 5));
  }

  private void axis(Graphics2D graphics, Theme theme, int top) {
    double step = step((max - min) / TICKS);
    int bottom = top + height() - AXIS;
    graphics.setStroke(new BasicStroke(1));
    double free = Double.NEGATIVE_INFINITY;
    for (long tick = (long) Math.ceil(min / step); tick * step <= max * (1 + 1e-9); tick++) {
      double x = x(tick * step);
      graphics.setColor(tick == 0 ? theme.muted() : theme.grid());
      graphics.draw(new Line2D.Double(x, top + GAP / 2.0, x, bottom));
      String number = number(tick * step, step);
      double width = Canvas.width(number, PLAIN);
      if (x - width / 2 > free) {
        Canvas.text(graphics, PLAIN, theme.muted(), number, x - width / 2, bottom + LINE - 2.0);
        free = x + width / 2 + GAP;
      }
    }
  }

  private double x(double value) {
    return left + (right - left) * (value - min) / (max - min);
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : STEPS) {
      if (step * power >= least) {
        return step * power;
      }
    }
    return STEPS[STEPS.length - 1] * power;
  }

  private static String number(double value, double step) {
    int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    boolean half = Math.abs(step * Math.pow(10, digits) % 1) > 1e-6;
    return String.format(Locale.ROOT, "%." + (half ? digits + 1 : digits) + "f", value);
  }
}
