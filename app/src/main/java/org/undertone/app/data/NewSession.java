// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.time.Instant;

/**
 * What is known of a session when it begins; immutable.
 *
 * @param startedAt by the clock of the device
 * @param mode what it is recorded for
 * @param modelName name of the model
 * @param modelHash SHA-256 of its network, hexadecimal
 * @param sampleRate rate of the samples that will come, the model's, Hz
 * @param profileName whose voice profile is used, or empty
 * @param keepAudio whether to keep the samples
 */
public record NewSession(
    Instant startedAt,
    SessionMode mode,
    String modelName,
    String modelHash,
    int sampleRate,
    String profileName,
    boolean keepAudio) {}
