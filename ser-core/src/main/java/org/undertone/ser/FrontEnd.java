// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import org.undertone.ser.audio.Resampler;
import org.undertone.ser.audio.SampleSink;
import org.undertone.ser.audio.SpeechGate;
import org.undertone.ser.feature.FrameSink;
import org.undertone.ser.feature.LogMelExtractor;
import org.undertone.ser.feature.MfccSpec;
import org.undertone.ser.feature.VoicingDetector;

/**
 * The first half of the pipeline, shared with training: samples at any rate become log-mel frames at
 * the model's rate, each marked as speech or not. Does not depend on the size of the blocks handed in.
 * No allocation after construction; for one thread at a time.
 */
public final class FrontEnd {
  /** Takes the frames, in order. */
  @FunctionalInterface
  public interface Listener {
    /** Takes a log-mel frame, {@code [mel]} in dB; the array is reused. */
    void onFrame(float[] logMel, boolean speech);
  }

  private final Resampler resampler;
  private final LogMelExtractor extractor;
  private final SpeechGate gate;
  private final VoicingDetector voicing;
  private final Listener listener;
  private final SampleSink toExtractor = this::extract;
  private final FrameSink toListener = this::emit;
  private long frames;

  /** Prepares for samples at {@code sampleRate} Hz. */
  public FrontEnd(MfccSpec spec, int sampleRate, Listener listener) {
    resampler = new Resampler(sampleRate, spec.sampleRate());
    extractor = new LogMelExtractor(spec);
    gate = new SpeechGate(spec);
    voicing = new VoicingDetector(spec);
    this.listener = listener;
  }

  /** Takes the next samples, mono in [-1, 1]. */
  public void accept(float[] samples, int offset, int length) {
    resampler.accept(samples, offset, length, toExtractor);
  }

  /** Ends the signal and hands over the last frames. Nothing may be accepted afterwards. */
  public void finish() {
    resampler.finish(toExtractor);
    extractor.finish(toListener);
  }

  /**
   * Returns whether the frame that the listener is taking has the period of a voice. Computed when asked:
   * it takes as long as the frame itself.
   */
  public boolean isVoiced() {
    return voicing.isVoiced(frames);
  }

  private void extract(float[] samples, int offset, int length) {
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, VoicingDetector.MAX_BLOCK);
      voicing.accept(samples, offset + done, part);
      extractor.accept(samples, offset + done, part, toListener);
      done += part;
    }
  }

  private void emit(float[] logMel) {
    listener.onFrame(logMel, gate.accept(logMel));
    frames++;
  }
}
