// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.Recognition;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.ser.audio.AudioSource;

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

  static Prediction prediction(Clip clip, int fold, Recognition recognition) {
    return new Prediction(clip.id(), clip.speaker(), fold, clip.emotion(), recognition.scores());
  }
}
