// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.undertone.ser.Emotion;
import org.undertone.ser.audio.AudioSource;

/**
 * One labelled recording of one speaker. Immutable. What a corpus does not state is an empty string.
 *
 * @param corpus name of the corpus
 * @param file path within the corpus, with slashes
 * @param speaker who speaks, unique across corpora, such as ravdess_01
 * @param sex sex of the speaker
 * @param emotion what is to be heard
 * @param intensity how strongly, in the corpus' own word
 * @param statement what is said, in the corpus' own code
 * @param repetition which take
 * @param channel spoken or sung
 * @param audio where the sound is
 */
public record Clip(
    String corpus,
    String file,
    String speaker,
    Sex sex,
    Emotion emotion,
    String intensity,
    String statement,
    String repetition,
    Channel channel,
    ClipAudio audio) {

  public Clip {
    Objects.requireNonNull(corpus, "corpus");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sex, "sex");
    Objects.requireNonNull(emotion, "emotion");
    Objects.requireNonNull(intensity, "intensity");
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(repetition, "repetition");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(audio, "audio");
    if (speaker.isBlank()) {
      throw new IllegalArgumentException(file + ": a clip needs a speaker");
    }
  }

  /** Opens the sound from its start. The caller closes it. */
  public AudioSource open() throws IOException {
    return audio.open();
  }

  /** Returns a name that is unique across corpora: corpus and file. */
  public String id() {
    return corpus + "/" + file;
  }

  /** Returns the names of the corpora that some clips are of, in order. */
  public static SortedSet<String> corpora(Collection<Clip> clips) {
    SortedSet<String> corpora = new TreeSet<>();
    clips.forEach(clip -> corpora.add(clip.corpus));
    return corpora;
  }

  Clip withSex(Sex other) {
    return new Clip(
        corpus, file, speaker, other, emotion, intensity, statement, repetition, channel, audio);
  }
}
