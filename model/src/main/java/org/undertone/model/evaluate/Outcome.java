// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.undertone.model.export.Precision;
import org.undertone.model.train.ExportCheck;

/**
 * What came out of all folds of a test; not to be changed.
 *
 * @param raw predictions without a voice profile, with the scores that the model gave
 * @param strangers the same as they are counted: where a corpus is left out, restricted to its classes
 * @param acquaintances predictions with a profile of some of the speaker's clips, or null if no
 *     speaker has more clips than a profile takes
 * @param profileClips clips in that profile
 * @param bySize results with voice profiles of several sizes, {@link ProfileSizes#ALL} for all clips
 * @param byPrecision results without a profile, by precision of the file
 * @param members results without a profile of each net of a committee alone, the recipe's own first; none of
 *     a single net, or if a fold lacks one
 * @param exports how the folds' files compare with their networks
 */
public record Outcome(
    List<Prediction> raw,
    Results strangers,
    Results acquaintances,
    int profileClips,
    SortedMap<Integer, Results> bySize,
    Map<Precision, Results> byPrecision,
    List<Results> members,
    List<ExportCheck> exports) {

  /** Returns the outcome of a test of one model on strangers. */
  public static Outcome ofStrangers(List<Prediction> predictions) {
    return of(predictions, List.of(), ProfileSizes.NONE, new TreeMap<>());
  }

  /**
   * Returns the outcome of a test of one model.
   *
   * @param single predictions with a profile of {@link ProfileSizes#single()} clips
   * @param bySize predictions with profiles of several sizes
   */
  static Outcome of(
      List<Prediction> strangers,
      List<Prediction> single,
      ProfileSizes sizes,
      SortedMap<Integer, List<Prediction>> bySize) {
    SortedMap<Integer, Results> results = new TreeMap<>();
    bySize.forEach((size, some) -> results.put(size, new Results(some)));
    return new Outcome(
        strangers,
        new Results(strangers),
        single.isEmpty() ? null : new Results(single),
        sizes.single(),
        results,
        Map.of(),
        List.of(),
        List.of());
  }

  /** Joins the results of folds. */
  static Outcome of(List<FoldResult> folds, FoldPlan plan, ProfileSizes sizes) {
    List<Prediction> raw = new ArrayList<>();
    List<Prediction> single = new ArrayList<>();
    Map<Precision, List<Prediction>> precisions = new EnumMap<>(Precision.class);
    SortedMap<Integer, List<Prediction>> profiles = new TreeMap<>();
    List<List<Prediction>> members = new ArrayList<>();
    // An expert is missing where its corpus is: then there is no such net of all folds.
    if (folds.stream().map(fold -> fold.members().size()).distinct().count() == 1) {
      folds.get(0).members().forEach(one -> members.add(new ArrayList<>()));
    }
    List<ExportCheck> exports = new ArrayList<>();
    for (FoldResult fold : folds) {
      raw.addAll(fold.strangers().get(Precision.FLOAT32));
      single.addAll(fold.single());
      fold.strangers()
          .forEach((key, some) -> precisions.computeIfAbsent(key, k -> list()).addAll(some));
      fold.bySize().forEach((key, some) -> profiles.computeIfAbsent(key, k -> list()).addAll(some));
      for (int i = 0; i < members.size(); i++) {
        members.get(i).addAll(fold.members().get(i));
      }
      exports.addAll(fold.exports());
    }
    UnaryOperator<List<Prediction>> counted =
        plan.corpusDisjoint() ? new KnownClasses(raw)::restrict : some -> some;
    Map<Precision, Results> byPrecision = new EnumMap<>(Precision.class);
    precisions.forEach((key, some) -> byPrecision.put(key, new Results(counted.apply(some))));
    SortedMap<Integer, Results> bySize = new TreeMap<>();
    profiles.forEach((key, some) -> bySize.put(key, new Results(counted.apply(some))));
    return new Outcome(
        raw,
        new Results(counted.apply(raw)),
        single.isEmpty() ? null : new Results(counted.apply(single)),
        sizes.single(),
        bySize,
        byPrecision,
        members.stream().map(some -> new Results(counted.apply(some))).toList(),
        exports);
  }

  private static List<Prediction> list() {
    return new ArrayList<>();
  }
}
