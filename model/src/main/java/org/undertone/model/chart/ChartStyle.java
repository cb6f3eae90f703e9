// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The common look of charts: no frames, a faint grid, marks that differ in colour and shape. */
public final class ChartStyle {
  /** Of a chart, pixels. */
  public static final int WIDTH = 800;

  /** Of a chart, pixels. */
  public static final int HEIGHT = 500;

  /** Of the numbers on the axes, points. */
  public static final int TEXT_SIZE = 13;

  /** Least distance of the numbers on an axis, pixels. */
  private static final int TICK_SPACING = 60;

  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND
  };

  private ChartStyle() {}

  /**
   * Gives a chart its look.
   *
   * @param size of the numbers on its axes, in points; titles are a little larger
   */
  public static void plain(AxesChartStyler styler, Theme theme, int size) {
    styler.setLocale(Locale.ROOT);
    styler.setPlotGridLinesColor(theme.grid());
    styler.setAxisTickLabelsColor(theme.text());
    styler.setAxisTickMarksColor(theme.muted());
    styler.setAxisTickLabelsFont(font(Font.PLAIN, size));
    styler.setAxisTitleFont(font(Font.PLAIN, size + 2));
    styler.setXAxisTitleColor(theme.text());
    styler.setYAxisTitleColor(theme.text());
    styler.setChartTitleFont(font(Font.BOLD, size + 4));
    styler.setLegendFont(font(Font.PLAIN, size + 1));
    styler.setAnnotationTextFont(font(Font.PLAIN, size));
    styler.setAnnotationTextFontColor(theme.text());
    styler
        .setChartBackgroundColor(theme.background())
        .setPlotBackgroundColor(theme.background())
        .setPlotBorderVisible(false)
        .setChartTitleBoxVisible(false)
        .setLegendBackgroundColor(theme.background())
        .setLegendBorderColor(theme.background())
        .setChartFontColor(theme.text())
        .setMarkerSize(9)
        .setChartPadding(16);
  }

  /**
   * Returns an empty chart of lines, of 800 by 500 pixels, with its legend at the lower right.
   *
   * @param x title of the axis
   * @param y title of the axis
   */
  public static XYChart lines(String title, String x, String y, Theme theme) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    plain(chart.getStyler(), theme, TEXT_SIZE);
    chart.getStyler().setXAxisTickMarkSpacingHint(TICK_SPACING);
    // Else the chart writes all digits where it puts a number beside each point.
    chart.getStyler().setDecimalPattern("#0.#");
    chart.getStyler().setLegendPosition(LegendPosition.InsideSE);
    return chart;
  }

  /**
   * Writes a chart as PNG.
   *
   * @throws IOException if it cannot be written
   */
  public static void save(Chart<?, ?> chart, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      BitmapEncoder.saveBitmap(chart, out, BitmapFormat.PNG);
    }
  }

  /** Gives a line the colour and the mark of its number. */
  public static void series(XYSeries series, Theme theme, int number) {
    series.setLineColor(theme.series(number)).setLineWidth(2.5f);
    series.setMarker(MARKERS[number % MARKERS.length]).setMarkerColor(theme.series(number));
  }

  /** Makes a line the one that others are compared with: thin, grey, broken. */
  public static void reference(XYSeries series, Theme theme) {
    series.setMarker(SeriesMarkers.NONE).setLineColor(theme.muted());
    series.setLineStyle(dashes(1.5f, 6, 4));
  }

  /** Returns a broken line of a width, with strokes and gaps of these lengths; whole without. */
  public static BasicStroke dashes(float width, float... lengths) {
    return lengths.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
  }

  /** Returns the font of all charts. */
  public static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
