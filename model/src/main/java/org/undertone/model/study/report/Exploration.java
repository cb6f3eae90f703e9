// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.io.IOException;
import java.util.Objects;
import org.undertone.model.corpus.Corpus;

/**
 * The study's first experiment: what is in a corpus before anything learns from it. Immutable.
 * Features are handed in, so that they are computed once for all experiments.
 */
public final class Exploration {
  private final Corpus speech;
  private final FeatureTable speechFeatures;
  private final Corpus song;
  private final FeatureTable songFeatures;

  private Exploration(
      Corpus speech, FeatureTable speechFeatures, Corpus song, FeatureTable songFeatures) {
    this.speech = speech;
    this.speechFeatures = speechFeatures;
    this.song = song;
    this.songFeatures = songFeatures;
  }

  /**
   * Looks at spoken clips.
   *
   * @param features of the clips; columns named as by ClipFeatures are described, and {@code
   *     duration_s} if it is there
   */
  public static Exploration of(Corpus speech, FeatureTable features) {
    return new Exploration(
        Objects.requireNonNull(speech, "speech"),
        Objects.requireNonNull(features, "features"),
        null,
        null);
  }

  /** Returns an exploration that compares the same with sung clips. */
  public Exploration withSong(Corpus sung, FeatureTable features) {
    return new Exploration(
        speech,
        speechFeatures,
        Objects.requireNonNull(sung, "sung"),
        Objects.requireNonNull(features, "features"));
  }

  /**
   * Makes the section. Reads one clip of each emotion.
   *
   * @throws IOException if a clip cannot be read
   */
  public StudySection section() throws IOException {
    StudySection.Builder section =
        StudySection.builder("exploration", "1. Exploration")
            .paragraph(
                "What is in the recordings before anything learns from them: who speaks how often"
                    + " in which emotion, what it looks like, and which features tell emotions"
                    + " apart.");
    section.heading("Balance: speech");
    new Balance(speech, "speech").addTo(section);
    if (song != null) {
      section.heading("Balance: song");
      new Balance(song, "song").addTo(section);
    }
    section.heading("One sentence in every emotion");
    OneSentence.of(speech).addTo(section);
    section.heading("Features");
    new FeatureBlocks(speechFeatures).addTo(section);
    if (song != null) {
      section.heading("Speech against song");
      new SongComparison(speechFeatures, songFeatures).addTo(section);
    }
    return section.build();
  }
}
