// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.Recognition;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.VoiceProfile;

/** Lets a recogniser, which is the whole pipeline, judge labelled clips. */
public final class ClipTest {
  private ClipTest() {}

  /**
   * Judges every clip as one of a stranger.
   *
   * @param fold number of the fold, from 1
   * @throws IOException if a clip cannot be read
   */
  public static List<Prediction> strangers(
      EmotionRecognizer recognizer, List<Clip> clips, int fold, Progress progress)
      throws IOException {
    List<Prediction> predictions = new ArrayList<>();
    for (Clip clip : clips) {
      try (AudioSource source = clip.open()) {
        predictions.add(prediction(clip, fold, recognizer.classify(source)));
      }
      progress.at(predictions.size(), clips.size());
    }
    return predictions;
  }

  /**
   * Judges the clips of each speaker with a voice profile that has heard the speaker's first clips, in
   * an order drawn from the seed, without their labels. Those first clips are not judged; the profile
   * does not learn any further.
   *
   * @param profileClips number of clips for the profile
   * @throws IOException if a clip cannot be read
   */
  public static List<Prediction> acquaintances(
      EmotionRecognizer recognizer, List<Clip> clips, int fold, int profileClips, long seed)
      throws IOException {
    Map<String, List<Clip>> bySpeaker = new LinkedHashMap<>();
    for (Clip clip : clips) {
      bySpeaker.computeIfAbsent(clip.speaker(), name -> new ArrayList<>()).add(clip);
    }
    List<Prediction> predictions = new ArrayList<>();
    for (Map.Entry<String, List<Clip>> speaker : bySpeaker.entrySet()) {
      List<Clip> order = new ArrayList<>(speaker.getValue());
      Collections.shuffle(order, new Random(seed * 31 + speaker.getKey().hashCode()));
      VoiceProfile profile = new VoiceProfile(recognizer.spec());
      int heard = 0;
      for (Clip clip : order) {
        try (AudioSource source = clip.open()) {
          if (heard < profileClips) {
            recognizer.classify(source, profile, true);
          } else {
            predictions.add(prediction(clip, fold, recognizer.classify(source, profile, false)));
          }
        }
        heard++;
      }
    }
    return predictions;
  }

  private static Prediction prediction(Clip clip, int fold, Recognition recognition) {
    return new Prediction(clip.id(), clip.speaker(), fold, clip.emotion(), recognition.scores());
  }
}
