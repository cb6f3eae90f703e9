// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.undertone.model.chart.ChartStyle;
import org.undertone.model.chart.Theme;

/** Clips as waves and as frames of features; several clips as a grid, two beside each other. */
public final class SoundCharts {
  private static final int COLUMNS = 2;
  private static final int PANEL_WIDTH = Canvas.WIDTH / COLUMNS;
  private static final int PANEL_HEIGHT = 210;
  private static final int SIZE = 16;
  private static final int TICK_SPACING = 50;

  /** Pairs of extremes that a wave is drawn of at most: more than there are pixels. */
  private static final int POINTS = 600;

  private interface Panel {
    void draw(Graphics2D graphics, Theme theme, int x, int y);
  }

  private SoundCharts() {}

  /** Draws waves on one scale of time and of amplitude. */
  public static Drawing waves(String title, List<WavePicture> waves) {
    double seconds = waves.stream().mapToDouble(WavePicture::seconds).max().orElse(1);
    double peak = 0;
    for (WavePicture wave : waves) {
      for (float sample : wave.samples()) {
        peak = Math.max(peak, Math.abs(sample));
      }
    }
    double highest = peak > 0 ? peak : 1;
    return grid(
        title,
        waves.stream()
            .map(wave -> (Panel) (g, t, x, y) -> wave(g, t, wave, seconds, highest, x, y))
            .toList());
  }

  /**
   * Draws frames as pictures, time from left to right, on one scale of time.
   *
   * @param axis what goes upwards, with its unit
   * @param floor the value of the darkest colour; what is lower has it, too
   * @param ceiling the value of the brightest colour
   */
  public static Drawing frames(
      String title, String axis, List<FramePicture> clips, double floor, double ceiling) {
    double seconds = clips.stream().mapToDouble(FramePicture::seconds).max().orElse(1);
    return grid(
        title,
        clips.stream()
            .map(
                clip ->
                    (Panel) (g, t, x, y) -> frames(g, t, clip, axis, seconds, floor, ceiling, x, y))
            .toList());
  }

  private static Drawing grid(String title, List<Panel> panels) {
    int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
    int top = Canvas.titleHeight(title);
    return theme ->
        Canvas.draw(
            top + rows * PANEL_HEIGHT,
            theme,
            graphics -> {
              Canvas.title(graphics, theme, title);
              for (int i = 0; i < panels.size(); i++) {
                int x = i % COLUMNS * PANEL_WIDTH;
                int y = top + i / COLUMNS * PANEL_HEIGHT;
                panels.get(i).draw(graphics, theme, x, y);
              }
            });
  }

  private static void wave(
      Graphics2D graphics,
      Theme theme,
      WavePicture wave,
      double seconds,
      double peak,
      int x,
      int y) {
    XYChart chart = chart(theme, wave.name(), "", seconds);
    chart.getStyler().setYAxisMin(-peak).setYAxisMax(peak);
    axes(chart, theme, seconds, -peak, peak);
    float[] samples = wave.samples();
    int points = Math.min(POINTS, samples.length);
    double[] times = new double[2 * points];
    double[] values = new double[2 * points];
    for (int i = 0; i < points; i++) {
      int from = (int) ((long) samples.length * i / points);
      int to = (int) ((long) samples.length * (i + 1) / points);
      float low = samples[from];
      float high = samples[from];
      for (int s = from; s < to; s++) {
        low = Math.min(low, samples[s]);
        high = Math.max(high, samples[s]);
      }
      times[2 * i] = (double) from / wave.rate();
      times[2 * i + 1] = times[2 * i];
      values[2 * i] = low;
      values[2 * i + 1] = high;
    }
    XYSeries series = chart.addSeries("wave", times, values);
    series.setMarker(SeriesMarkers.NONE).setLineColor(theme.series(0)).setLineWidth(1);
    Canvas.chart(graphics, chart, x, y);
  }

  private static void frames(
      Graphics2D graphics,
      Theme theme,
      FramePicture clip,
      String axis,
      double seconds,
      double floor,
      double ceiling,
      int x,
      int y) {
    XYChart chart = chart(theme, clip.name(), axis, seconds);
    chart.getStyler().setYAxisMin(clip.low()).setYAxisMax(clip.high());
    chart.getStyler().setPlotGridLinesVisible(false);
    axes(chart, theme, seconds, clip.low(), clip.high());
    Canvas.chart(graphics, chart, x, y);
    double left = chart.getScreenXFromChart(0);
    double right = chart.getScreenXFromChart(clip.seconds());
    double bottom = chart.getScreenYFromChart(clip.low());
    double top = chart.getScreenYFromChart(clip.high());
    graphics.setColor(theme.background());
    graphics.fill(
        new Rectangle2D.Double(
            x + left, y + top, chart.getScreenXFromChart(seconds) - left, bottom - top));
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        image(clip.frames(), floor, ceiling),
        (int) Math.round(x + left),
        (int) Math.round(y + top),
        (int) Math.round(right - left),
        (int) Math.round(bottom - top),
        null);
  }

  /**
   * Adds an unseen series for the axes: XChart's heat maps know names, not seconds and hertz. Of
   * points at even distances each would be written on the axis.
   */
  private static void axes(XYChart chart, Theme theme, double seconds, double low, double high) {
    double[] times = {0, 0.3 * seconds, seconds};
    double[] values = {low, low + 0.3 * (high - low), high};
    XYSeries corners = chart.addSeries("axes", times, values);
    corners.setMarker(SeriesMarkers.NONE).setLineColor(theme.background());
  }

  private static BufferedImage image(float[][] frames, double floor, double ceiling) {
    int height = frames[0].length;
    BufferedImage image = new BufferedImage(frames.length, height, BufferedImage.TYPE_INT_RGB);
    for (int frame = 0; frame < frames.length; frame++) {
      for (int row = 0; row < height; row++) {
        double share = (frames[frame][row] - floor) / (ceiling - floor);
        image.setRGB(frame, height - 1 - row, Cividis.rgb(share));
      }
    }
    return image;
  }

  private static XYChart chart(Theme theme, String title, String axis, double seconds) {
    XYChart chart =
        new XYChartBuilder()
            .width(PANEL_WIDTH)
            .height(PANEL_HEIGHT)
            .title(title)
            .xAxisTitle("s")
            .yAxisTitle(axis)
            .build();
    ChartStyle.plain(chart.getStyler(), theme, SIZE);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(seconds);
    chart.getStyler().setXAxisTickMarkSpacingHint(TICK_SPACING);
    chart.getStyler().setYAxisTickMarkSpacingHint(TICK_SPACING);
    chart.getStyler().setLegendVisible(false).setChartPadding(6);
    return chart;
  }
}
