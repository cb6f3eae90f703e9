// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;

/** Clips with their features, ready for any number of trainings by recipes of the same features. */
public final class PreparedClips {
  private final List<TrainingClip> clips;
  private final int plainSpeed;

  private PreparedClips(List<TrainingClip> clips, int plainSpeed) {
    this.clips = List.copyOf(clips);
    this.plainSpeed = plainSpeed;
  }

  /**
   * Reads and analyses all clips on all cores.
   *
   * @throws IOException if one cannot be read
   */
  public static PreparedClips prepare(Recipe recipe, List<Clip> clips, Progress progress)
      throws IOException {
    ClipPreparation preparation =
        new ClipPreparation(recipe.mfcc(), recipe.augmentation().speeds());
    TrainingClip[] prepared = new TrainingClip[clips.size()];
    AtomicInteger done = new AtomicInteger();
    try {
      IntStream.range(0, prepared.length)
          .parallel()
          .forEach(
              i -> {
                try {
                  prepared[i] = preparation.prepare(clips.get(i));
                } catch (IOException e) {
                  throw new UncheckedIOException(clips.get(i).id() + ": " + e.getMessage(), e);
                } catch (IllegalArgumentException e) {
                  throw new UncheckedIOException(
                      new IOException(clips.get(i).id() + ": " + e.getMessage(), e));
                }
                synchronized (progress) {
                  progress.at(done.incrementAndGet(), prepared.length);
                }
              });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    return new PreparedClips(List.of(prepared), recipe.augmentation().speeds().indexOf(1.0));
  }

  /** Returns the clips of some speakers. */
  public PreparedClips ofSpeakers(Set<String> speakers) {
    List<TrainingClip> subset = new ArrayList<>();
    for (TrainingClip clip : clips) {
      if (speakers.contains(clip.speaker())) {
        subset.add(clip);
      }
    }
    return new PreparedClips(subset, plainSpeed);
  }

  /** Returns the number of clips. */
  public int size() {
    return clips.size();
  }

  /** Returns the place of speed 1 among the speeds of the clips. */
  int plainSpeed() {
    return plainSpeed;
  }

  List<TrainingClip> clips() {
    return clips;
  }
}
