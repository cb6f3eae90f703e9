// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.Verdict;

/**
 * One verdict as it was stored; immutable.
 *
 * @param startSeconds start of its window, seconds of audio
 * @param endSeconds end of its window, seconds of audio
 * @param state what was heard
 * @param emotion the emotion shown, or null
 * @param scores calibrated, smoothed scores, or null without speech
 */
public record StoredScores(
    double startSeconds,
    double endSeconds,
    Verdict.State state,
    Emotion emotion,
    EmotionScores scores) {}
