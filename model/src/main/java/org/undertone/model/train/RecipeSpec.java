// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.Arrays;
import java.util.List;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.FeatureStatistics;
import org.undertone.ser.infer.ModelSpec;

/** What a model says of itself, as far as its recipe fixes it. */
final class RecipeSpec {
  private RecipeSpec() {}

  /**
   * Returns the description of a recipe's model, not calibrated yet.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  static ModelSpec of(Recipe recipe, FeatureStatistics statistics, String provenance) {
    return new ModelSpec(
        recipe.name(),
        List.of(Emotion.values()),
        recipe.mfcc(),
        recipe.windowFrames(),
        recipe.hopFrames(),
        recipe.floorDb(),
        recipe.minSpeechSeconds(),
        statistics,
        recipe.profilePriorFrames(),
        1,
        recipe.unsureThreshold(),
        provenance);
  }

  /**
   * Checks what the model's description checks, before there are clips to take statistics of.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  static void check(Recipe recipe) {
    float[] deviations = new float[recipe.mfcc().nMfcc()];
    Arrays.fill(deviations, 1);
    of(recipe, new FeatureStatistics(new float[deviations.length], deviations), "{}");
  }
}
