// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpus;
import org.undertone.model.corpus.CorpusReport.Reason;
import org.undertone.model.corpus.VerifiedCorpus;

/**
 * The clips of an evaluation; immutable.
 *
 * @param clips those that are tested, each in its fold, and trained on in the other folds
 * @param trainOnly those that are trained on and never tested
 * @param sounds hash of the decoded sound of every clip, by {@link Clip#id()}
 * @param copies clips left out because they sound sample for sample as another, by corpus
 */
public record EvaluationClips(
    List<Clip> clips,
    List<Clip> trainOnly,
    Map<String, String> sounds,
    Map<String, Integer> copies) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if there is none to test
   */
  public EvaluationClips {
    clips = List.copyOf(clips);
    trainOnly = List.copyOf(trainOnly);
    sounds = Map.copyOf(sounds);
    copies = Collections.unmodifiableMap(new LinkedHashMap<>(copies));
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("there is no clip to test");
    }
  }

  /**
   * Takes the clips of corpora that were verified together, so that copies were found across them.
   *
   * @throws IllegalArgumentException if two clips have the same name: two folders of the same name
   */
  public static EvaluationClips of(List<VerifiedCorpus> tested, List<VerifiedCorpus> trainOnly) {
    Map<String, String> sounds = new HashMap<>();
    Map<String, Integer> copies = new LinkedHashMap<>();
    for (List<VerifiedCorpus> side : List.of(tested, trainOnly)) {
      for (VerifiedCorpus one : side) {
        Corpus corpus = one.corpus();
        for (Map.Entry<String, String> sound : one.sounds().entrySet()) {
          if (sounds.put(sound.getKey(), sound.getValue()) != null) {
            throw new IllegalArgumentException(
                "two clips are called "
                    + sound.getKey()
                    + ": rename the folder of one of the corpora");
          }
        }
        copies.merge(
            corpus.name(), corpus.report().rejections(Reason.DUPLICATE_AUDIO).size(), Integer::sum);
      }
    }
    return new EvaluationClips(clips(tested), clips(trainOnly), sounds, copies);
  }

  private static List<Clip> clips(List<VerifiedCorpus> corpora) {
    return corpora.stream().flatMap(one -> one.corpus().clips().stream()).toList();
  }

  /** Returns all clips, those to test first. */
  public List<Clip> all() {
    return Stream.concat(clips.stream(), trainOnly.stream()).toList();
  }
}
