// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

/**
 * Where a training stands after an epoch.
 *
 * @param trainLoss mean cross-entropy over the epoch's batches, nats
 * @param trainAccuracy share of right rows over the epoch's batches
 * @param testLoss mean cross-entropy of the watched rows; not a number without any
 * @param testAccuracy share of the watched rows that are right; not a number without any
 */
public record CurvePoint(
    double trainLoss, double trainAccuracy, double testLoss, double testAccuracy) {}
