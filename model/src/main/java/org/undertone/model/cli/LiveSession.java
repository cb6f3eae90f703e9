// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import org.undertone.ser.EmotionPipeline;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.VoiceProfile;
import org.undertone.ser.timeline.EmotionTimeline;
import org.undertone.ser.timeline.Verdict;

/**
 * Listens to a source until it ends or somebody stops it from another thread. The profile of the
 * voice is new and learns as it listens.
 */
final class LiveSession {
  private static final int BLOCK = 4096;

  private final AudioSource source;
  private final Console console;
  private final VerdictWriter writer;
  private final EmotionTimeline timeline;
  private final EmotionPipeline pipeline;
  private boolean finished;

  LiveSession(
      EmotionClassifier classifier, AudioSource source, Console console, VerdictWriter writer) {
    this.source = source;
    this.console = console;
    this.writer = writer;
    timeline = new EmotionTimeline(writer::add);
    pipeline =
        new EmotionPipeline(
            classifier,
            PipelineSettings.live(classifier.spec()),
            new VoiceProfile(classifier.spec()),
            source.sampleRate(),
            this::onVerdict);
  }

  private void onVerdict(Verdict verdict) {
    writer.write(verdict);
    timeline.add(verdict);
  }

  /**
   * Listens to the end.
   *
   * @throws IOException if the source fails
   */
  void run() throws IOException {
    float[] block = new float[BLOCK];
    int read;
    do {
      read = source.read(block, 0, BLOCK);
    } while (read >= 0 && accept(block, read));
    finish();
  }

  private synchronized boolean accept(float[] block, int length) {
    if (!finished) {
      pipeline.accept(block, 0, length);
    }
    return !finished && !console.out().checkError();
  }

  /** Ends the session: the last verdict and the shares are written. A second call does nothing. */
  synchronized void finish() {
    if (!finished) {
      finished = true;
      pipeline.finish();
      timeline.finish();
      writer.writeShares();
    }
  }
}
