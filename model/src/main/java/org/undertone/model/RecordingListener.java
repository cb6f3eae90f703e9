// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import java.util.ArrayList;
import java.util.List;
import org.undertone.ser.EmotionPipeline;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.EmotionTimeline;
import org.undertone.ser.timeline.ScoreSmoother;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.SmootherSettings;
import org.undertone.ser.timeline.TemperatureScaling;
import org.undertone.ser.timeline.Verdict;

/**
 * Collects what a pipeline hears in a recording. Verdicts are those of a live microphone, unless no
 * window has enough speech for one: then every window that was scored gets a verdict, for a clip of a
 * single word is no silence.
 */
final class RecordingListener implements EmotionPipeline.Listener {
  private final double temperature;
  private final ScoreSmoother lenientSmoother;
  private final RecordingScores scores = new RecordingScores();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<Verdict> lenientVerdicts = new ArrayList<>();
  private Verdict lenient;
  private boolean speech;

  RecordingListener(SmootherSettings settings) {
    temperature = settings.temperature();
    lenientSmoother = new ScoreSmoother(settings);
  }

  @Override
  public void onScores(
      double startSeconds, double endSeconds, double speechSeconds, EmotionScores uncalibrated) {
    scores.add(speechSeconds, TemperatureScaling.apply(uncalibrated, temperature));
    lenient = lenientSmoother.speech(startSeconds, endSeconds, speechSeconds, uncalibrated);
  }

  @Override
  public void onVerdict(Verdict verdict) {
    verdicts.add(verdict);
    lenientVerdicts.add(
        lenient != null
            ? lenient
            : lenientSmoother.noSpeech(
                verdict.startSeconds(), verdict.endSeconds(), verdict.speechSeconds()));
    lenient = null;
    speech |= verdict.isSpeech();
  }

  /** Returns everything that was heard. */
  Recognition recognition(double durationSeconds, boolean truncated) {
    List<Verdict> chosen = speech ? verdicts : lenientVerdicts;
    List<Segment> segments = new ArrayList<>();
    EmotionTimeline timeline = new EmotionTimeline(segments::add);
    chosen.forEach(timeline::add);
    timeline.finish();
    return new Recognition(durationSeconds, truncated, scores.scores(), chosen, segments);
  }
}
