// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Locale;
import org.undertone.model.chart.ChartStyle;
import org.undertone.model.chart.Theme;

/**
 * A horizontal axis: where values lie between two places in points.
 *
 * @param min value at the left end
 * @param max value at the right end, greater
 * @param left place of the least value
 * @param right place of the greatest value
 */
record ValueAxis(double min, double max, double left, double right) {
  /** Room that the numbers need below, in points. */
  static final int HEIGHT = 34;

  private static final Font FONT = ChartStyle.font(Font.PLAIN, Canvas.TEXT);
  private static final int BASE_LINE = 22;
  private static final int GAP = 10;
  private static final int TICKS = 5;
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  /** Returns the place of a value. */
  double x(double value) {
    return left + (right - left) * (value - min) / (max - min);
  }

  /** Draws grid lines from one height to another and numbers below. */
  void draw(Graphics2D graphics, Theme theme, double top, double bottom) {
    double step = step((max - min) / TICKS);
    graphics.setStroke(new BasicStroke(1));
    double free = Double.NEGATIVE_INFINITY;
    for (long tick = (long) Math.ceil(min / step); tick * step <= max * (1 + 1e-9); tick++) {
      double x = x(tick * step);
      graphics.setColor(tick == 0 ? theme.muted() : theme.grid());
      graphics.draw(new Line2D.Double(x, top, x, bottom));
      String number = number(tick * step, step);
      double width = Canvas.width(number, FONT);
      double end = Math.min(x + width / 2, Canvas.WIDTH);
      if (end - width > free) {
        Canvas.text(graphics, FONT, theme.muted(), number, end - width, bottom + BASE_LINE);
        free = end + GAP;
      }
    }
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
    double rest = Math.abs(step * Math.pow(10, digits) % 1);
    boolean half = rest > 1e-6 && rest < 1 - 1e-6;
    return String.format(Locale.ROOT, "%." + (half ? digits + 1 : digits) + "f", value)
        .replace('-', '−');
  }
}
