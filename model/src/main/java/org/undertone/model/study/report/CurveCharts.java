// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.awt.BasicStroke;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.undertone.model.chart.ChartStyle;
import org.undertone.model.chart.Theme;

/** Lines: how well scores tell each class from the rest, and how training went. */
public final class CurveCharts {
  private static final int HEIGHT = 440;
  private static final int PANEL_HEIGHT = 290;
  private static final int TICK_SPACING = 90;
  private static final int EPOCH_SPACING = 60;

  /** Strokes and gaps, so that lines differ where colours are not seen. */
  private static final float[][] DASHES = {{}, {12, 5}, {3, 4}, {12, 4, 3, 4}};

  private CurveCharts() {}

  /**
   * Draws receiver operating characteristics, a line for each class against the rest, with the area
   * under it. Classes without clips, or with all clips, have no line.
   *
   * @param labels names of the classes
   * @param scores of each clip, {@code [clip][class]}
   * @param truth the class of each clip
   * @throws IllegalArgumentException if sizes do not fit
   */
  public static Drawing roc(String title, List<String> labels, double[][] scores, int[] truth) {
    List<ScoreCurve> curves = curves(labels, scores, truth, true);
    return theme ->
        perClass(theme, title, "False positive rate", "True positive rate", labels, curves, true);
  }

  /**
   * Draws precision by recall, a line for each class against the rest, with the average precision.
   * Classes without clips, or with all clips, have no line.
   *
   * @param labels names of the classes
   * @param scores of each clip, {@code [clip][class]}
   * @param truth the class of each clip
   * @throws IllegalArgumentException if sizes do not fit
   */
  public static Drawing precisionRecall(
      String title, List<String> labels, double[][] scores, int[] truth) {
    List<ScoreCurve> curves = curves(labels, scores, truth, false);
    return theme -> perClass(theme, title, "Recall", "Precision", labels, curves, false);
  }

  /** Draws accuracy (above) and loss (below) by epoch, two learners side by side. */
  public static Drawing learning(String title, LearningCurve left, LearningCurve right) {
    double loss = Math.max(left.highestLoss(), right.highestLoss());
    Legend legend =
        new Legend(
            List.of(
                new Legend.Entry("training clips", 0, stroke(0)),
                new Legend.Entry("test clips", 1, stroke(1))));
    int top = Canvas.titleHeight(title);
    int height = top + 2 * PANEL_HEIGHT + legend.height();
    return theme ->
        Canvas.draw(
            height,
            theme,
            graphics -> {
              Canvas.title(graphics, theme, title);
              int x = 0;
              for (LearningCurve curve : List.of(left, right)) {
                XYChart above = panel(theme, curve.learner(), "Accuracy, %", 100);
                line(above, theme, "training", LearningCurve.percent(curve.trainingAccuracy()), 0);
                line(above, theme, "test", LearningCurve.percent(curve.testAccuracy()), 1);
                Canvas.chart(graphics, above, x, top);
                XYChart below = panel(theme, curve.learner(), "Loss", loss);
                line(below, theme, "training", curve.trainingLoss(), 0);
                line(below, theme, "test", curve.testLoss(), 1);
                Canvas.chart(graphics, below, x, top + PANEL_HEIGHT);
                x += Canvas.WIDTH / 2;
              }
              legend.draw(graphics, theme, top + 2 * PANEL_HEIGHT);
            });
  }

  private static List<ScoreCurve> curves(
      List<String> labels, double[][] scores, int[] truth, boolean roc) {
    if (scores.length != truth.length) {
      throw new IllegalArgumentException(truth.length + " clips, scores of " + scores.length);
    }
    List<ScoreCurve> curves = new ArrayList<>();
    for (int label = 0; label < labels.size(); label++) {
      boolean[] positive = new boolean[truth.length];
      double[] score = new double[truth.length];
      for (int clip = 0; clip < truth.length; clip++) {
        positive[clip] = truth[clip] == label;
        score[clip] = scores[clip][label];
      }
      if (!ScoreCurve.isDefined(positive)) {
        curves.add(null);
      } else {
        curves.add(
            roc ? ScoreCurve.roc(positive, score) : ScoreCurve.precisionRecall(positive, score));
      }
    }
    return curves;
  }

  private static BufferedImage perClass(
      Theme theme,
      String title,
      String x,
      String y,
      List<String> labels,
      List<ScoreCurve> curves,
      boolean diagonal) {
    XYChart chart = chart(theme, Canvas.WIDTH, HEIGHT, x, y);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    if (diagonal) {
      XYSeries chance = chart.addSeries("chance", new double[] {0, 1}, new double[] {0, 1});
      ChartStyle.reference(chance, theme);
    }
    List<Legend.Entry> entries = new ArrayList<>();
    for (int label = 0; label < labels.size(); label++) {
      ScoreCurve curve = curves.get(label);
      if (curve != null) {
        XYSeries series = chart.addSeries(labels.get(label), curve.x(), curve.y());
        style(series, theme, label);
        String name = String.format(Locale.ROOT, "%s %.2f", labels.get(label), curve.area());
        entries.add(new Legend.Entry(name, label, stroke(label)));
      }
    }
    int top = Canvas.titleHeight(title);
    Legend legend = new Legend(entries);
    return Canvas.draw(
        top + HEIGHT + legend.height(),
        theme,
        graphics -> {
          Canvas.title(graphics, theme, title);
          Canvas.chart(graphics, chart, 0, top);
          legend.draw(graphics, theme, top + HEIGHT);
        });
  }

  private static XYChart panel(Theme theme, String title, String y, double max) {
    XYChart chart = chart(theme, Canvas.WIDTH / 2, PANEL_HEIGHT, "Epoch", y);
    chart.setTitle(title);
    chart.getStyler().setChartTitleVisible(true).setChartPadding(8);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(max);
    chart.getStyler().setXAxisTickMarkSpacingHint(EPOCH_SPACING);
    return chart;
  }

  private static XYChart chart(Theme theme, int width, int height, String x, String y) {
    XYChart chart =
        new XYChartBuilder().width(width).height(height).xAxisTitle(x).yAxisTitle(y).build();
    ChartStyle.plain(chart.getStyler(), theme, Canvas.TEXT);
    chart.getStyler().setLegendVisible(false).setChartTitleVisible(false);
    chart.getStyler().setXAxisTickMarkSpacingHint(TICK_SPACING);
    return chart;
  }

  private static void line(XYChart chart, Theme theme, String name, List<Double> y, int number) {
    if (!y.isEmpty()) {
      List<Integer> epochs = IntStream.rangeClosed(1, y.size()).boxed().toList();
      style(chart.addSeries(name, epochs, y), theme, number);
      // At even distances only, the chart would write each epoch on its axis.
      double[] uneven = {1, 1 + (y.size() - 1) * 0.37};
      double[] level = {y.get(0), y.get(0)};
      XYSeries unseen = chart.addSeries(name + " axis", uneven, level);
      unseen.setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.NONE);
    }
  }

  private static void style(XYSeries series, Theme theme, int number) {
    series.setMarker(SeriesMarkers.NONE).setLineColor(theme.series(number));
    series.setLineStyle(stroke(number));
  }

  private static BasicStroke stroke(int number) {
    return ChartStyle.dashes(2.5f, DASHES[number % DASHES.length]);
  }
}
