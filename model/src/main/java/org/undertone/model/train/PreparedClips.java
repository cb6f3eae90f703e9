// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.undertone.model.Digests;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.ser.Emotion;
import org.undertone.ser.feature.MfccSpec;

/** Clips with their features, ready for any number of trainings by recipes of the same features. */
public final class PreparedClips {
  private final List<TrainingClip> clips;
  private final MfccSpec mfcc;
  private final List<Double> speeds;

  private PreparedClips(List<TrainingClip> clips, MfccSpec mfcc, List<Double> speeds) {
    this.clips = List.copyOf(clips);
    this.mfcc = mfcc;
    this.speeds = speeds;
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
    return new PreparedClips(List.of(prepared), recipe.mfcc(), recipe.augmentation().speeds());
  }

  /** Returns whether a recipe has the features and the speeds that the clips were prepared with. */
  public boolean suits(Recipe recipe) {
    return recipe.mfcc().equals(mfcc) && recipe.augmentation().speeds().equals(speeds);
  }

  /** Returns the clips of some speakers. */
  public PreparedClips ofSpeakers(Set<String> speakers) {
    return new PreparedClips(
        clips.stream().filter(clip -> speakers.contains(clip.speaker())).toList(), mfcc, speeds);
  }

  /**
   * Returns some of the clips, in their order here.
   *
   * @param ids as in {@link Clip#id()}
   */
  public PreparedClips ofClips(Set<String> ids) {
    return new PreparedClips(
        clips.stream().filter(clip -> ids.contains(clip.id())).toList(), mfcc, speeds);
  }

  /** Returns the clips with their labels dealt out anew by a seed: a control that must not learn. */
  public PreparedClips withShuffledLabels(long seed) {
    List<Emotion> labels = new ArrayList<>(clips.stream().map(TrainingClip::emotion).toList());
    Collections.shuffle(labels, new Random(seed));
    List<TrainingClip> relabelled = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      relabelled.add(clips.get(i).labelled(labels.get(i)));
    }
    return new PreparedClips(relabelled, mfcc, speeds);
  }

  /** Returns the {@link Clip#id()} of every clip, in order. */
  public List<String> ids() {
    return clips.stream().map(TrainingClip::id).toList();
  }

  /** Returns the speakers, sorted. */
  public SortedSet<String> speakers() {
    return clips.stream()
        .map(TrainingClip::speaker)
        .collect(Collectors.toCollection(() -> new TreeSet<>()));
  }

  /** Returns a hash over names, speakers, labels and frames of all clips, in hexadecimal digits. */
  public String fingerprint() {
    StringBuilder text = new StringBuilder();
    for (TrainingClip clip : clips) {
      text.append(clip.id()).append('\t').append(clip.speaker());
      text.append('\t').append(clip.emotion().label());
      text.append('\t').append(clip.checksum()).append('\n');
    }
    return Digests.sha256Hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the number of clips. */
  public int size() {
    return clips.size();
  }

  /** Returns the place of speed 1 among the speeds of the clips. */
  int plainSpeed() {
    return speeds.indexOf(1.0);
  }

  List<TrainingClip> clips() {
    return clips;
  }
}
