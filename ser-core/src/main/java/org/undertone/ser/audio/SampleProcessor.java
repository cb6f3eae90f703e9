// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.AudioProcessor;

/**
 * Hands the samples that a TarsosDSP dispatcher reads to a sink, such as the emotion pipeline: the end
 * of a chain whose audio stream may be a microphone, a file or a pipe. Buffers that overlap are handed
 * over once. Runs on the dispatcher's thread; does not allocate.
 */
public final class SampleProcessor implements AudioProcessor {
  private final SampleSink sink;
  private final Runnable end;
  private boolean started;

  /**
   * Prepares a processor.
   *
   * @param sink takes the samples
   * @param end runs once the dispatcher has read everything or was stopped
   */
  public SampleProcessor(SampleSink sink, Runnable end) {
    this.sink = sink;
    this.end = end;
  }

  @Override
  public boolean process(AudioEvent event) {
    float[] buffer = event.getFloatBuffer();
    int known = started ? Math.min(event.getOverlap(), buffer.length) : 0;
    started = true;
    sink.accept(buffer, known, buffer.length - known);
    return true;
  }

  @Override
  public void processingFinished() {
    end.run();
  }
}
