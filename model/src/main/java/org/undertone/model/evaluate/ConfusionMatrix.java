// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.List;

/** Counts of clips by true and predicted label. Not thread-safe. */
public final class ConfusionMatrix {
  private final List<String> labels;
  private final long[][] counts;

  /** Starts with no clips. */
  public ConfusionMatrix(List<String> labels) {
    this.labels = List.copyOf(labels);
    counts = new long[labels.size()][labels.size()];
  }

  /** Counts a clip. */
  public void add(int truth, int predicted) {
    counts[truth][predicted]++;
  }

  /** Returns the labels. */
  public List<String> labels() {
    return labels;
  }

  /** Returns how many clips of label {@code truth} were called {@code predicted}. */
  public long count(int truth, int predicted) {
    return counts[truth][predicted];
  }

  /** Returns how many clips of label {@code truth} there are. */
  public long support(int truth) {
    long sum = 0;
    for (long count : counts[truth]) {
      sum += count;
    }
    return sum;
  }

  /** Returns the number of clips. */
  public long total() {
    long sum = 0;
    for (int truth = 0; truth < counts.length; truth++) {
      sum += support(truth);
    }
    return sum;
  }

  /** Returns the weighted accuracy (WA): the share of clips that are right; 0 without clips. */
  public double weightedAccuracy() {
    long right = 0;
    for (int i = 0; i < counts.length; i++) {
      right += counts[i][i];
    }
    long total = total();
    return total == 0 ? 0 : (double) right / total;
  }

  /** Returns the share of the clips of a label that are right; not a number without any. */
  public double recall(int truth) {
    return (double) counts[truth][truth] / support(truth);
  }

  /** Returns the share of the clips called a label that are of it; not a number without any. */
  public double precision(int predicted) {
    long called = 0;
    for (long[] row : counts) {
      called += row[predicted];
    }
    return (double) counts[predicted][predicted] / called;
  }

  /** Returns the unweighted average recall (UAR) over the labels that have clips; 0 without. */
  public double unweightedAverageRecall() {
    double sum = 0;
    int present = 0;
    for (int truth = 0; truth < counts.length; truth++) {
      if (support(truth) > 0) {
        sum += recall(truth);
        present++;
      }
    }
    return present == 0 ? 0 : sum / present;
  }
}
