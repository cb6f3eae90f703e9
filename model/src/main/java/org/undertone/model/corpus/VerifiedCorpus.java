// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

/**
 * A corpus whose every clip was decoded once: none is damaged, empty or a copy of another.
 *
 * @param corpus the clips left, and the report with those that were taken out
 * @param seconds length of all clips left
 * @param sha256 SHA-256 in hex over the names and the sound, as 16-bit mono PCM, of all clips left
 */
public record VerifiedCorpus(Corpus corpus, double seconds, String sha256) {}
