// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import org.undertone.model.chart.ChartStyle;
import org.undertone.model.chart.Theme;

/** Names of lines or bars below a chart, in as many columns as their names leave room for. */
final class Legend {
  /** A line with the dashes of its number, or a filled square where {@code stroke} is null. */
  record Entry(String name, int series, BasicStroke stroke) {}

  private static final Font FONT = ChartStyle.font(Font.PLAIN, Canvas.TEXT);
  private static final int ROW = 28;
  private static final int SAMPLE = 44;

  private final List<Entry> entries;
  private final int columns;
  private final int width;

  /** Arranges names. */
  Legend(List<Entry> entries) {
    this.entries = new ArrayList<>(entries);
    double longest =
        entries.stream().mapToDouble(entry -> Canvas.width(entry.name(), FONT)).max().orElse(0);
    int room = Canvas.WIDTH - 2 * Canvas.MARGIN;
    columns = Math.max(1, Math.min(3, (int) (room / (longest + SAMPLE + 16))));
    width = room / columns;
  }

  /** Returns the height in points. */
  int height() {
    return entries.isEmpty() ? 0 : rows() * ROW + Canvas.MARGIN;
  }

  /** Draws the names from a height on, column after column. */
  void draw(Graphics2D graphics, Theme theme, int top) {
    Stroke before = graphics.getStroke();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      int x = Canvas.MARGIN + i / rows() * width;
      int y = top + i % rows() * ROW;
      graphics.setColor(theme.series(entry.series()));
      if (entry.stroke() == null) {
        graphics.fillRect(x + SAMPLE - 26, y + 5, 16, 16);
      } else {
        graphics.setStroke(entry.stroke());
        graphics.drawLine(x, y + 13, x + SAMPLE - 10, y + 13);
        graphics.setStroke(before);
      }
      Canvas.text(graphics, FONT, theme.text(), entry.name(), x + SAMPLE, y + 19);
    }
  }

  private int rows() {
    return (entries.size() + columns - 1) / columns;
  }
}
