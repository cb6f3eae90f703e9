// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.model.evaluate.Prediction;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.timeline.Verdict;

/**
 * The clips of each speaker as one stream, in an order drawn from the seed, judged live. A window
 * counts for the clip that most of it is of.
 */
final class Streams {
  private Streams() {}

  /**
   * Judges all streams.
   *
   * @param learn whether the voice profile learns, which starts anew with each speaker
   * @return every window that holds something of a clip
   */
  static List<LiveWindow> run(
      Judges judges, List<Clip> clips, boolean learn, long seed, Progress progress)
      throws IOException {
    Map<String, List<Clip>> bySpeaker = new TreeMap<>();
    for (Clip clip : clips) {
      bySpeaker.computeIfAbsent(clip.speaker(), name -> new ArrayList<>()).add(clip);
    }
    int rate = judges.models().spec().mfcc().sampleRate();
    return judges
        .map(
            List.copyOf(bySpeaker.values()),
            (judge, own) -> run(judge, judges.models(), own, rate, learn, seed),
            progress)
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<LiveWindow> run(
      Judge judge, Models models, List<Clip> clips, int rate, boolean learn, long seed)
      throws IOException {
    String speaker = clips.get(0).speaker();
    Random random = new Random(31 * seed + speaker.hashCode());
    List<Clip> order = new ArrayList<>(clips);
    Collections.shuffle(order, random);
    List<Sound> sounds = new ArrayList<>();
    for (Clip clip : order) {
      try (AudioSource source = clip.open()) {
        sounds.add(Sound.read(source));
      }
    }
    JoinedSound stream = JoinedSound.of(sounds, rate, random);
    EmotionClassifier classifier = judge.classifier(speaker);
    List<LiveWindow> windows = new ArrayList<>();
    for (Verdict verdict : LiveRun.verdicts(classifier, stream.sound(), learn)) {
      int part = stream.partOf(verdict.startSeconds(), verdict.endSeconds());
      if (part >= 0) {
        windows.add(
            new LiveWindow(
                order.get(part),
                stream.holdsOne(verdict.startSeconds(), verdict.endSeconds()),
                models.foldOf(speaker),
                verdict));
      }
    }
    return windows;
  }

  /** Returns the windows that a condition holds for. */
  static List<LiveWindow> only(List<LiveWindow> windows, Predicate<LiveWindow> condition) {
    return windows.stream().filter(condition).toList();
  }

  /**
   * Returns a prediction for each clip: the arithmetic mean of its windows' scores before smoothing. A
   * clip without a verdict has no scores.
   */
  static List<Prediction> perClip(List<LiveWindow> windows) {
    Map<String, List<LiveWindow>> byClip = new LinkedHashMap<>();
    for (LiveWindow window : windows) {
      byClip.computeIfAbsent(window.clip().id(), id -> new ArrayList<>()).add(window);
    }
    List<Prediction> predictions = new ArrayList<>();
    for (List<LiveWindow> own : byClip.values()) {
      predictions.add(own.get(0).prediction(mean(own)));
    }
    return predictions;
  }

  private static EmotionScores mean(List<LiveWindow> windows) {
    double[] sum = new double[Emotion.COUNT];
    int count = 0;
    for (LiveWindow window : windows) {
      if (window.verdict().isSpeech()) {
        count++;
        for (Emotion emotion : Emotion.values()) {
          sum[emotion.index()] += window.verdict().raw().probability(emotion);
        }
      }
    }
    if (count == 0) {
      return null;
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / count);
    }
    return EmotionScores.of(mean);
  }
}
