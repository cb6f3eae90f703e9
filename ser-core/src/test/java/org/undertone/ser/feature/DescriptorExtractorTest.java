// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

final class DescriptorExtractorTest {
  private static List<double[]> frames(MfccSpec spec, float[] samples, IntSupplier blocks) {
    DescriptorExtractor extractor = new DescriptorExtractor(spec);
    List<double[]> frames = new ArrayList<>();
    Consumer<DescriptorFrame> sink =
        one ->
            frames.add(
                new double[] {
                  one.rms(),
                  one.zeroCrossingRate(),
                  one.centroid(),
                  one.rolloff(),
                  one.chroma()[3],
                  one.contrastPeaks()[2],
                  one.mfcc()[1],
                  one.melPower()[5]
                });
    int i = 0;
    while (i < samples.length) {
      int length = Math.min(blocks.getAsInt(), samples.length - i);
      extractor.accept(samples, i, length, sink);
      i += length;
    }
    extractor.finish(sink);
    return frames;
  }

  @Test
  void blockSizeDoesNotChangeABit() {
    MfccSpec spec = Golden.spec("vowel", "librosa");
    float[] samples = Golden.samples("vowel");
    List<double[]> whole = frames(spec, samples, () -> samples.length);
    assertThat(whole).hasSize((int) spec.frameCount(samples.length));
    Random random = new Random(5);
    List<double[]> pieces = frames(spec, samples, () -> 1 + random.nextInt(3000));
    for (int t = 0; t < whole.size(); t++) {
      assertThat(pieces.get(t)).isEqualTo(whole.get(t));
    }
  }

  /** Against librosa's words: edge padding, so that the ends of a negative signal are no crossings. */
  @Test
  void paddingIsNoZeroCrossing() {
    MfccSpec spec = MfccSpec.of(16_000, 2048, 512, 40, 13);
    float[] negative = new float[4000];
    Arrays.fill(negative, -0.5f);
    assertThat(frames(spec, negative, () -> 100)).allSatisfy(one -> assertThat(one[1]).isZero());
    negative[2000] = -1e-11f;
    // Within 1e-10 of 0 counts as 0, which is positive: there and back are two crossings.
    List<double[]> crossed = frames(spec, negative, () -> 4000);
    assertThat(crossed.get(4)[1]).isEqualTo(2 / 2048.0);
    assertThat(crossed.get(0)[1]).isZero();
  }

  @Test
  void melPowerIsLogMelBeforeTheLogarithm() {
    MfccSpec spec = Golden.spec("noise", "librosa");
    float[] samples = Golden.samples("noise");
    float[] expected = Golden.expected("noise", "librosa", "logmel");
    List<double[]> frames = frames(spec, samples, () -> samples.length);
    for (int t = 0; t < frames.size(); t++) {
      assertThat(10 * Math.log10(frames.get(t)[7]))
          .isEqualTo(expected[t * spec.nMels() + 5], within(2e-5));
    }
  }

  @Test
  void deltasOfALineAndAParabolaAreTheirDerivatives() {
    double[] line = new double[20];
    double[] parabola = new double[20];
    for (int t = 0; t < line.length; t++) {
      line[t] = 3 - 0.5 * t;
      parabola[t] = 2 + t + 1.5 * t * t;
    }
    for (int t = 0; t < line.length; t++) {
      assertThat(Deltas.first(line)[t]).isEqualTo(-0.5, within(1e-12));
      assertThat(Deltas.second(parabola)[t]).isEqualTo(3, within(1e-12));
    }
    assertThat(Deltas.first(new double[] {1, 2, 3, 4, 5, 6, 7, 8})).containsOnly(0).hasSize(8);
  }
}
