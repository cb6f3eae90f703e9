// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.util.Arrays;

/** Runs the layers that weigh channels and frames in double precision. */
final class AttentionReference {
  private AttentionReference() {}

  static double[][] excite(SqueezeExcitation layer, double[][] x) {
    double[] mean = NetworkReference.mean(x);
    double[] logits =
        NetworkReference.dense(layer.expand(), NetworkReference.dense(layer.reduce(), mean));
    double[][] y = new double[x.length][mean.length];
    for (int t = 0; t < x.length; t++) {
      for (int c = 0; c < mean.length; c++) {
        y[t][c] = x[t][c] / (1 + Math.exp(-logits[c]));
      }
    }
    return y;
  }

  static double[] pool(AttentivePool layer, double[][] x) {
    double[][] hidden = NetworkReference.conv(layer.hidden(), x);
    for (double[] frame : hidden) {
      Arrays.setAll(frame, i -> Math.tanh(frame[i]));
    }
    double[][] scores = NetworkReference.conv(layer.scores(), hidden);
    double[] mean = new double[x[0].length];
    double[] deviation = new double[mean.length];
    for (int c = 0; c < mean.length; c++) {
      int channel = c;
      double[] weights =
          NetworkReference.softmax(Arrays.stream(scores).mapToDouble(s -> s[channel]).toArray());
      double variance = 0;
      for (int t = 0; t < x.length; t++) {
        mean[c] += weights[t] * x[t][c];
      }
      for (int t = 0; t < x.length; t++) {
        variance += weights[t] * (x[t][c] - mean[c]) * (x[t][c] - mean[c]);
      }
      deviation[c] = Math.sqrt(variance + layer.epsilon());
    }
    return NetworkReference.join(mean, deviation);
  }
}
