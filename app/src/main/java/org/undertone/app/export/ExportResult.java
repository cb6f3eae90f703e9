// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

/**
 * What an export holds; immutable.
 *
 * @param sessions number of sessions
 * @param clips clips with an emotion, those of metadata.csv
 * @param unlabelled clips without one
 * @param clipSeconds length of all clips together, seconds
 * @param bytes size of the ZIP
 * @param missingAudio sessions whose kept audio was not there or no WAV file, and that have no clips
 *     therefore
 */
public record ExportResult(
    int sessions, int clips, int unlabelled, double clipSeconds, long bytes, int missingAudio) {}
