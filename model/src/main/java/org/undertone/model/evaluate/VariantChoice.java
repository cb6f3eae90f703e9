// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of the best of several variants when no fold chooses its own: each is judged by the
 * variant that is best on the other folds. Immutable.
 *
 * @param accuracy weighted accuracy over the folds
 * @param chosen in how many folds each variant was chosen, by its name, in the order of the variants
 */
record VariantChoice(Summary accuracy, Map<String, Integer> chosen) {

  /**
   * Chooses.
   *
   * @param variants the results of each, by its name, all of the same folds; of equals the first is
   *     chosen
   * @return null if there are fewer than two folds
   */
  static VariantChoice of(Map<String, Results> variants) {
    Map<String, Map<Integer, ConfusionMatrix>> folds = new LinkedHashMap<>();
    variants.forEach((name, results) -> folds.put(name, results.byFold()));
    Map<Integer, ConfusionMatrix> any = folds.values().iterator().next();
    if (any.size() < 2) {
      return null;
    }
    List<String> names = new ArrayList<>();
    List<Double> accuracies = new ArrayList<>();
    for (int fold : any.keySet()) {
      String best = null;
      for (String name : folds.keySet()) {
        if (best == null || others(folds.get(name), fold) > others(folds.get(best), fold)) {
          best = name;
        }
      }
      names.add(best);
      accuracies.add(folds.get(best).get(fold).weightedAccuracy());
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    folds.keySet().forEach(name -> counts.put(name, Collections.frequency(names, name)));
    counts.values().removeIf(count -> count == 0);
    return new VariantChoice(Summary.of(accuracies), counts);
  }

  private static double others(Map<Integer, ConfusionMatrix> folds, int left) {
    return folds.entrySet().stream()
        .filter(fold -> fold.getKey() != left)
        .mapToDouble(fold -> fold.getValue().weightedAccuracy())
        .average()
        .orElseThrow();
  }
}
