// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.List;
import java.util.Objects;

/** What must hold of a recipe, so that a wrong one fails before any clip is read. */
final class RecipeChecks {
  private static final int MOST_MEMBERS = 16;

  private RecipeChecks() {}

  /**
   * Checks a recipe, and how its experts fit it.
   *
   * @throws IllegalArgumentException if a value makes no sense; the message names it
   */
  static void check(Recipe recipe) {
    check(recipe.network(), recipe.windowFrames());
    RecipeSpec.check(recipe);
    check(recipe.training());
    check(recipe.augmentation());
    require(
        recipe.augmentation().floorJitterDb() < recipe.floorDb(),
        "floorJitterDb must be below floorDb");
    double weights = 0;
    for (Recipe.Expert expert : recipe.experts()) {
      Recipe other = expert.recipe();
      require(
          other.mfcc().equals(recipe.mfcc())
              && other.windowFrames() == recipe.windowFrames()
              && other.floorDb() == recipe.floorDb()
              && other.augmentation().speeds().equals(recipe.augmentation().speeds()),
          "the expert " + other.name() + " is of other features, windowFrames, floorDb or speeds");
      require(expert.weight() > 0, "the weight of the expert " + other.name() + " must be above 0");
      weights += expert.weight();
    }
    require(weights < 1, "the weights of the experts must leave something of 1 to the own nets");
  }

  private static void check(Recipe.NetworkShape network, int windowFrames) {
    requireNumbers("channels", network.channels());
    requireNumbers("kernels", network.kernels());
    requireNumbers("pools", network.pools());
    int blocks = network.channels().size();
    require(
        blocks > 0 && network.kernels().size() == blocks && network.pools().size() == blocks,
        "channels, kernels and pools must be as many, at least one");
    require(
        network.members() > 0 && network.members() <= MOST_MEMBERS,
        "members is " + network.members() + ", must be 1 to " + MOST_MEMBERS);
    require(network.stemStride() > 0, "stemStride must be above 0");
    requireOdd(network.stemKernel());
    int frames = (windowFrames - 1) / network.stemStride() + 1;
    for (int i = 0; i < blocks; i++) {
      require(network.channels().get(i) > 0, "channels must be above 0");
      requireOdd(network.kernels().get(i));
      require(network.pools().get(i) > 0, "pools must be above 0, 1 for none");
      frames /= network.pools().get(i);
    }
    require(frames > 0, "the pools leave nothing of " + windowFrames + " frames");
    requireNotNegative("squeeze", network.squeeze());
    requireNotNegative("attention", network.attention());
    requireBelowOne("dropout", network.dropout());
  }

  private static void requireOdd(int kernel) {
    require(kernel > 0 && kernel % 2 == 1, "kernel length " + kernel + " is not odd");
  }

  static void check(Recipe.Training training) {
    require(training.epochs() > 0, "epochs is " + training.epochs() + ", must be above 0");
    require(training.batchSize() > 1, "batchSize is " + training.batchSize() + ", must be above 1");
    require(training.learningRate() > 0, "learningRate must be above 0");
    requireNotNegative("warmupEpochs", training.warmupEpochs());
    requireNotNegative("weightDecay", training.weightDecay());
    requireBelowOne("labelSmoothing", training.labelSmoothing());
    requireBelowOne("averaging", training.averaging());
    requireProbability("mixupProbability", training.mixupProbability());
    require(training.mixupAlpha() > 0, "mixupAlpha must be above 0");
    require(
        training.clipsPerEpoch() != null
            && training.clipsPerEpoch().values().stream().allMatch(n -> n != null && n >= 0),
        "clipsPerEpoch must have numbers of 0 or more");
  }

  private static void check(Recipe.Augmentation augmentation) {
    requireNumbers("speeds", augmentation.speeds());
    require(augmentation.speeds().contains(1.0), "the speeds lack 1.0");
    for (double speed : augmentation.speeds()) {
      require(speed >= 0.5 && speed <= 2, "speed " + speed + " is not within 0.5 to 2");
    }
    requireNotNegative("floorJitterDb", augmentation.floorJitterDb());
    requireNotNegative("equaliserDb", augmentation.equaliserDb());
    requireNotNegative("timeMaskFrames", augmentation.timeMaskFrames());
    requireNotNegative("bandMaskCoefficients", augmentation.bandMaskCoefficients());
    requireProbability("noiseProbability", augmentation.noiseProbability());
    requireProbability("wholeProbability", augmentation.wholeProbability());
    requireProbability("reverberationProbability", augmentation.reverberationProbability());
    requireProbability("phoneProbability", augmentation.phoneProbability());
    require(
        augmentation.noiseMinSnrDb() <= augmentation.noiseMaxSnrDb(),
        "noiseMinSnrDb is above noiseMaxSnrDb");
  }

  private static void requireNumbers(String name, List<?> values) {
    require(
        values != null && values.stream().noneMatch(Objects::isNull),
        name + " is null or has a null");
  }

  private static void requireNotNegative(String name, double value) {
    require(value >= 0, name + " is " + value + ", must be 0 or more");
  }

  private static void requireBelowOne(String name, double value) {
    require(value >= 0 && value < 1, name + " is " + value + ", must be 0 or more and below 1");
  }

  private static void requireProbability(String name, double value) {
    require(value >= 0 && value <= 1, name + " is " + value + ", must be from 0 to 1");
  }

  static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
