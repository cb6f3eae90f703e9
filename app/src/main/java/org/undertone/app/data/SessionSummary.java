// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.time.Instant;
import org.undertone.ser.Emotion;

/**
 * A row of the history; immutable.
 *
 * @param id key in the database
 * @param name the user's name for it, never null; empty if they gave none
 * @param startedAt when it began, by the clock of the device
 * @param durationSeconds seconds of audio heard
 * @param mode what it was recorded for
 * @param end why it ended
 * @param mainEmotion the emotion that lasted longest, corrections included, or null if there was none
 * @param strip the whole session in a few labels
 * @param hasAudio whether audio was kept
 * @param alerts number of alerts
 * @param note the user's words on it, never null, may be empty
 */
public record SessionSummary(
    long id,
    String name,
    Instant startedAt,
    double durationSeconds,
    SessionMode mode,
    EndReason end,
    Emotion mainEmotion,
    LabelStrip strip,
    boolean hasAudio,
    int alerts,
    String note) {}
