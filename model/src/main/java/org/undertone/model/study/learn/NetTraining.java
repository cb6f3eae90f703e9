// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.undertone.model.train.AdamW;
import org.undertone.model.train.Engines;

/**
 * One training of a net. All random numbers come from the seed, by generators of its own, so that trainings in other threads
 * change nothing. For one thread.
 */
final class NetTraining {
  /** Added to variances before the root. */
  static final float EPSILON = 1e-5f;

  private final NetLearner learner;
  private final LabelledRows training;
  private final LabelledRows watched;
  private final Random random;

  private NetTraining(
      NetLearner learner, LabelledRows training, LabelledRows watched, Random random) {
    this.learner = learner;
    this.training = training;
    this.watched = watched;
    this.random = random;
  }

  static Fitted run(NetLearner learner, LabelledRows training, LabelledRows watched, long seed) {
    Engines.configure();
    NDManager manager = NDManager.newBaseManager();
    try {
      Gradients.remember();
      return new NetTraining(learner, training, watched, new Random(seed)).train(manager);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private FittedNet train(NDManager manager) {
    SequentialBlock block = learner.layers().layers(training.classes(), random);
    Shape one = learner.layers().input(1, training.width());
    block.initialize(manager, DataType.FLOAT32, one);
    List<NDArray> weights = drawWeights(block);
    AdamW optimizer = new AdamW(weights, learner.decay(), 0, manager);
    FittedNet net = new FittedNet(learner.layers(), block, training.classes(), manager);
    List<CurvePoint> curve = new ArrayList<>();
    List<Integer> order = new ArrayList<>(IntStream.range(0, training.size()).boxed().toList());
    for (int epoch = 0; epoch < learner.epochs(); epoch++) {
      Collections.shuffle(order, random);
      curve.add(pass(net, optimizer, order, epoch));
    }
    weights.forEach(weight -> weight.setRequiresGradient(false));
    return net.withCurve(curve);
  }

  /** Gaussian weights by the number of inputs. Source: K. He et al., "Delving Deep into Rectifiers", 2015. */
  private List<NDArray> drawWeights(SequentialBlock block) {
    List<NDArray> weights = new ArrayList<>();
    for (var pair : block.getParameters()) {
      NDArray array = pair.getValue().getArray();
      if (pair.getKey().contains("running")) {
        continue;
      }
      if (array.getShape().dimension() > 1) {
        double scale = Math.sqrt(2.0 * array.getShape().get(0) / array.size());
        float[] values = new float[(int) array.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (scale * random.nextGaussian());
        }
        array.set(values);
      }
      array.setRequiresGradient(true);
      weights.add(array);
    }
    return weights;
  }

  private CurvePoint pass(FittedNet net, AdamW optimizer, List<Integer> order, int epoch) {
    int batches = (order.size() + learner.batch() - 1) / learner.batch();
    double lossSum = 0;
    int right = 0;
    for (int i = 0; i < batches; i++) {
      // Spread evenly: batch normalisation cannot do with a last batch of one.
      List<Integer> batch =
          order.subList(order.size() * i / batches, order.size() * (i + 1) / batches);
      int[] labels = batch.stream().mapToInt(row -> training.labels()[row]).toArray();
      try (NDManager scope = net.manager().newSubManager()) {
        float[][] rows = batch.stream().map(row -> training.rows()[row]).toArray(float[][]::new);
        NDArray logits = net.logits(rows, scope, true);
        NDArray targets = scope.create(labels).oneHot(training.classes());
        NDArray loss = logits.logSoftmax(1).mul(targets).sum().neg().div(labels.length);
        Gradients.of(loss, scope);
        lossSum += loss.getFloat() * labels.length;
        right += Scores.right(logits.toFloatArray(), labels);
        double progress = (epoch + (double) i / batches) / learner.epochs();
        optimizer.step(learner.rate() * 0.5 * (1 + Math.cos(Math.PI * progress)));
      }
    }
    double[] test = watch(net);
    return new CurvePoint(lossSum / order.size(), (double) right / order.size(), test[0], test[1]);
  }

  private double[] watch(FittedNet net) {
    if (watched == null) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[][] probabilities = net.probabilities(watched.rows());
    return new double[] {
      Scores.crossEntropy(probabilities, watched.labels()),
      Scores.accuracy(probabilities, watched.labels())
    };
  }
}
