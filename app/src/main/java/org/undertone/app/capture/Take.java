// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.function.Consumer;
import org.undertone.ser.EmotionPipeline;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.audio.Resampler;
import org.undertone.ser.audio.SampleSink;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.VoiceProfile;
import org.undertone.ser.timeline.Verdict;

/**
 * A stretch of sound without a gap, with a pipeline of its own: a window must not hold what was said
 * before and after a gap as if it were one, nor may scores be smoothed over a gap whose length the
 * audio does not show. A session is one take, and one more after each interruption.
 *
 * <p>Samples are resampled once, here; the pipeline and the kept audio get the same ones. So seconds
 * of verdicts and of kept audio are the same seconds, also after many takes. For one thread.
 */
final class Take {
  private final int modelRate;
  private final double startSeconds;
  private final SampleSink kept;
  private final Consumer<Verdict> verdicts;
  private final Resampler resampler;
  private final EmotionPipeline pipeline;
  private final SampleSink toModel = this::hear;
  private long samples;

  /**
   * Starts a take.
   *
   * @param startSeconds where it starts, seconds of audio since the start of the session
   * @param sampleRate rate of the samples that will come, Hz
   * @param kept takes the samples at the model's rate, before the verdicts on them
   * @param verdicts takes verdicts, their times since the start of the session
   */
  Take(
      EmotionClassifier classifier,
      PipelineSettings settings,
      VoiceProfile profile,
      double startSeconds,
      int sampleRate,
      SampleSink kept,
      Consumer<Verdict> verdicts) {
    modelRate = classifier.spec().mfcc().sampleRate();
    this.startSeconds = startSeconds;
    this.kept = kept;
    this.verdicts = verdicts;
    resampler = new Resampler(sampleRate, modelRate);
    pipeline = new EmotionPipeline(classifier, settings, profile, modelRate, this::shift);
  }

  /** Sets how many hops lie between verdicts, as {@link EmotionPipeline#setStride}. */
  void setStride(int hops) {
    pipeline.setStride(hops);
  }

  /** Takes samples. */
  void accept(float[] block, int offset, int length) {
    resampler.accept(block, offset, length, toModel);
  }

  /** Ends the take: the last of it gets its verdict. */
  void finish() {
    resampler.finish(toModel);
    pipeline.finish();
  }

  /** Returns where it ends so far, seconds of audio since the start of the session. */
  double endSeconds() {
    return startSeconds + (double) samples / modelRate;
  }

  private void hear(float[] block, int offset, int length) {
    samples += length;
    kept.accept(block, offset, length);
    pipeline.accept(block, offset, length);
  }

  private void shift(Verdict verdict) {
    verdicts.accept(
        startSeconds == 0
            ? verdict
            : new Verdict(
                startSeconds + verdict.startSeconds(),
                startSeconds + verdict.endSeconds(),
                verdict.state(),
                verdict.emotion(),
                verdict.raw(),
                verdict.smoothed(),
                verdict.speechSeconds()));
  }
}
