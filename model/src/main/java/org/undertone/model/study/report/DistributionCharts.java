// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.undertone.model.chart.ChartStyle;
import org.undertone.model.chart.Theme;

/**
 * Boxes: how a feature is spread in each class. They lie on their side, names before them; XChart's
 * stand, and are black and blue on any page.
 */
public final class DistributionCharts {
  private static final Font FONT = ChartStyle.font(Font.PLAIN, Canvas.TEXT);
  private static final int ROW = 34;
  private static final int BOX = 20;
  private static final int GAP = 10;
  private static final int OPACITY = 90;

  private DistributionCharts() {}

  /**
   * Draws a box for each class: median, quartiles, and whiskers to the farthest value within one and
   * a half times the length of the box. Values beyond are not drawn; classes without finite values
   * are left out.
   *
   * @param unit of the values, after the title; may be empty
   * @param values the classes in order, each with its values
   * @throws IllegalArgumentException if no class has a finite value
   */
  public static Drawing boxes(String title, String unit, Map<String, double[]> values) {
    Map<String, Box> boxes = new LinkedHashMap<>();
    values.forEach(
        (name, all) -> {
          if (Arrays.stream(all).anyMatch(Double::isFinite)) {
            boxes.put(name, Box.of(all));
          }
        });
    if (boxes.isEmpty()) {
      throw new IllegalArgumentException(title + ": no value can be drawn");
    }
    double names =
        boxes.keySet().stream().mapToDouble(name -> Canvas.width(name, FONT)).max().orElse(0);
    double low = boxes.values().stream().mapToDouble(Box::low).min().orElse(0);
    double high = boxes.values().stream().mapToDouble(Box::high).max().orElse(1);
    double left = Canvas.MARGIN + names + GAP;
    ValueAxis axis =
        new ValueAxis(low, high > low ? high : low + 1, left, Canvas.WIDTH - 2.0 * Canvas.MARGIN);
    String heading = unit.isEmpty() ? title : title + ", " + unit;
    int top = Canvas.titleHeight(heading) + GAP;
    int bottom = top + boxes.size() * ROW;
    return theme ->
        Canvas.draw(
            bottom + ValueAxis.HEIGHT,
            theme,
            graphics -> {
              Canvas.title(graphics, theme, heading);
              axis.draw(graphics, theme, top, bottom);
              int y = top;
              for (Map.Entry<String, Box> each : boxes.entrySet()) {
                double x = left - GAP - Canvas.width(each.getKey(), FONT);
                Canvas.text(graphics, FONT, theme.text(), each.getKey(), x, y + BOX + 3.0);
                box(graphics, theme, axis, each.getValue(), y + (ROW - BOX) / 2.0);
                y += ROW;
              }
            });
  }

  private static void box(Graphics2D graphics, Theme theme, ValueAxis axis, Box box, double y) {
    double middle = y + BOX / 2.0;
    graphics.setColor(theme.muted());
    graphics.setStroke(new BasicStroke(2));
    for (double[] ends : new double[][] {{box.low(), box.lower()}, {box.upper(), box.high()}}) {
      graphics.draw(new Line2D.Double(axis.x(ends[0]), middle, axis.x(ends[1]), middle));
    }
    for (double end : new double[] {box.low(), box.high()}) {
      graphics.draw(new Line2D.Double(axis.x(end), middle - 5, axis.x(end), middle + 5));
    }
    double from = axis.x(box.lower());
    Rectangle2D.Double quartiles = new Rectangle2D.Double(from, y, axis.x(box.upper()) - from, BOX);
    Color color = theme.series(0);
    graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY));
    graphics.fill(quartiles);
    graphics.setColor(color);
    graphics.draw(quartiles);
    graphics.setColor(theme.text());
    graphics.setStroke(new BasicStroke(3));
    double median = axis.x(box.median());
    graphics.draw(new Line2D.Double(median, y, median, y + BOX));
  }
}
