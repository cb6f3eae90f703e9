// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/**
 * Maximum over neighbouring frames, without padding: a rest shorter than the kernel is left out, as in
 * PyTorch.
 *
 * @param kernel frames in each maximum
 * @param stride frames from one maximum to the next
 */
public record MaxPool1d(int kernel, int stride) implements Layer {
  /** Checks the sizes. */
  public MaxPool1d {
    if (kernel < 1 || stride < 1) {
      throw new IllegalArgumentException("max pooling over " + kernel + " by " + stride);
    }
  }

  @Override
  public Shape output(Shape input) {
    input.requireFrames("max pooling");
    if (input.frames() < kernel) {
      throw new IllegalArgumentException(
          "max pooling over " + kernel + " frames gets " + input.frames());
    }
    return new Shape((input.frames() - kernel) / stride + 1, input.channels());
  }
}
