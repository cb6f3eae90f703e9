// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.knowm.xchart.XYChart;
import org.undertone.model.chart.ChartStyle;
import org.undertone.model.chart.Theme;

/** Draws accuracy against the size of the voice profile. Needs no screen. */
public final class ProfileChart {
  /** Of the picture, beside the report. */
  public static final String NAME = "accuracy-profile.png";

  /** The ends of the axis of accuracy are multiples of this, percent. */
  private static final double STEP = 10;

  private ProfileChart() {}

  /**
   * Draws mean WA and UAR over the folds, of the same clips at each size. Sizes for which some speakers
   * have too few clips are left out, and so is {@link ProfileSizes#ALL}, for those are of other clips.
   * With fewer than two sizes there is nothing to draw.
   *
   * @throws IOException if the picture cannot be written
   */
  public static void write(Path folder, Outcome outcome) throws IOException {
    SortedMap<Integer, Results> sizes = new TreeMap<>(outcome.bySize().headMap(ProfileSizes.ALL));
    long most = sizes.values().stream().mapToLong(ProfileChart::clips).max().orElse(0);
    sizes.values().removeIf(results -> clips(results) < most);
    if (sizes.size() < 2) {
      return;
    }
    List<Integer> clips = new ArrayList<>(sizes.keySet());
    List<Double> accuracy =
        sizes.values().stream().map(one -> 100 * one.foldAccuracy().mean()).toList();
    List<Double> recall =
        sizes.values().stream().map(one -> 100 * one.foldRecall().mean()).toList();
    XYChart chart =
        ChartStyle.lines(
            "Accuracy with a voice profile",
            "Clips of the speaker that the profile heard",
            "WA and UAR, %",
            Theme.LIGHT);
    ChartStyle.series(chart.addSeries("weighted accuracy (WA)", clips, accuracy), Theme.LIGHT, 0);
    ChartStyle.series(chart.addSeries("mean recall (UAR)", clips, recall), Theme.LIGHT, 1);
    List<Double> all = new ArrayList<>(accuracy);
    all.addAll(recall);
    chart
        .getStyler()
        .setYAxisMin(STEP * Math.floor(Collections.min(all) / STEP))
        .setYAxisMax(Math.min(100, STEP * (Math.floor(Collections.max(all) / STEP) + 1)));
    ChartStyle.save(chart, folder.resolve(NAME));
  }

  private static long clips(Results results) {
    return results.predictions().size();
  }
}
