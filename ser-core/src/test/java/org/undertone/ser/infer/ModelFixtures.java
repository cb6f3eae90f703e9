// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.undertone.ser.Emotion;
import org.undertone.ser.feature.MfccSpec;

/** Small model specs and files for tests, without a trained network. */
public final class ModelFixtures {
  private ModelFixtures() {}

  /** Returns a spec for four labels with the given window. */
  public static ModelSpec spec(int windowFrames, int nMfcc) {
    float[] mean = new float[nMfcc];
    float[] std = new float[nMfcc];
    Arrays.fill(mean, -1.5f);
    Arrays.fill(std, 2.25f);
    return new ModelSpec(
        "fixture",
        List.of(Emotion.NEUTRAL, Emotion.HAPPY, Emotion.SAD, Emotion.ANGRY),
        MfccSpec.of(16_000, 512, 256, Math.max(nMfcc, 40), nMfcc),
        windowFrames,
        8,
        80,
        0,
        new FeatureStatistics(mean, std),
        500,
        1.25,
        0.4,
        "{\"seed\":1}");
  }

  /** Returns bytes that only look like a network: a root offset, the identifier, and some padding. */
  public static byte[] hollowNetwork() {
    byte[] network = new byte[16];
    byte[] identifier = "TFL3".getBytes(StandardCharsets.US_ASCII);
    network[0] = 8;
    System.arraycopy(identifier, 0, network, 4, identifier.length);
    return network;
  }
}
