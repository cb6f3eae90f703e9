// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

/**
 * How an epoch went; immutable.
 *
 * @param number which, from 1, counted on over members and experts
 * @param of how many there will be, of all of them
 * @param loss mean loss over the augmented training clips, nats
 * @param accuracy share of the augmented training clips that were right as they came
 * @param learningRate at the end of the epoch
 * @param seconds wall time
 */
public record Epoch(
    int number, int of, double loss, double accuracy, double learningRate, double seconds) {

  /** Returns the same, counted on from epochs before it. */
  Epoch counted(int before, int all) {
    return new Epoch(before + number, all, loss, accuracy, learningRate, seconds);
  }
}
