// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Many trees by LightGBM, grown leaf by leaf. Source: G. Ke et al., "LightGBM: A Highly Efficient Gradient Boosting Decision
 * Tree", 2017.
 *
 * @param name for people
 * @param rounds of trees, one a class each
 * @param parameters in LightGBM's words
 */
public record LightGbm(String name, int rounds, String parameters) implements Learner {
  /** By how many times more features a tree has than a split tries. */
  private static final int COLUMNS_OF_A_TREE = 5;

  private static final String ALWAYS = "objective=multiclass max_bin=127 ";

  /**
   * Returns gradient boosting.
   *
   * @param rounds of boosting, each with a tree a class
   * @param leaves of a tree
   * @param rate how much of each tree is added
   * @param columns share of the features that a tree may use
   */
  public static LightGbm boosting(int rounds, int leaves, double rate, double columns) {
    return new LightGbm(
        "LightGBM",
        rounds,
        String.format(
            Locale.ROOT,
            "boosting=gbdt learning_rate=%s num_leaves=%d feature_fraction=%s bagging_fraction=0.8"
                + " bagging_freq=1 min_data_in_leaf=10",
            rate,
            leaves,
            columns));
  }

  /**
   * Returns a random forest: large trees that do not know of each other, each on 63 % of the rows, with the square root of
   * the number of features tried at each split, of five times as many for each tree. Source of the idea: L. Breiman, "Random Forests", 2001; there, rows are drawn with
   * replacement and a tree tells all classes apart, here each class has its trees.
   *
   * @param trees a class
   */
  public static LightGbm forest(int trees) {
    return new LightGbm(
        "random forest",
        trees,
        "boosting=rf num_leaves=64 bagging_fraction=0.632 bagging_freq=1 min_data_in_leaf=2");
  }

  @Override
  public String settings() {
    return "LightGBM, " + rounds + " rounds, " + ALWAYS + parameters;
  }

  @Override
  public boolean wantsScaled() {
    return false;
  }

  @Override
  public Fitted fit(LabelledRows training, LabelledRows watched, long seed) {
    LightGbmLibrary.load();
    // Row-wise histograms by one thread: otherwise it tries both ways, and the faster one wins.
    String all =
        ALWAYS
            + parameters
            + columns(training.width())
            + " num_class="
            + training.classes()
            + " seed="
            + (int) seed
            + " deterministic=true force_row_wise=true num_threads=1 verbosity=-1";
    try (LGBMDataset data =
        LGBMDataset.createFromMat(
            flat(training.rows()), training.size(), training.width(), true, all, null)) {
      float[] labels = new float[training.size()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = training.labels()[i];
      }
      data.setField("label", labels);
      try (LGBMBooster booster = LGBMBooster.create(data, all)) {
        for (int i = 0; i < rounds; i++) {
          booster.updateOneIter();
        }
        String text = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
        return new Boosted(
            new LightGbmModel(text, training.classes()),
            text.getBytes(StandardCharsets.UTF_8).length,
            Arrays.stream(
                    Shares.of(booster.featureImportance(0, LGBMBooster.FeatureImportanceType.GAIN)))
                .boxed()
                .toList());
      }
    } catch (LGBMException e) {
      throw failed(e);
    }
  }

  /** Of a forest, which features are tried, by their number. */
  private String columns(int width) {
    if (!parameters.contains("boosting=rf")) {
      return "";
    }
    double tried = Math.sqrt(width) / width;
    double tree = Math.min(1, COLUMNS_OF_A_TREE * tried);
    return " feature_fraction=" + tree + " feature_fraction_bynode=" + tried / tree;
  }

  private static float[] flat(float[][] rows) {
    int width = rows[0].length;
    float[] flat = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * width, width);
    }
    return flat;
  }

  private static IllegalStateException failed(LGBMException cause) {
    return new IllegalStateException("LightGBM failed: " + cause.getMessage(), cause);
  }

  private record Boosted(LightGbmModel model, long bytes, List<Double> gains) implements Fitted {
    @Override
    public double[][] probabilities(float[][] rows) {
      return model.probabilities(flat(rows), rows.length);
    }

    @Override
    public double[] importance() {
      return gains.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
