// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

/**
 * What is repeated over splits: one learner on one set of clips and features.
 *
 * @param clips which clips
 * @param features what is known of them
 * @param method how is learnt
 * @param scaled whether features are scaled by the training clips even where the learner does not need it
 * @param bySpeaker whether each feature is normalised by its mean and deviation over all clips of the speaker
 * @param permuted whether features are shuffled, one at a time, to see how much they are needed
 */
record Series(
    ClipSet clips,
    FeatureKind features,
    Method method,
    boolean scaled,
    boolean bySpeaker,
    boolean permuted) {

  static Series of(ClipSet clips, FeatureKind features, Method method) {
    return new Series(clips, features, method, false, false, false);
  }

  Series withScaling() {
    return new Series(clips, features, method, true, bySpeaker, permuted);
  }

  Series normalisedBySpeaker() {
    return new Series(clips, features, method, scaled, true, permuted);
  }

  Series withPermutation() {
    return new Series(clips, features, method, scaled, bySpeaker, true);
  }

  Series on(ClipSet others) {
    return new Series(others, features, method, scaled, bySpeaker, permuted);
  }

  /** Returns everything that its results depend on but the data and the seed, as text. */
  String settings() {
    return String.join(
        "|",
        clips.toString(),
        features.name(),
        method.settings(),
        "scaled=" + scaled,
        "bySpeaker=" + bySpeaker,
        "permuted=" + permuted);
  }
}
