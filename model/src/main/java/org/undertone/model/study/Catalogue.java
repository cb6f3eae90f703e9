// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.List;
import org.undertone.model.study.learn.DenseLayers;
import org.undertone.model.study.learn.GradientBoosting;
import org.undertone.model.study.learn.ImageLayers;
import org.undertone.model.study.learn.Learner;
import org.undertone.model.study.learn.LightGbm;
import org.undertone.model.study.learn.NetLearner;
import org.undertone.model.study.learn.SequenceLayers;

/** The learners of the study, as large as its settings have them. Immutable. */
final class Catalogue {
  private static final int BATCH = 32;

  private final StudySettings settings;

  Catalogue(StudySettings settings) {
    this.settings = settings;
  }

  Method forest() {
    return Method.of(LightGbm.forest(settings.trees()));
  }

  Method boosting() {
    return Method.of(new GradientBoosting(settings.rounds(), 4, 0.15, 0.1));
  }

  Method lightGbm() {
    return Method.of(LightGbm.boosting(settings.rounds(), 15, 0.15, 0.1));
  }

  /** The net on statistics without a search. */
  Method perceptron() {
    return Method.of(perceptron(List.of(128), 1e-3, 0.3));
  }

  private Learner perceptron(List<Integer> hidden, double rate, double dropout) {
    return new NetLearner(
        new DenseLayers("multi-layer perceptron", hidden, dropout),
        settings.epochs(),
        BATCH,
        rate,
        0.01);
  }

  /** The net on statistics, its size, rate and dropout chosen within the training clips. */
  Method searchedPerceptron() {
    List<Learner> candidates = new ArrayList<>();
    for (List<Integer> hidden : List.of(List.of(64), List.of(256), List.of(128, 64))) {
      candidates.add(perceptron(hidden, 1e-3, 0.3));
      candidates.add(perceptron(hidden, 3e-3, 0.5));
    }
    return Method.chosen(
        "multi-layer perceptron, searched",
        candidates.subList(0, Math.min(candidates.size(), settings.choices())),
        settings.innerFolds());
  }

  /** The net on flattened frames, or on their means. */
  Method dense() {
    return Method.of(
        new NetLearner(
            new DenseLayers("dense net", List.of(128), 0.4),
            settings.imageEpochs(),
            BATCH,
            5e-4,
            0.01));
  }

  /** The net on stacked images. */
  Method images(int count) {
    return Method.of(
        new NetLearner(
            new ImageLayers(count, FrameStack.ROWS, List.of(8, 16, 32), 0.4),
            settings.imageEpochs(),
            BATCH,
            2e-3,
            0.01));
  }

  /** The net on MFCC over time. */
  Method sequence() {
    return Method.of(
        new NetLearner(
            new SequenceLayers(FrameStack.ROWS, List.of(32, 48, 64), 5, 0.4),
            settings.imageEpochs(),
            BATCH,
            2e-3,
            0.01));
  }

  /** Every learner on all speech and eight classes, each on the features that the literature gives it. */
  List<Named> all() {
    ClipSet clips = ClipSet.speech(ClassSet.EIGHT);
    return List.of(
        new Named("random forest", Series.of(clips, FeatureKind.STATISTICS, forest())),
        new Named("gradient boosting", Series.of(clips, FeatureKind.STATISTICS, boosting())),
        new Named("LightGBM", Series.of(clips, FeatureKind.STATISTICS, lightGbm())),
        new Named("multi-layer perceptron", Series.of(clips, FeatureKind.STATISTICS, perceptron())),
        new Named("dense net, flattened", Series.of(clips, FeatureKind.STACK, dense())),
        new Named(
            "2-D CNN, stacked", Series.of(clips, FeatureKind.STACK, images(FrameStack.IMAGES))),
        new Named("1-D CNN, MFCC", Series.of(clips, FeatureKind.SEQUENCE, sequence())));
  }
}
