// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Map;

/**
 * A corpus whose every clip was decoded once: none is damaged, empty or a copy of another.
 *
 * @param corpus the clips left, and the report with those that were taken out
 * @param seconds length of all clips left
 * @param sha256 SHA-256 in hex over the names and the sound, as 16-bit mono PCM, of all clips left
 * @param sounds MD5 in hex of the sound, as 16-bit mono PCM, of every clip left, by {@link Clip#id()}
 */
public record VerifiedCorpus(
    Corpus corpus, double seconds, String sha256, Map<String, String> sounds) {

  public VerifiedCorpus {
    sounds = Map.copyOf(sounds);
  }
}
