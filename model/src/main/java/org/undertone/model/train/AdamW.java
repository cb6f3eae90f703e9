// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Adam with decoupled weight decay, and a running average of the weights. DJL's own optimisers keep
 * their moments to themselves, so that training could not be resumed; hence this one. Source: I.
 * Loshchilov and F. Hutter, "Decoupled Weight Decay Regularization", 2019. For one thread at a time.
 */
public final class AdamW {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final NDManager manager;
  private final List<NDArray> weights;
  private final double weightDecay;
  private final double averaging;
  private final NDList first = new NDList();
  private final NDList second = new NDList();
  private final NDList average = new NDList();
  private long steps;

  /**
   * Prepares for weights whose gradients are asked for; the moments are made by the manager.
   *
   * @param averaging share of the running average that stays at each step, 0 to below 1
   */
  public AdamW(List<NDArray> weights, double weightDecay, double averaging, NDManager manager) {
    this.manager = manager;
    this.weights = List.copyOf(weights);
    this.weightDecay = weightDecay;
    this.averaging = averaging;
    for (NDArray weight : weights) {
      first.add(manager.zeros(weight.getShape()));
      second.add(manager.zeros(weight.getShape()));
      average.add(manager.create(weight.toFloatArray(), weight.getShape()));
    }
  }

  /** Moves every weight against its gradient. Biases and scales, of one dimension, do not decay. */
  public void step(double learningRate) {
    steps++;
    double correction1 = 1 - Math.pow(BETA1, (double) steps);
    double correction2 = 1 - Math.pow(BETA2, (double) steps);
    // A young average would hang on to the first weights.
    double decay = Math.min(averaging, (1.0 + steps) / (10.0 + steps));
    for (int i = 0; i < weights.size(); i++) {
      NDArray weight = weights.get(i);
      try (NDManager scope = manager.newSubManager()) {
        NDArray gradient = weight.getGradient();
        gradient.attach(scope);
        // A weight that records its gradient must not be changed in place.
        weight.setRequiresGradient(false);
        NDArray m = first.get(i);
        NDArray v = second.get(i);
        // What is computed from an array belongs to the array's manager: to this step's, so that it
        // is freed.
        scope.tempAttachAll(weight, m, v, average.get(i));
        m.muli(BETA1).addi(gradient.mul(1 - BETA1));
        v.muli(BETA2).addi(gradient.square().mul(1 - BETA2));
        if (weight.getShape().dimension() > 1) {
          weight.muli(1 - learningRate * weightDecay);
        }
        NDArray denominator = v.div(correction2).sqrt().add(EPSILON);
        weight.subi(m.div(denominator).mul(learningRate / correction1));
        average.get(i).muli(decay).addi(weight.mul(1 - decay));
        gradient.subi(gradient);
        weight.setRequiresGradient(true);
      }
    }
  }

  /** Replaces the weights by their running averages. */
  void useAverages() {
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).setRequiresGradient(false);
      average.get(i).copyTo(weights.get(i));
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(steps);
    for (NDList list : List.of(first, second, average)) {
      for (NDArray array : list) {
        FloatArrays.write(out, array.toFloatArray());
      }
    }
  }

  void read(DataInputStream in) throws IOException {
    steps = in.readLong();
    for (NDList list : List.of(first, second, average)) {
      for (NDArray array : list) {
        array.set(FloatArrays.read(in, (int) array.size()));
      }
    }
  }
}
