// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BoxChartBuilder;
import org.undertone.model.chart.ChartStyle;

/** Boxes: how a feature is spread in each class. */
public final class DistributionCharts {
  private static final int HEIGHT = 420;
  private static final int ROTATION = 45;

  private DistributionCharts() {}

  /**
   * Draws a box for each class: median, quartiles, and whiskers to the farthest value within one and
   * a half times their distance. Classes without finite values have none.
   *
   * @param unit of the values, for the axis
   * @param values the classes in order, each with its values
   * @throws IllegalArgumentException if no class has a finite value
   */
  public static Drawing boxes(String title, String unit, Map<String, double[]> values) {
    Map<String, double[]> finite = new LinkedHashMap<>();
    values.forEach(
        (name, all) -> {
          double[] some = Arrays.stream(all).filter(Double::isFinite).toArray();
          if (some.length > 0) {
            finite.put(name, some);
          }
        });
    if (finite.isEmpty()) {
      throw new IllegalArgumentException(title + ": no value can be drawn");
    }
    return theme -> {
      BoxChart chart = new BoxChartBuilder().width(Canvas.WIDTH).height(HEIGHT).build();
      chart.setYAxisTitle(unit);
      ChartStyle.plain(chart.getStyler(), theme, Canvas.TEXT);
      chart.getStyler().setXAxisLabelRotation(ROTATION);
      chart.getStyler().setLegendVisible(false).setChartTitleVisible(false);
      finite.forEach(chart::addSeries);
      int top = Canvas.titleHeight(title);
      return Canvas.draw(
          top + HEIGHT,
          theme,
          graphics -> {
            Canvas.title(graphics, theme, title);
            Canvas.chart(graphics, chart, 0, top);
          });
    };
  }
}
