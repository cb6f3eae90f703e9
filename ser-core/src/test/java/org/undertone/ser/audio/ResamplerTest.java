// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  @ParameterizedTest
  @CsvSource({
    "8000,16000", "11025,16000", "22050,16000", "24000,16000", "24414,16000", "32000,16000",
    "44100,16000", "48000,16000", "96000,16000", "384000,16000", "16000,44100", "16000,48000",
    "16000,8000", "44100,48000", "48000,44100", "44101,16000", "15999,16000"
  })
  void isFlatInThePassbandAndRejectsAliases(int inRate, int outRate) {
    ResamplerSweep sweep = ResamplerSweep.measure(inRate, outRate, ResamplerTest::resample);
    System.out.printf(
        Locale.ROOT,
        "Resampler %6d -> %5d Hz: passband within %.5f dB, aliases at %.1f dB%n",
        inRate,
        outRate,
        sweep.passbandDb(),
        sweep.aliasDb());
    assertThat(sweep.passbandDb()).isLessThan(0.1);
    assertThat(sweep.aliasDb()).isLessThan(-80);
  }

  @ParameterizedTest
  @CsvSource({"8000,16000", "44100,16000", "24414,16000", "96000,16000", "16000,48000"})
  void givesTheSameBitsForAnyBlockSize(int inRate, int outRate) {
    float[] noise = noise(20_000);
    float[] whole = resample(inRate, outRate, noise);
    for (int block : new int[] {1, 7, 160, 1023, 4096}) {
      Collector out = new Collector();
      Resampler resampler = new Resampler(inRate, outRate);
      for (int at = 0; at < noise.length; at += block) {
        resampler.accept(noise, at, Math.min(block, noise.length - at), out);
      }
      resampler.finish(out);
      assertThat(out.samples()).as("blocks of %d", block).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @CsvSource({"8000,16000", "44100,16000", "24414,16000", "48000,16000", "16000,44100"})
  void keepsTimeSoThatAnImpulseStaysWhereItWas(int inRate, int outRate) {
    // A smooth bump around 0.1 s, narrow but well within the passband.
    float[] bump = new float[inRate / 5];
    for (int i = 0; i < bump.length; i++) {
      bump[i] = bumpAt((double) i / inRate);
    }
    float[] out = resample(inRate, outRate, bump);
    for (int k = 0; k < out.length; k++) {
      assertThat(out[k]).as("output %d", k).isCloseTo(bumpAt((double) k / outRate), within(1e-4f));
    }
  }

  private static float bumpAt(double seconds) {
    double x = (seconds - 0.1) * 2000;
    return (float) Math.exp(-x * x / 2);
  }

  @ParameterizedTest
  @CsvSource({"8000,16000", "11025,16000", "44100,16000", "24414,16000", "16000,48000"})
  void outputIsAsLongAsTheInputInTimeRoundedUp(int inRate, int outRate) {
    for (int length : new int[] {0, 1, 2, 3, 100, 441, 5000}) {
      assertThat(resample(inRate, outRate, new float[length]))
          .as("%d samples", length)
          .hasSize((int) Math.ceil((double) length * outRate / inRate));
    }
  }

  @Test
  void keepsAConstantConstantAwayFromTheEnds() {
    float[] ones = new float[4000];
    Arrays.fill(ones, 1f);
    float[] out = resample(44_100, 16_000, ones);
    for (int k = 100; k < out.length - 100; k++) {
      assertThat(out[k]).isCloseTo(1f, within(1e-6f));
    }
  }

  @Test
  void passesEqualRatesThroughBitExactly() {
    float[] noise = noise(5000);
    assertThat(resample(16_000, 16_000, noise)).isEqualTo(noise);
  }

  @Test
  void startsAfreshAfterFinish() {
    float[] noise = noise(3000);
    Resampler resampler = new Resampler(44_100, 16_000);
    Collector first = new Collector();
    resampler.accept(noise, 0, noise.length, first);
    resampler.finish(first);
    Collector second = new Collector();
    resampler.accept(noise, 0, noise.length, second);
    resampler.finish(second);
    assertThat(second.samples()).isEqualTo(first.samples());
  }

  @Test
  void doesNotAllocateOnceItRuns() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    float[] noise = noise(480);
    Resampler resampler = new Resampler(48_000, 16_000);
    SampleSink nowhere = (samples, offset, length) -> {};
    for (int i = 0; i < 2000; i++) {
      resampler.accept(noise, 0, noise.length, nowhere);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 2000; i++) {
      resampler.accept(noise, 0, noise.length, nowhere);
    }
    // Less than a byte a call: the virtual machine's own odd allocation, not ours.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2000);
  }

  @Test
  void refusesRatesOutOfRangeByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Resampler(3_999, 16_000))
        .withMessageContaining("input rate is 3999 Hz");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Resampler(16_000, 384_001))
        .withMessageContaining("output rate is 384001 Hz");
  }

  @ParameterizedTest
  @CsvSource({"4000,384000", "384000,4000", "383999,4000", "4001,384000"})
  void takesTheMostExtremeRates(int inRate, int outRate) {
    float[] tone = ResamplerSweep.sine(100, inRate);
    float[] out = resample(inRate, outRate, tone);
    for (int k = out.length / 4; k < out.length * 3 / 4; k++) {
      float expected = (float) (0.5 * Math.sin(2 * Math.PI * 100 * k / outRate));
      assertThat(out[k]).isCloseTo(expected, within(1e-4f));
    }
  }

  static float[] resample(int inRate, int outRate, float[] samples) {
    Collector out = new Collector();
    Resampler resampler = new Resampler(inRate, outRate);
    resampler.accept(samples, 0, samples.length, out);
    resampler.finish(out);
    return out.samples();
  }

  static float[] noise(int length) {
    Random random = new Random(7);
    float[] noise = new float[length];
    for (int i = 0; i < length; i++) {
      noise[i] = random.nextFloat() * 2 - 1;
    }
    return noise;
  }

  /** Keeps all samples that it is given. */
  static final class Collector implements SampleSink {
    private float[] samples = new float[1024];
    private int count;

    @Override
    public void accept(float[] block, int offset, int length) {
      if (count + length > samples.length) {
        samples = Arrays.copyOf(samples, 2 * (count + length));
      }
      System.arraycopy(block, offset, samples, count, length);
      count += length;
    }

    float[] samples() {
      return Arrays.copyOf(samples, count);
    }
  }
}
