// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.List;
import org.undertone.app.data.AlertFeedback;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionWriter;
import org.undertone.app.settings.Settings;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverAlertSettings;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.SmootherSettings;
import org.undertone.ser.timeline.Verdict;

/**
 * What a session makes of what it hears: verdicts, a voice profile that learns from them, and on a drive
 * alerts; all go to the writer as they come. For the judging thread.
 */
final class SessionJudge {
  /** Told of what is new, on the judging thread. */
  interface Listener {
    /**
     * There is a new level or verdict.
     *
     * @param readNanos see {@link RecordingSession.Listener#onState}
     */
    void onNews(long readNanos);

    /** An alert is due now; it has been stored. */
    void onAlert(DriverAlert alert);
  }

  private final SessionVoice voice;
  private final SessionWriter writer;
  private final Listener listener;
  private final EmotionTracker tracker;

  /** Null but on a drive. */
  private final DriverWatch driver;

  private long readNanos;

  /** Has heard nothing yet; what the user chose is read now, and not again. */
  SessionJudge(
      SessionParts parts,
      SessionMode mode,
      EmotionClassifier classifier,
      SessionVoice voice,
      SessionWriter writer,
      Listener listener) {
    this.voice = voice;
    this.writer = writer;
    this.listener = listener;
    Settings chosen = parts.settings();
    PipelineSettings pipeline = pipeline(chosen, classifier.spec(), voice.isLearning());
    tracker =
        new EmotionTracker(classifier, pipeline, voice.profile(), writer, new TrackerListener());
    driver =
        mode == SessionMode.DRIVER
            ? new DriverWatch(
                DriverAlertSettings.forSensitivity(chosen.sensitivity()), parts.alertSounds())
            : null;
  }

  private static PipelineSettings pipeline(Settings chosen, ModelSpec spec, boolean learning) {
    PipelineSettings live = PipelineSettings.live(spec);
    double threshold = chosen.unsureThreshold().orElse(spec.unsureThreshold());
    return new PipelineSettings(
        live.minSpeechSeconds(),
        live.minScoredSeconds(),
        live.minVoicedSeconds(),
        learning,
        SmootherSettings.calibrated(spec.temperature(), threshold));
  }

  /** Takes samples, read at a time that {@link System#nanoTime()} gave; the array is not kept. */
  void accept(float[] samples, int length, int sampleRate, long nanos) {
    readNanos = nanos;
    tracker.accept(samples, length, sampleRate);
    // A verdict that an end brings, not a sample, has no latency.
    readNanos = 0;
  }

  /** What comes next does not follow what was heard so far; the last window gets its verdict. */
  void endTake() {
    tracker.endTake();
  }

  /** Nothing was recorded for so many seconds by the clock; a take ended before that. */
  void gap(double seconds) {
    if (driver != null) {
      driver.gap(seconds, heardSeconds());
    }
  }

  /** Nothing more comes: the last window gets its verdict, the last segment is stored. */
  void finish() {
    tracker.finish();
  }

  /** Stores the last segment and the voice, with no more verdicts, as when the classifier failed. */
  void close() {
    tracker.finishTimeline();
    voice.save();
  }

  /** Sets how many hops lie between verdicts: 1, or more to spare the battery. */
  void setStride(int hops) {
    tracker.setStride(hops);
  }

  /** Takes the driver's answer to an alert; returns whether one waited for it. */
  boolean answer(AlertFeedback feedback) {
    if (driver == null || !driver.answer(feedback, heardSeconds())) {
      return false;
    }
    writer.setFeedback(feedback);
    return true;
  }

  /** Returns the seconds of audio heard. */
  double heardSeconds() {
    return tracker.heardSeconds();
  }

  /** Returns the level of the last tenth of a second, dB full scale. */
  float levelDb() {
    return tracker.levelDb();
  }

  /** Returns whether the last verdict was on sound without a voice. */
  boolean voiceless() {
    return tracker.voiceless();
  }

  /** Returns the last verdict, or null before the first. */
  Verdict verdict() {
    return tracker.verdict();
  }

  /** Returns the segments of the last five minutes, the growing one last. */
  List<Segment> recent() {
    return tracker.recent();
  }

  /** Returns what driver mode shows. */
  DriverStatus driverStatus() {
    return driver == null ? DriverStatus.START : driver.status();
  }

  private final class TrackerListener implements EmotionTracker.Listener {
    @Override
    public void onLevel() {
      listener.onNews(0);
    }

    @Override
    public void onVerdict(Verdict verdict) {
      if (driver != null) {
        driver.add(verdict).ifPresent(this::alert);
      }
      voice.saveNowAndThen(heardSeconds());
      listener.onNews(readNanos);
    }

    private void alert(DriverAlert alert) {
      writer.addAlert(alert);
      listener.onAlert(alert);
    }
  }
}
