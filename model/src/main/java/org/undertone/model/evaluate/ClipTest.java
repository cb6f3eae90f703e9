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
  /** Draws which clips a profile hears. */
  private static final long PROFILE_SEED = 1;

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
   * Judges the same clips with voice profiles, too.
   *
   * @param strangers what {@link #strangers} returned for the clips
   * @param sizes of the profiles, which hear clips of the same speaker drawn from a fixed seed
   * @param progress hears of every speaker
   * @throws IOException if a clip cannot be read
   */
  public static Outcome withProfiles(
      EmotionRecognizer recognizer,
      List<Clip> clips,
      List<Prediction> strangers,
      ProfileSizes sizes,
      Progress progress)
      throws IOException {
    ProfileTest profiles = new ProfileTest(recognizer, sizes, PROFILE_SEED, strangers);
    profiles.run(clips, List.of(), progress);
    return Outcome.of(strangers, profiles.single(), sizes, profiles.bySize());
  }

  static Prediction prediction(Clip clip, int fold, Recognition recognition) {
    return new Prediction(clip.id(), clip.speaker(), fold, clip.emotion(), recognition.scores());
  }
}
