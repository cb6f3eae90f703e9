// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.undertone.app.data.SessionWriter;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.VoiceProfile;
import org.undertone.ser.timeline.EmotionTimeline;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/**
 * What is heard becomes takes, verdicts and segments, and goes to the writer as it happens. Keeps no
 * more than the last five minutes of segments. For the judging thread.
 */
final class EmotionTracker {
  /** How much of the past is shown, seconds. */
  static final double RECENT_SECONDS = 300;

  /** Told of what is new, on the judging thread. */
  interface Listener {
    /** A tenth of a second has a level. */
    void onLevel();

    /** A verdict has been stored. */
    void onVerdict(Verdict verdict);
  }

  private final EmotionClassifier classifier;
  private final PipelineSettings settings;
  private final VoiceProfile profile;
  private final SessionWriter writer;
  private final Listener listener;
  private final EmotionTimeline timeline = new EmotionTimeline(this::segmentFinished);
  private final LevelMeter level;
  private final Deque<Segment> finished = new ArrayDeque<>();
  private List<Segment> recent = List.of();
  private Verdict verdict;
  private Take take;
  private double heardSeconds;
  private int stride = 1;

  /** Starts with nothing heard. */
  EmotionTracker(
      EmotionClassifier classifier,
      PipelineSettings settings,
      VoiceProfile profile,
      SessionWriter writer,
      Listener listener) {
    this.classifier = classifier;
    this.settings = settings;
    this.profile = profile;
    this.writer = writer;
    this.listener = listener;
    level = new LevelMeter(classifier.spec().mfcc().sampleRate());
  }

  /** Takes samples; the first ones after a gap begin a new take. */
  void accept(float[] samples, int length, int sampleRate) {
    if (take == null) {
      take =
          new Take(
              classifier, settings, profile, heardSeconds, sampleRate, this::keep, this::judged);
      take.setStride(stride);
    }
    take.accept(samples, 0, length);
    heardSeconds = take.endSeconds();
  }

  private void keep(float[] samples, int offset, int length) {
    writer.addSamples(samples, offset, length);
    if (level.add(samples, offset, length)) {
      heardSeconds = take.endSeconds();
      listener.onLevel();
    }
  }

  private void judged(Verdict next) {
    verdict = next;
    heardSeconds = take.endSeconds();
    writer.addVerdict(next);
    timeline.add(next);
    Segment open = timeline.open().orElse(null);
    if (open != null) {
      writer.setOpenSegment(open);
    }
    remember(open);
    listener.onVerdict(next);
  }

  private void segmentFinished(Segment segment) {
    writer.addSegment(segment);
    finished.add(segment);
  }

  private void remember(Segment open) {
    while (!finished.isEmpty() && finished.peek().endSeconds() < heardSeconds - RECENT_SECONDS) {
      finished.remove();
    }
    List<Segment> now = new ArrayList<>(finished);
    if (open != null) {
      now.add(open);
    }
    recent = List.copyOf(now);
  }

  /** What comes next does not follow what was heard so far. */
  void endTake() {
    if (take != null) {
      Take ended = take;
      ended.finish();
      heardSeconds = ended.endSeconds();
      take = null;
    }
    level.silence();
  }

  /** Ends it all: the last window gets its verdict, the last segment is stored. */
  void finish() {
    endTake();
    finishTimeline();
  }

  /** Stores the last segment; what has no verdict yet gets none, as when the classifier failed. */
  void finishTimeline() {
    timeline.finish();
    remember(null);
  }

  /** Sets how many hops lie between verdicts: 1, or more to spare the battery. */
  void setStride(int hops) {
    stride = hops;
    if (take != null) {
      take.setStride(hops);
    }
  }

  /** Returns the seconds of audio heard. */
  double heardSeconds() {
    return heardSeconds;
  }

  /** Returns the level of the last tenth of a second, dB full scale. */
  float levelDb() {
    return level.levelDb();
  }

  /** Returns the last verdict, or null before the first. */
  Verdict verdict() {
    return verdict;
  }

  /** Returns whether the last verdict was on sound enough for speech, but without a voice in it. */
  boolean voiceless() {
    return verdict != null
        && !verdict.isSpeech()
        && verdict.speechSeconds() >= settings.minSpeechSeconds();
  }

  /** Returns the segments of the last five minutes, the growing one last. */
  List<Segment> recent() {
    return recent;
  }
}
