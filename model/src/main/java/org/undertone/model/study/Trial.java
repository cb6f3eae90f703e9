// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.SpeakerFolds;
import org.undertone.model.study.learn.Fitted;
import org.undertone.model.study.learn.LabelledRows;
import org.undertone.model.study.learn.Learner;
import org.undertone.model.study.learn.Scaler;
import org.undertone.model.study.learn.Scores;

/** Carries out runs. Whatever is fitted, scaling and choices too, is fitted on the training clips alone. For any number of threads. */
final class Trial {
  /** Features that are shuffled: the foremost in the learner's own ranking. */
  private static final int SHUFFLED = 30;

  private static final long FOLD_SEEDS = 7919;

  private final StudyClips clips;
  private final FeatureTables tables;
  private final long seed;

  Trial(StudyClips clips, FeatureTables tables, long seed) {
    this.clips = clips;
    this.tables = tables;
    this.seed = seed;
  }

  /** Returns the split of a run over the clips of its series. */
  Split split(Run run) {
    List<Integer> places = clips.places(run.series().clips());
    List<Integer> labels = labels(run.series(), places);
    return switch (run.kind()) {
      case RANDOM -> Splits.random(labels, seed);
      case RANDOM_FOLDS -> Splits.randomFolds(labels, run.kind().count(), seed).get(run.fold());
      case ACTORS -> Splits.speakers(speakers(places), clips.folds()).get(run.fold());
    };
  }

  /** Carries out a run. */
  RunResult run(Run run) {
    Series series = run.series();
    List<Integer> places = clips.places(series.clips());
    List<Integer> labels = labels(series, places);
    float[][] rows = tables.rows(series.features(), places);
    if (series.bySpeaker()) {
      rows = FeatureTables.normalisedBySpeaker(rows, speakers(places));
    }
    Split split = split(run);
    Sides sides = new Sides(rows, labels, series.clips().classes().size());
    long runSeed = seed * FOLD_SEEDS + run.fold();
    long start = System.nanoTime();
    Learner learner = choose(run, sides, split, places, runSeed);
    Prepared prepared = sides.prepare(learner, series.scaled(), split.train(), split.test());
    try (Fitted fitted = learner.fit(prepared.train, prepared.test, runSeed)) {
      double seconds = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      double[][] probabilities = fitted.probabilities(prepared.test.rows());
      double millis = (System.nanoTime() - start) / 1e6 / probabilities.length;
      Map<Integer, Double> drops =
          series.permuted() ? drops(fitted, prepared.test, runSeed) : Map.of();
      return new RunResult(
          prepared.test.labels(),
          probabilities,
          prepared.train.size(),
          series.method().candidates().size() == 1 ? "" : learner.settings(),
          new RunResult.About(
              Arrays.stream(fitted.importance()).boxed().toList(),
              drops,
              fitted.curve(),
              seconds,
              millis,
              fitted.bytes()));
    }
  }

  private Learner choose(Run run, Sides sides, Split split, List<Integer> places, long runSeed) {
    Method method = run.series().method();
    if (method.candidates().size() == 1) {
      return method.candidates().get(0);
    }
    List<Split> inner = inner(run, sides, split, places);
    Learner best = null;
    double most = -1;
    for (Learner candidate : method.candidates()) {
      double sum = 0;
      for (Split one : inner) {
        Prepared prepared =
            sides.prepare(
                candidate,
                run.series().scaled(),
                one.train().stream().map(split.train()::get).toList(),
                one.test().stream().map(split.train()::get).toList());
        try (Fitted fitted = candidate.fit(prepared.train, null, runSeed)) {
          sum +=
              Scores.accuracy(fitted.probabilities(prepared.test.rows()), prepared.test.labels());
        }
      }
      if (sum > most) {
        most = sum;
        best = candidate;
      }
    }
    return best;
  }

  /** Splits the training clips as the run splits all: by speakers if it does. */
  private List<Split> inner(Run run, Sides sides, Split split, List<Integer> places) {
    int count = run.series().method().innerFolds();
    List<Integer> trained = split.train().stream().map(places::get).toList();
    if (run.kind() == Split.Kind.ACTORS) {
      List<Clip> known = trained.stream().map(place -> clips.all().get(place).clip()).toList();
      return Splits.speakers(speakers(trained), SpeakerFolds.grouped(known, count, seed));
    }
    return Splits.randomFolds(split.train().stream().map(sides.labels::get).toList(), count, seed);
  }

  /** How much accuracy is lost where one feature's values are dealt out anew among the tested clips. */
  private static Map<Integer, Double> drops(Fitted fitted, LabelledRows test, long seed) {
    double[] importance = fitted.importance();
    double whole = Scores.accuracy(fitted.probabilities(test.rows()), test.labels());
    Map<Integer, Double> drops = new HashMap<>();
    IntStream.range(0, importance.length)
        .boxed()
        .sorted((a, b) -> Double.compare(importance[b], importance[a]))
        .limit(SHUFFLED)
        .forEach(
            feature -> {
              float[][] rows = shuffled(test.rows(), feature, new Random(seed + feature));
              double left = Scores.accuracy(fitted.probabilities(rows), test.labels());
              drops.put(feature, whole - left);
            });
    return drops;
  }

  private static float[][] shuffled(float[][] rows, int feature, Random random) {
    float[][] shuffled = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      shuffled[i] = rows[i].clone();
    }
    for (int i = rows.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      float value = shuffled[i][feature];
      shuffled[i][feature] = shuffled[other][feature];
      shuffled[other][feature] = value;
    }
    return shuffled;
  }

  private List<Integer> labels(Series series, List<Integer> places) {
    return places.stream()
        .map(place -> series.clips().classes().indexOf(clips.all().get(place).clip().emotion()))
        .toList();
  }

  private List<String> speakers(List<Integer> places) {
    return places.stream().map(place -> clips.all().get(place).clip().speaker()).toList();
  }

  /** The clips of a series. */
  private static final class Sides {
    private final float[][] rows;
    private final List<Integer> labels;
    private final int classes;

    Sides(float[][] rows, List<Integer> labels, int classes) {
      this.rows = rows;
      this.labels = labels;
      this.classes = classes;
    }

    Prepared prepare(Learner learner, boolean scaled, List<Integer> train, List<Integer> test) {
      float[][] known = some(train);
      float[][] others = some(test);
      if (scaled || learner.wantsScaled()) {
        Scaler scaler = Scaler.of(known);
        known = scaler.apply(known);
        others = scaler.apply(others);
      }
      return new Prepared(
          new LabelledRows(known, labelsOf(train), classes),
          new LabelledRows(others, labelsOf(test), classes));
    }

    private float[][] some(List<Integer> places) {
      return places.stream().map(place -> rows[place]).toArray(float[][]::new);
    }

    private int[] labelsOf(List<Integer> places) {
      return places.stream().mapToInt(labels::get).toArray();
    }
  }

  /** Training and test rows, ready for a learner. */
  private record Prepared(LabelledRows train, LabelledRows test) {}
}
