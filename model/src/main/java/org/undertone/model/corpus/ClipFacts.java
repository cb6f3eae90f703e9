// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import org.undertone.ser.Emotion;

/**
 * What a name or a row of a list says of a clip.
 *
 * @param speaker unique across corpora
 * @param label the emotion in the corpus' own word
 */
record ClipFacts(
    String speaker,
    Sex sex,
    String label,
    String intensity,
    String statement,
    String repetition,
    Channel channel) {

  /** Facts of spoken clips where nothing but speaker and emotion is known. */
  static ClipFacts of(String speaker, Sex sex, String label) {
    return new ClipFacts(speaker, sex, label, "", "", "", Channel.SPEECH);
  }

  ClipFacts saying(String statement, String repetition) {
    return new ClipFacts(speaker, sex, label, intensity, statement, repetition, channel);
  }

  ClipFacts withIntensity(String intensity) {
    return new ClipFacts(speaker, sex, label, intensity, statement, repetition, channel);
  }

  ClipFacts withSex(Sex sex) {
    return new ClipFacts(speaker, sex, label, intensity, statement, repetition, channel);
  }

  Clip clip(String corpus, String file, Emotion emotion, ClipAudio audio) {
    return new Clip(
        corpus, file, speaker, sex, emotion, intensity, statement, repetition, channel, audio);
  }
}
