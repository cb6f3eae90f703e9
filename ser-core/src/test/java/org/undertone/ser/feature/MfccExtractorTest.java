// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MfccExtractorTest {

  @ParameterizedTest
  @ValueSource(strings = {"app", "nocenter", "librosa", "speech"})
  void blockSizeDoesNotChangeABit(String caseName) {
    MfccSpec spec = Golden.spec("vowel", caseName);
    float[] samples = Golden.samples("vowel");
    List<float[]> whole = Frames.mfcc(spec, samples, samples.length);
    for (int blockSize : new int[] {1, 2, 7, 159, 160, 161, 511, 512, 513, 4096}) {
      assertSame(Frames.mfcc(spec, samples, blockSize), whole);
    }
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      assertSame(
          Frames.mfcc(new MfccExtractor(spec), samples, () -> 1 + random.nextInt(3000)), whole);
    }
  }

  @Test
  void randomParametersGiveFramesThatDoNotDependOnTheBlocks() {
    Random random = new Random(7);
    for (int trial = 0; trial < 60; trial++) {
      int mels = 1 + random.nextInt(80);
      int rate = 8000 + random.nextInt(40000);
      MfccSpec spec =
          new MfccSpec(
              rate,
              2 + random.nextInt(700),
              1 + random.nextInt(900),
              mels,
              1 + random.nextInt(mels),
              random.nextInt(300),
              rate / 2.0 - random.nextInt(500),
              random.nextBoolean());
      float[] samples = noise(random, random.nextInt(5000));
      List<float[]> whole = Frames.mfcc(spec, samples, Math.max(1, samples.length));
      assertThat(whole)
          .as("%s, %d samples", spec, samples.length)
          .hasSize((int) spec.frameCount(samples.length));
      assertSame(
          Frames.mfcc(new MfccExtractor(spec), samples, () -> 1 + random.nextInt(300)), whole);
    }
  }

  @Test
  void aFinishedExtractorIsAsNew() {
    MfccSpec spec = Golden.spec("vowel", "app");
    MfccExtractor used = new MfccExtractor(spec);
    Frames.mfcc(used, Golden.samples("noise"), () -> 1000);
    float[] samples = Golden.samples("vowel");
    assertSame(Frames.mfcc(used, samples, () -> 1000), Frames.mfcc(spec, samples, samples.length));
  }

  @Test
  void nothingInGivesNothingOut() {
    assertThat(Frames.mfcc(MfccSpec.of(16000, 512, 160, 40, 13), new float[0], 1)).isEmpty();
  }

  @Test
  void notANumberBecomesTheFloorInsteadOfSpreading() {
    float[] samples = new float[16000];
    samples[8000] = Float.NaN;
    List<float[]> frames = Frames.logMel(MfccSpec.of(16000, 512, 160, 40, 13), samples, 16000);
    for (float[] frame : frames) {
      assertThat(frame).containsOnly(-100f);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 12, 15, 16, 30, 49, 64, 97, 200, 512})
  void fftAgreesWithTheDefinition(int n) {
    Random random = new Random(n);
    double[] re = random.doubles(n, -1, 1).toArray();
    double[] im = random.doubles(n, -1, 1).toArray();
    double[] expectedRe = new double[n];
    double[] expectedIm = new double[n];
    for (int k = 0; k < n; k++) {
      for (int t = 0; t < n; t++) {
        double angle = -2 * Math.PI * ((long) k * t % n) / n;
        expectedRe[k] += re[t] * Math.cos(angle) - im[t] * Math.sin(angle);
        expectedIm[k] += re[t] * Math.sin(angle) + im[t] * Math.cos(angle);
      }
    }
    new Fft(n).transform(re, im);
    for (int k = 0; k < n; k++) {
      assertThat(re[k]).isCloseTo(expectedRe[k], org.assertj.core.data.Offset.offset(1e-11));
      assertThat(im[k]).isCloseTo(expectedIm[k], org.assertj.core.data.Offset.offset(1e-11));
    }
  }

  private static float[] noise(Random random, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (0.3 * random.nextGaussian());
    }
    return samples;
  }

  private static void assertSame(List<float[]> actual, List<float[]> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).as("frame %d", i).isEqualTo(expected.get(i));
    }
  }
}
