// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.model.evaluate.Prediction;
import org.undertone.model.evaluate.Results;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.feature.MfccSpec;

/** Judges every clip, as of a stranger, under every condition. */
final class ConditionRun {
  private ConditionRun() {}

  /**
   * Runs. A clip is read once for all conditions.
   *
   * @return what came out, by condition, in their order
   */
  static Map<Condition, Results> run(
      Judges judges, List<Clip> clips, List<Condition> conditions, Progress progress)
      throws IOException {
    List<List<Prediction>> byClip =
        judges.map(clips, (judge, clip) -> judge(judge, clip, conditions), progress);
    Map<Condition, Results> results = new LinkedHashMap<>();
    for (int i = 0; i < conditions.size(); i++) {
      int number = i;
      results.put(
          conditions.get(i), new Results(byClip.stream().map(one -> one.get(number)).toList()));
    }
    return results;
  }

  private static List<Prediction> judge(Judge judge, Clip clip, List<Condition> conditions)
      throws IOException {
    Sound sound;
    try (AudioSource source = clip.open()) {
      sound = Sound.read(source);
    }
    MfccSpec spec = judge.classifier(clip.speaker()).spec().mfcc();
    ClipSound whole = new ClipSound(clip.id(), sound, spec);
    List<Prediction> predictions = new ArrayList<>();
    for (Condition condition : conditions) {
      predictions.add(judge.judge(clip, condition.change().apply(whole)));
    }
    return predictions;
  }
}
