// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.io.File;
import java.util.List;

/**
 * A whole session; immutable.
 *
 * @param summary its row in the history
 * @param modelName name of the model that judged it
 * @param modelHash SHA-256 of that model's network, hexadecimal
 * @param sampleRate rate of the kept audio, Hz
 * @param profileName whose voice profile was used, or empty
 * @param segments what was heard, in order of time, without gaps
 * @param alerts alerts, in order of time
 * @param events interruptions and the like, in order of time
 * @param audio the kept audio, 16-bit mono WAV at {@code sampleRate}, or null
 */
public record SessionDetail(
    SessionSummary summary,
    String modelName,
    String modelHash,
    int sampleRate,
    String profileName,
    List<StoredSegment> segments,
    List<StoredAlert> alerts,
    List<SessionEvent> events,
    File audio) {}
