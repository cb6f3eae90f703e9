// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.io.IOException;
import org.undertone.ser.infer.EmotionClassifier;

/**
 * A model that is ready to judge.
 *
 * @param classifier the network; whoever opened it closes it
 * @param networkHash SHA-256 of the network, hexadecimal
 */
public record OpenedModel(EmotionClassifier classifier, String networkHash) {

  /** Opens the model in use. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Opens it, on the thread that is going to use and close it.
     *
     * @throws IOException if it cannot be read or run
     */
    OpenedModel open() throws IOException;
  }
}
