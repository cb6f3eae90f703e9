// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Why Undertone has a resampler of its own. The demand is: within 0.5 dB up to 0.85 of the lower
 * Nyquist frequency, aliases and images at least 60 dB down. Should TarsosDSP come to meet it, this
 * test fails, and our own can go.
 */
class TarsosResamplerTest {

  @ParameterizedTest
  @CsvSource({"8000", "11025", "22050", "32000", "44100", "48000", "96000"})
  void tarsosResamplerMissesTheDemand(int inRate) {
    ResamplerSweep sweep =
        ResamplerSweep.measure(inRate, 16_000, TarsosResamplerTest::tarsosHighQuality);
    System.out.printf(
        Locale.ROOT,
        "TarsosDSP %6d -> 16000 Hz: passband within %.2f dB, aliases at %.1f dB%n",
        inRate,
        sweep.passbandDb(),
        sweep.aliasDb());
    assertThat(sweep.passbandDb()).as("passband within 0.5 dB").isGreaterThan(0.5);
    assertThat(sweep.aliasDb()).as("aliases at -60 dB").isGreaterThan(-60);
  }

  private static float[] tarsosHighQuality(int inRate, int outRate, float[] samples) {
    double factor = (double) outRate / inRate;
    var resampler = new be.tarsos.dsp.resample.Resampler(true, factor, factor);
    float[] out = new float[(int) (samples.length * factor) + 1000];
    int consumed = 0;
    int produced = 0;
    while (true) {
      var result =
          resampler.process(
              factor,
              samples,
              consumed,
              samples.length - consumed,
              true,
              out,
              produced,
              out.length - produced);
      consumed += result.inputSamplesConsumed;
      produced += result.outputSamplesGenerated;
      if (result.inputSamplesConsumed == 0 && result.outputSamplesGenerated == 0) {
        return Arrays.copyOf(out, produced);
      }
    }
  }
}
