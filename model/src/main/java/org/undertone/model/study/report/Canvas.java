// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.knowm.xchart.internal.chartpart.Chart;
import org.undertone.model.chart.ChartStyle;
import org.undertone.model.chart.Theme;

/**
 * What pictures are drawn on: {@link #WIDTH} points wide, with {@link #SCALE} pixels a point. A phone
 * shows them at about half their size, so text is of 18 points and more.
 */
final class Canvas {
  /** Width of a picture in points. */
  static final int WIDTH = 600;

  /** Pixels a point. */
  static final int SCALE = 2;

  /** Size of ordinary text in points. */
  static final int TEXT = 18;

  /** Distance to the edge in points. */
  static final int MARGIN = 14;

  private static final int TITLE = 21;
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private Canvas() {}

  /** Draws on an empty page of a height in points. */
  static BufferedImage draw(int height, Theme theme, Consumer<Graphics2D> painter) {
    BufferedImage image =
        new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(theme.background());
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(SCALE, SCALE);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      painter.accept(graphics);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** Returns the height of a title in points, in as many lines as it needs. */
  static int titleHeight(String title) {
    return MARGIN + lines(title, titleFont(), WIDTH - 2 * MARGIN).size() * (TITLE + 6);
  }

  /** Draws a title at the top. */
  static void title(Graphics2D graphics, Theme theme, String title) {
    int y = MARGIN;
    for (String line : lines(title, titleFont(), WIDTH - 2 * MARGIN)) {
      y += TITLE + 6;
      text(graphics, titleFont(), theme.text(), line, MARGIN, y - 8);
    }
  }

  /** Draws a chart with its upper left corner at a point. */
  static void chart(Graphics2D graphics, Chart<?, ?> chart, int x, int y) {
    Graphics2D part = (Graphics2D) graphics.create();
    try {
      part.translate(x, y);
      chart.paint(part, chart.getWidth(), chart.getHeight());
    } finally {
      part.dispose();
    }
  }

  /** Draws text with its left end on the base line at a point. */
  static void text(Graphics2D graphics, Font font, Color color, String text, double x, double y) {
    graphics.setFont(font);
    graphics.setColor(color);
    graphics.drawString(text, (float) x, (float) y);
  }

  /** Returns the width of text in points. */
  static double width(String text, Font font) {
    return font.getStringBounds(text, CONTEXT).getWidth();
  }

  private static Font titleFont() {
    return ChartStyle.font(Font.BOLD, TITLE);
  }

  /** Breaks text between words into lines of a width in points. */
  static List<String> lines(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && width(line + " " + word, font) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
