// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.util.Arrays;
import java.util.List;

/** Runs a {@link Network} in double precision, straight from its layers' definitions. */
public final class NetworkReference {
  private NetworkReference() {}

  /** Returns the probabilities for a window, row-major {@code [frame][coefficient]}. */
  public static double[] run(Network network, float[] window) {
    double[][] x = new double[network.frames()][network.coefficients()];
    for (int t = 0; t < network.frames(); t++) {
      for (int c = 0; c < network.coefficients(); c++) {
        x[t][c] = window[t * network.coefficients() + c];
      }
    }
    return run(network.layers(), x)[0];
  }

  private static double[][] run(List<Layer> layers, double[][] input) {
    double[][] x = input;
    for (Layer layer : layers) {
      x = run(layer, x);
    }
    return x;
  }

  private static double[][] run(Layer layer, double[][] x) {
    if (layer instanceof Conv1d conv) {
      return conv(conv, x);
    } else if (layer instanceof MaxPool1d pool) {
      return maxPool(pool, x);
    } else if (layer instanceof GlobalPool pool) {
      return new double[][] {pool(pool, x)};
    } else if (layer instanceof Dense dense) {
      return new double[][] {dense(dense, x[0])};
    } else if (layer instanceof Residual residual) {
      return add(run(residual.body(), x), run(residual.shortcut(), x), residual.relu());
    } else if (layer instanceof Sum sum) {
      return sum.branches().stream()
          .map(branch -> run(branch, x))
          .reduce((a, b) -> add(a, b, false))
          .orElseThrow();
    } else if (layer instanceof SqueezeExcitation excitation) {
      return AttentionReference.excite(excitation, x);
    } else if (layer instanceof AttentivePool pool) {
      return new double[][] {AttentionReference.pool(pool, x)};
    }
    return new double[][] {softmax(x[0])};
  }

  static double[][] conv(Conv1d conv, double[][] x) {
    Shape shape = conv.output(new Shape(x.length, x[0].length));
    double[][] y = new double[shape.frames()][shape.channels()];
    float[] bias = conv.bias();
    for (int t = 0; t < y.length; t++) {
      for (int o = 0; o < conv.outputs(); o++) {
        double sum = bias[o];
        for (int k = 0; k < conv.kernel(); k++) {
          int at = t * conv.stride() + k - conv.padding();
          for (int i = 0; at >= 0 && at < x.length && i < conv.inputs(); i++) {
            sum += conv.weight(o, k, i) * x[at][i];
          }
        }
        y[t][o] = rectify(sum, conv.relu());
      }
    }
    return y;
  }

  private static double[][] maxPool(MaxPool1d pool, double[][] x) {
    double[][] y = new double[(x.length - pool.kernel()) / pool.stride() + 1][];
    for (int t = 0; t < y.length; t++) {
      int from = t * pool.stride();
      y[t] = max(Arrays.copyOfRange(x, from, from + pool.kernel()));
    }
    return y;
  }

  private static double[] pool(GlobalPool pool, double[][] x) {
    return switch (pool.kind()) {
      case MEAN -> mean(x);
      case MAX -> max(x);
      case MEAN_MAX -> join(mean(x), max(x));
      case MEAN_STD -> join(mean(x), std(x, pool.epsilon()));
    };
  }

  static double[] mean(double[][] x) {
    double[] mean = new double[x[0].length];
    for (double[] frame : x) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += frame[c] / x.length;
      }
    }
    return mean;
  }

  private static double[] max(double[][] x) {
    double[] max = x[0].clone();
    for (double[] frame : x) {
      for (int c = 0; c < max.length; c++) {
        max[c] = Math.max(max[c], frame[c]);
      }
    }
    return max;
  }

  private static double[] std(double[][] x, double epsilon) {
    double[] mean = mean(x);
    double[][] squares = new double[x.length][mean.length];
    for (int t = 0; t < x.length; t++) {
      for (int c = 0; c < mean.length; c++) {
        squares[t][c] = (x[t][c] - mean[c]) * (x[t][c] - mean[c]);
      }
    }
    return Arrays.stream(mean(squares)).map(v -> Math.sqrt(v + epsilon)).toArray();
  }

  static double[] dense(Dense dense, double[] x) {
    double[] y = new double[dense.outputs()];
    float[] bias = dense.bias();
    for (int o = 0; o < y.length; o++) {
      double sum = bias[o];
      for (int i = 0; i < x.length; i++) {
        sum += dense.weight(o, i) * x[i];
      }
      y[o] = rectify(sum, dense.relu());
    }
    return y;
  }

  private static double[][] add(double[][] a, double[][] b, boolean relu) {
    double[][] sum = new double[a.length][a[0].length];
    for (int t = 0; t < sum.length; t++) {
      for (int c = 0; c < sum[t].length; c++) {
        sum[t][c] = rectify(a[t][c] + b[t][c], relu);
      }
    }
    return sum;
  }

  static double[] softmax(double[] x) {
    double max = Arrays.stream(x).max().orElseThrow();
    double[] exp = Arrays.stream(x).map(v -> Math.exp(v - max)).toArray();
    double sum = Arrays.stream(exp).sum();
    return Arrays.stream(exp).map(v -> v / sum).toArray();
  }

  private static double rectify(double value, boolean relu) {
    return relu ? Math.max(0, value) : value;
  }

  static double[] join(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
