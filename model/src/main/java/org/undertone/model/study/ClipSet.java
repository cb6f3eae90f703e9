// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.Locale;
import org.undertone.model.corpus.Channel;
import org.undertone.model.corpus.Sex;

/**
 * Which clips an experiment is about.
 *
 * @param channels spoken, sung or both
 * @param voices whose
 * @param classes of which emotions
 * @param withCopies whether copies of a recording are left in, as the write-ups do
 */
record ClipSet(Channels channels, Voices voices, ClassSet classes, boolean withCopies) {

  /** Spoken, sung or both. */
  enum Channels {
    SPEECH,
    SONG,
    BOTH;

    boolean has(Channel channel) {
      return this == BOTH || channel.name().equals(name());
    }

    String words() {
      return this == BOTH ? "speech and song" : name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whose voices. */
  enum Voices {
    ALL,
    MALE,
    FEMALE;

    boolean has(Sex sex) {
      return this == ALL || sex.name().equals(name());
    }

    String words() {
      return this == ALL ? "all actors" : name().toLowerCase(Locale.ROOT) + " actors";
    }
  }

  static ClipSet speech(ClassSet classes) {
    return new ClipSet(Channels.SPEECH, Voices.ALL, classes, false);
  }

  ClipSet of(Voices other) {
    return new ClipSet(channels, other, classes, withCopies);
  }

  ClipSet withTheCopies() {
    return new ClipSet(channels, voices, classes, true);
  }

  /** Returns whether a clip belongs to it. */
  boolean has(StudyClip clip) {
    return channels.has(clip.clip().channel())
        && voices.has(clip.clip().sex())
        && classes.indexOf(clip.clip().emotion()) >= 0
        && (withCopies || !clip.copy());
  }

  /** Returns its name for people. */
  String words() {
    return channels.words()
        + ", "
        + voices.words()
        + ", "
        + classes.words()
        + (withCopies ? ", copies left in" : "");
  }
}
