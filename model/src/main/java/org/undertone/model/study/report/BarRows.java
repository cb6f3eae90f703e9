// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
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

  /** Where names take more of the width than this, they stand above their bars. */
  private static final double NAME_SHARE = 0.42;

  private final List<Row> rows;
  private final boolean above;
  private final double left;
  private final ValueAxis axis;

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
    double names = widest(rows, true);
    above = names > NAME_SHARE * Canvas.WIDTH;
    left = Canvas.MARGIN + (above ? 4 : names + GAP);
    double right = Canvas.WIDTH - Canvas.MARGIN - widest(rows, false) - GAP;
    axis = new ValueAxis(lowest, highest > lowest ? highest : lowest + 1, left, right);
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
    return GAP + rows.stream().mapToInt(this::height).sum() + ValueAxis.HEIGHT;
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
    axis.draw(graphics, theme, top + GAP / 2.0, top + height() - ValueAxis.HEIGHT);
    int y = top + GAP;
    for (Row row : rows) {
      if (row.bars().isEmpty()) {
        name(graphics, theme, BOLD, row.name(), y + GAP);
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
        name(graphics, theme, PLAIN, line, y);
        y += LINE;
      }
    } else {
      double x = left - GAP - Canvas.width(row.name(), PLAIN);
      Canvas.text(graphics, PLAIN, theme.text(), row.name(), x, y + BAR - 4.0);
    }
    for (Bar bar : row.bars()) {
      double from = axis.x(Math.min(bar.from(), bar.to()));
      double to = axis.x(Math.max(bar.from(), bar.to()));
      graphics.setColor(theme.series(bar.series()));
      graphics.fill(new Rectangle2D.Double(from, y, Math.max(to - from, 1), BAR));
    }
    if (Double.isFinite(row.low()) && Double.isFinite(row.high())) {
      spread(graphics, theme, axis.x(row.low()), axis.x(row.high()), y + BAR / 2.0);
    }
    double x = Canvas.WIDTH - Canvas.MARGIN - Canvas.width(row.value(), PLAIN);
    Canvas.text(graphics, PLAIN, theme.text(), row.value(), x, y + BAR - 4.0);
  }

  /** Draws a name on the page's colour, so that no grid line crosses its letters. */
  private static void name(Graphics2D graphics, Theme theme, Font font, String text, int top) {
    graphics.setColor(theme.background());
    double width = Canvas.width(text, font) + 4;
    graphics.fill(new Rectangle2D.Double(Canvas.MARGIN, top, width, LINE));
    Canvas.text(graphics, font, theme.text(), text, Canvas.MARGIN, top + LINE - 6.0);
  }

  private static void spread(Graphics2D graphics, Theme theme, double from, double to, double y) {
    graphics.setColor(theme.text());
    graphics.setStroke(new BasicStroke(2));
    graphics.draw(new Line2D.Double(from, y, to, y));
    graphics.draw(new Line2D.Double(from, y - 5, from, y + 5));
    graphics.draw(new Line2D.Double(to, y - 5, to, y + 5));
  }
}
