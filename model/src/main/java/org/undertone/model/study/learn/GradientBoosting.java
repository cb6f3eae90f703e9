// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import java.util.Map;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.classification.Label;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer;

/**
 * Gradient boosting by XGBoost, through Tribuo. Source: T. Chen and C. Guestrin, "XGBoost: A Scalable Tree Boosting
 * System", 2016.
 *
 * @param rounds of boosting, each with a tree a class
 * @param depth of the trees
 * @param rate how much of each tree is added
 * @param columns share of the features that a tree may use
 */
public record GradientBoosting(int rounds, int depth, double rate, double columns)
    implements Learner {
  private static final double SUBSAMPLE = 0.8;

  @Override
  public String name() {
    return "gradient boosting";
  }

  @Override
  public String settings() {
    return "XGBoost, "
        + rounds
        + " rounds, depth "
        + depth
        + ", rate "
        + rate
        + ", rows "
        + SUBSAMPLE
        + ", columns "
        + columns
        + ", histograms";
  }

  @Override
  public boolean wantsScaled() {
    return false;
  }

  @Override
  public Fitted fit(LabelledRows training, LabelledRows watched, long seed) {
    XGBoostClassificationTrainer trainer =
        new XGBoostClassificationTrainer(
            XGBoostTrainer.BoosterType.GBTREE,
            XGBoostTrainer.TreeMethod.HIST,
            rounds,
            rate,
            0,
            depth,
            1,
            SUBSAMPLE,
            columns,
            1,
            0,
            1,
            XGBoostTrainer.LoggingVerbosity.SILENT,
            seed);
    XGBoostModel<Label> model = trainer.train(TribuoRows.dataset(training));
    model.setNumThreads(1);
    return new Boosted(model, training.width(), training.classes());
  }

  private record Boosted(XGBoostModel<Label> model, int width, int classes) implements Fitted {
    @Override
    public double[][] probabilities(float[][] rows) {
      return TribuoRows.probabilities(model, rows, classes);
    }

    @Override
    public long bytes() {
      try {
        return model.getInnerModels().get(0).toByteArray().length;
      } catch (XGBoostError e) {
        throw new IllegalStateException("XGBoost cannot store its model: " + e.getMessage(), e);
      }
    }

    @Override
    public double[] importance() {
      double[] gains = new double[width];
      for (Map.Entry<String, Double> gain :
          model.getFeatureImportance().get(0).getTotalGain().entrySet()) {
        gains[TribuoRows.index(gain.getKey())] = gain.getValue();
      }
      return Shares.of(gains);
    }
  }
}
