// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import java.util.Locale;

/**
 * A net, trained by AdamW with a cosine of learning rates on cross-entropy, by DJL on one thread.
 *
 * @param layers of the net
 * @param epochs passes over the training rows; fixed beforehand, no rows choose it
 * @param batch rows of a step
 * @param rate learning rate at the start
 * @param decay weight decay
 */
public record NetLearner(Architecture layers, int epochs, int batch, double rate, double decay)
    implements Learner {

  @Override
  public String name() {
    return layers.name();
  }

  @Override
  public String settings() {
    return String.format(
        Locale.ROOT,
        "%s, %d epochs, batches of %d, rate %s, weight decay %s",
        layers.settings(),
        epochs,
        batch,
        rate,
        decay);
  }

  @Override
  public boolean wantsScaled() {
    return true;
  }

  @Override
  public Fitted fit(LabelledRows training, LabelledRows watched, long seed) {
    return NetTraining.run(this, training, watched, seed);
  }
}
