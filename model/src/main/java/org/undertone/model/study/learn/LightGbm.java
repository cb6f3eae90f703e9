// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient boosting by LightGBM: leaf by leaf. Source: G. Ke et al., "LightGBM: A Highly Efficient Gradient Boosting
 * Decision Tree", 2017.
 *
 * @param rounds of boosting, each with a tree a class
 * @param leaves of a tree
 * @param rate how much of each tree is added
 * @param columns share of the features that a tree may use
 */
public record LightGbm(int rounds, int leaves, double rate, double columns) implements Learner {

  @Override
  public String name() {
    return "LightGBM";
  }

  @Override
  public String settings() {
    return "LightGBM, " + rounds + " rounds, " + parameters();
  }

  private String parameters() {
    return "objective=multiclass boosting=gbdt learning_rate="
        + rate
        + " num_leaves="
        + leaves
        + " feature_fraction="
        + columns
        + " bagging_fraction=0.8 bagging_freq=1 min_data_in_leaf=10 max_bin=127";
  }

  @Override
  public boolean wantsScaled() {
    return false;
  }

  @Override
  public Fitted fit(LabelledRows training, LabelledRows watched, long seed) {
    // Row-wise histograms by one thread: otherwise it tries both ways, and the faster one wins.
    String all =
        parameters()
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
