// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.undertone.model.chart.ChartStyle;
import org.undertone.model.chart.Theme;
import org.undertone.model.evaluate.ConfusionMatrix;

/** Squares of colour: who was called what, and which features go together. */
public final class MatrixCharts {
  private static final int CONFUSION_HEIGHT = 540;
  private static final int ROTATION = 60;
  private static final int SMALL = 16;
  private static final int MOST_FEATURES = 16;

  /** Blue for -1, the page for 0, vermilion for 1. */
  private static final int NEGATIVE = 0;

  private static final int POSITIVE = 1;

  private MatrixCharts() {}

  /** Draws what share of each emotion was called what. Rows without clips are left out. */
  public static Drawing confusion(String title, ConfusionMatrix matrix) {
    int size = matrix.labels().size();
    long[][] counts = new long[size][size];
    for (int truth = 0; truth < size; truth++) {
      for (int called = 0; called < size; called++) {
        counts[truth][called] = matrix.count(truth, called);
      }
    }
    return confusion(title, matrix.labels(), counts);
  }

  /**
   * Draws what share of each emotion was called what. Rows without clips are left out.
   *
   * @param counts clips, {@code [truth][called]}
   */
  public static Drawing confusion(String title, List<String> labels, long[][] counts) {
    List<Number[]> cells = new ArrayList<>();
    List<String> truths = new ArrayList<>();
    // The first row of a heat map is the lowest.
    for (int truth = labels.size() - 1; truth >= 0; truth--) {
      long support = 0;
      for (long count : counts[truth]) {
        support += count;
      }
      if (support > 0) {
        for (int called = 0; called < labels.size(); called++) {
          // Whole numbers: the chart writes all digits of others.
          long share = Math.round(100.0 * counts[truth][called] / support);
          cells.add(new Number[] {called, truths.size(), share});
        }
        truths.add(labels.get(truth));
      }
    }
    return theme -> {
      HeatMapChart chart = chart(theme, CONFUSION_HEIGHT, Canvas.TEXT, ROTATION);
      chart.setXAxisTitle("Called");
      chart.setYAxisTitle("Truth (row: 100 %)");
      chart.addSeries("share", labels, truths, cells);
      chart
          .getStyler()
          .setRangeColors(new Color[] {theme.background(), theme.full()})
          .setMin(0)
          .setMax(100)
          .setShowValue(true)
          .setValueFontColor(theme.text())
          .setValueFont(ChartStyle.font(Font.PLAIN, Canvas.TEXT));
      return titled(theme, title, chart);
    };
  }

  /**
   * Draws how features go together, -1 (blue) to 1 (vermilion). Columns have the numbers of the rows.
   *
   * @param features at most 16, or the numbers run into each other
   * @param correlation Pearson's, {@code [feature][feature]}
   * @throws IllegalArgumentException if there are more features
   */
  public static Drawing correlations(String title, List<String> features, double[][] correlation) {
    if (features.size() > MOST_FEATURES) {
      throw new IllegalArgumentException(
          features.size() + " features: at most " + MOST_FEATURES + " can be read");
    }
    List<Integer> numbers = IntStream.rangeClosed(1, features.size()).boxed().toList();
    List<String> upwards = new ArrayList<>();
    List<Number[]> cells = new ArrayList<>();
    for (int row = features.size() - 1; row >= 0; row--) {
      for (int column = 0; column < features.size(); column++) {
        double value = correlation[row][column];
        cells.add(
            new Number[] {
              column, upwards.size(), Double.isFinite(value) ? Math.round(100 * value) : 0
            });
      }
      upwards.add(features.get(row) + " " + (row + 1));
    }
    return theme -> {
      HeatMapChart chart = chart(theme, Canvas.WIDTH, SMALL, 0);
      chart.addSeries("correlation", numbers, upwards, cells);
      chart
          .getStyler()
          .setRangeColors(
              new Color[] {theme.series(NEGATIVE), theme.background(), theme.series(POSITIVE)})
          .setMin(-100)
          .setMax(100);
      return titled(theme, title, chart);
    };
  }

  private static HeatMapChart chart(Theme theme, int height, int size, int rotation) {
    HeatMapChart chart = new HeatMapChartBuilder().width(Canvas.WIDTH).height(height).build();
    ChartStyle.plain(chart.getStyler(), theme, size);
    chart.getStyler().setLegendVisible(false).setChartTitleVisible(false);
    chart.getStyler().setXAxisLabelRotation(rotation);
    return chart;
  }

  private static BufferedImage titled(Theme theme, String title, HeatMapChart chart) {
    int top = Canvas.titleHeight(title);
    return Canvas.draw(
        top + chart.getHeight(),
        theme,
        graphics -> {
          Canvas.title(graphics, theme, title);
          Canvas.chart(graphics, chart, 0, top);
        });
  }
}
