// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.undertone.model.chart.ChartStyle;
import org.undertone.model.chart.Theme;
import org.undertone.model.evaluate.ConfusionMatrix;
import org.undertone.model.evaluate.Prediction;
import org.undertone.model.evaluate.Reliability;
import org.undertone.model.evaluate.Results;

/** Draws the pictures of a measurement, PNG of 800 by 500 pixels. Needs no screen. */
final class Charts {
  private static final Color[] WHITE_TO_BLUE = {
    Color.WHITE, new Color(0xDEEBF7), new Color(0x9ECAE1), new Color(0x4E9BD0)
  };

  private Charts() {}

  /** Draws accuracy against the ratio of speech to noise, a line for each kind of noise. */
  static void accuracyAgainstSnr(Map<Condition, Results> results, Path file) throws IOException {
    XYChart chart = lines("Accuracy in noise", "Speech to noise, dB", "Weighted accuracy, %");
    double clean = 100 * results.values().iterator().next().confusion().weightedAccuracy();
    List<Integer> snrs = Condition.SNRS_DB;
    double[] ends = {snrs.get(snrs.size() - 1), snrs.get(0)};
    reference(chart, "clean", ends, new double[] {clean, clean});
    for (int kind = 0; kind < Noises.KINDS.size(); kind++) {
      String name = Noises.KINDS.get(kind);
      List<Double> x = new ArrayList<>();
      List<Double> y = new ArrayList<>();
      results.forEach(
          (condition, result) -> {
            if (condition.noise().equals(name)) {
              x.add(condition.snrDb());
              y.add(100 * result.confusion().weightedAccuracy());
            }
          });
      style(chart.addSeries(name, x, y), kind);
    }
    chart.getStyler().setXAxisMin(ends[0]).setXAxisMax(ends[1]);
    ChartStyle.save(chart, file);
  }

  /** Draws how right answers of each confidence are, beside how right they should be. */
  static void reliability(List<Prediction> predictions, Path file) throws IOException {
    XYChart chart = lines("Reliability", "Confidence, %", "Accuracy, %");
    reference(chart, "what it should be", new double[] {0, 100}, new double[] {0, 100});
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Reliability bin : Reliability.bins(predictions, 1)) {
      if (bin.count() > 0) {
        x.add(100 * bin.meanConfidence());
        y.add(100 * bin.accuracy());
      }
    }
    if (!x.isEmpty()) {
      style(chart.addSeries("the model", x, y), 0);
    }
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(100.0);
    chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
    ChartStyle.save(chart, file);
  }

  /** Draws accuracy on the surest share of the clips. */
  static void coverage(Confidence confidence, Path file) throws IOException {
    XYChart chart =
        lines("Answering only the surest clips", "Clips answered, %", "Accuracy on them, %");
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    // Unevenly: at even distances the chart would write each of them on its axis.
    for (int percent = 1; percent <= 100; percent += percent < 10 ? 1 : 3) {
      int count = Math.max(1, percent * confidence.count() / 100);
      x.add((double) percent);
      y.add(100 * confidence.accuracyOfSurest(count));
    }
    XYSeries series = chart.addSeries("the model", x, y);
    style(series, 0);
    series.setMarker(SeriesMarkers.NONE);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(100.0);
    chart.getStyler().setLegendVisible(false);
    ChartStyle.save(chart, file);
  }

  /** Draws what share of each emotion was called what. */
  static void confusion(ConfusionMatrix matrix, Path file) throws IOException {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(ChartStyle.HEIGHT)
            .title("Confusion: % of each emotion's clips")
            .xAxisTitle("Called")
            .yAxisTitle("Truth")
            .build();
    int size = matrix.labels().size();
    List<Number[]> cells = new ArrayList<>();
    List<String> truths = new ArrayList<>();
    // The first row of a heat map is the lowest.
    for (int truth = size - 1; truth >= 0; truth--) {
      if (matrix.support(truth) == 0) {
        continue;
      }
      for (int called = 0; called < size; called++) {
        // Whole numbers: the chart writes all digits of others.
        long share = Math.round(100.0 * matrix.count(truth, called) / matrix.support(truth));
        cells.add(new Number[] {called, truths.size(), share});
      }
      truths.add(matrix.labels().get(truth));
    }
    chart.addSeries("share", matrix.labels(), truths, cells);
    ChartStyle.plain(chart.getStyler(), Theme.LIGHT, ChartStyle.TEXT_SIZE);
    chart
        .getStyler()
        .setRangeColors(WHITE_TO_BLUE)
        .setMin(0)
        .setMax(100)
        .setShowValue(true)
        .setValueFontColor(Theme.LIGHT.text())
        .setValueFont(ChartStyle.font(Font.PLAIN, ChartStyle.TEXT_SIZE))
        .setLegendVisible(false);
    ChartStyle.save(chart, file);
  }

  private static XYChart lines(String title, String x, String y) {
    XYChart chart = ChartStyle.lines(title, x, y, Theme.LIGHT);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
    return chart;
  }

  private static void reference(XYChart chart, String name, double[] x, double[] y) {
    ChartStyle.reference(chart.addSeries(name, x, y), Theme.LIGHT);
  }

  private static void style(XYSeries series, int number) {
    ChartStyle.series(series, Theme.LIGHT, number);
  }
}
