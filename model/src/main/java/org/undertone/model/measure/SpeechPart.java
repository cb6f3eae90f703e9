// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.util.Arrays;
import org.undertone.ser.FrontEnd;
import org.undertone.ser.feature.MfccSpec;

/** Tells which samples of a recording are speech, by the pipeline's own gate. */
final class SpeechPart {
  private SpeechPart() {}

  /**
   * Returns for each sample whether the frame whose middle is nearest is speech. Where the gate finds
   * none at all, every sample counts as speech: there must be something to measure a level of.
   */
  static boolean[] of(Sound sound, MfccSpec spec) {
    float[] samples = sound.samples();
    boolean[] speech = new boolean[samples.length];
    double hop = spec.hopSeconds() * sound.rate();
    // The middle of the first frame, in samples.
    double first = spec.center() ? 0 : 0.5 * spec.nFft() / spec.sampleRate() * sound.rate();
    int[] frame = new int[1];
    boolean[] any = new boolean[1];
    FrontEnd frontEnd =
        new FrontEnd(
            spec,
            sound.rate(),
            (logMel, isSpeech) -> {
              double middle = first + hop * frame[0]++;
              if (isSpeech) {
                any[0] = true;
                Arrays.fill(
                    speech,
                    clamp(middle - hop / 2, samples.length),
                    clamp(middle + hop / 2, samples.length),
                    true);
              }
            });
    frontEnd.accept(samples, 0, samples.length);
    frontEnd.finish();
    if (!any[0]) {
      Arrays.fill(speech, true);
    }
    return speech;
  }

  private static int clamp(double sample, int length) {
    return (int) Math.max(0, Math.min(length, Math.round(sample)));
  }

  /** Returns the mean square of the samples that are marked; 0 if none is. */
  static double meanSquare(float[] samples, boolean[] marked) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < samples.length; i++) {
      if (marked[i]) {
        sum += (double) samples[i] * samples[i];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
