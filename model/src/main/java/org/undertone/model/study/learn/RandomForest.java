// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.List;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;

/**
 * A random forest, by Tribuo: trees on bootstrap samples, the square root of the number of features tried at each split.
 * Source: L. Breiman, "Random Forests", 2001.
 *
 * @param trees number of trees
 */
public record RandomForest(int trees) implements Learner {

  @Override
  public String name() {
    return "random forest";
  }

  @Override
  public String settings() {
    return "random forest, " + trees + " trees, square root of the features at a split";
  }

  @Override
  public boolean wantsScaled() {
    return false;
  }

  @Override
  public Fitted fit(LabelledRows training, LabelledRows watched, long seed) {
    float fraction = (float) (Math.sqrt(training.width()) / training.width());
    CARTClassificationTrainer tree =
        new CARTClassificationTrainer(
            Integer.MAX_VALUE, 1, 0, fraction, false, new GiniIndex(), seed);
    Model<Label> model =
        new RandomForestTrainer<>(tree, new VotingCombiner(), trees, seed)
            .train(TribuoRows.dataset(training));
    return new Forest(model, training.width(), training.classes());
  }

  private record Forest(Model<Label> model, int width, int classes) implements Fitted {
    @Override
    public double[][] probabilities(float[][] rows) {
      return TribuoRows.probabilities(model, rows, classes);
    }

    @Override
    public long bytes() {
      return model.serialize().getSerializedSize();
    }

    @Override
    public double[] importance() {
      double[] uses = new double[width];
      for (Map.Entry<String, List<Pair<String, Double>>> entry :
          model.getTopFeatures(-1).entrySet()) {
        for (Pair<String, Double> feature : entry.getValue()) {
          uses[TribuoRows.index(feature.getA())] += feature.getB();
        }
      }
      return Shares.of(uses);
    }
  }
}
