// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.undertone.model.corpus.AudioScan;
import org.undertone.model.corpus.Channel;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpus;
import org.undertone.model.corpus.CorpusReport.Reason;
import org.undertone.model.corpus.CorpusReport.Rejection;
import org.undertone.model.corpus.Progress;
import org.undertone.model.corpus.SpeakerFolds;
import org.undertone.model.corpus.VerifiedCorpus;
import org.undertone.ser.Emotion;

/** The clips of a study and its folds of actors. Immutable. */
public final class StudyClips {
  /** Groups of speakers. */
  static final int FOLDS = 6;

  private final List<StudyClip> clips;
  private final SpeakerFolds folds;
  private final List<String> notes;

  private StudyClips(List<StudyClip> clips, SpeakerFolds folds, List<String> notes) {
    this.clips = List.copyOf(clips);
    this.folds = folds;
    this.notes = List.copyOf(notes);
  }

  /**
   * Takes the clips of a corpus of speech, and of one of song by the same actors, after every clip was decoded once. Copies
   * stay, and are marked.
   *
   * @param song null for none
   * @throws IOException if emotions or speakers are missing; the message says which
   */
  public static StudyClips of(Corpus speech, Corpus song, StudySettings settings, Progress progress)
      throws IOException {
    List<Corpus> corpora = song == null ? List.of(speech) : List.of(speech, song);
    List<StudyClip> clips = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<VerifiedCorpus> verified = AudioScan.verify(corpora, progress);
    for (int i = 0; i < corpora.size(); i++) {
      clips.addAll(marked(corpora.get(i), verified.get(i)));
      notes.addAll(verified.get(i).corpus().report().lines(5));
    }
    List<StudyClip> spoken = clips.stream().filter(one -> isSpoken(one.clip())).toList();
    check(speech, song, spoken, clips);
    SpeakerFolds folds = folds(spoken, settings);
    Set<String> actors = settings.actors(folds);
    List<StudyClip> kept =
        clips.stream()
            .filter(one -> actors.contains(one.clip().speaker()) && settings.takes(one.clip()))
            .toList();
    return new StudyClips(kept, restricted(folds, actors), notes);
  }

  private static List<StudyClip> marked(Corpus corpus, VerifiedCorpus verified) {
    Map<String, String> firstOf = new HashMap<>();
    for (Rejection copy : verified.corpus().report().rejections(Reason.DUPLICATE_AUDIO)) {
      firstOf.put(copy.file(), copy.detail());
    }
    List<StudyClip> clips = new ArrayList<>();
    for (Clip clip : corpus.clips()) {
      String sound = verified.sounds().get(clip.id());
      if (sound != null) {
        clips.add(new StudyClip(clip, sound, false));
      } else if (firstOf.containsKey(clip.file())) {
        clips.add(new StudyClip(clip, firstOf.get(clip.file()), true));
      }
    }
    return clips;
  }

  private static boolean isSpoken(Clip clip) {
    return clip.channel() == Channel.SPEECH;
  }

  private static void check(
      Corpus speech, Corpus song, List<StudyClip> spoken, List<StudyClip> clips)
      throws IOException {
    Set<Emotion> missing = new TreeSet<>(Set.of(Emotion.values()));
    spoken.forEach(one -> missing.remove(one.clip().emotion()));
    if (!missing.isEmpty()) {
      throw new IOException(
          speech.name()
              + " has no spoken clips that are "
              + missing.stream().map(Emotion::label).collect(Collectors.joining(", "))
              + ": the study needs RAVDESS' eight emotions");
    }
    Set<String> speakers = speakers(spoken);
    if (speakers.size() < FOLDS) {
      throw new IOException(
          speech.name()
              + " has "
              + speakers.size()
              + " speakers: the study needs six groups of them, so six or more");
    }
    if (song != null) {
      List<StudyClip> sung = clips.stream().filter(one -> !isSpoken(one.clip())).toList();
      if (sung.isEmpty()) {
        throw new IOException(song.name() + " has no clip that is sung");
      }
      Set<String> singers = speakers(sung);
      singers.removeAll(speakers);
      if (!singers.isEmpty()) {
        throw new IOException(
            song.name()
                + " has singers who do not speak in "
                + speech.name()
                + ", such as "
                + singers.iterator().next()
                + ": song and speech must be of the same actors");
      }
    }
  }

  private static Set<String> speakers(List<StudyClip> clips) {
    return clips.stream()
        .map(one -> one.clip().speaker())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** RAVDESS has folds that everyone can name; speakers of other corpora are spread. */
  private static SpeakerFolds folds(List<StudyClip> spoken, StudySettings settings) {
    List<Clip> clips = spoken.stream().map(StudyClip::clip).toList();
    try {
      return SpeakerFolds.ravdess(clips);
    } catch (IllegalArgumentException e) {
      return SpeakerFolds.grouped(clips, FOLDS, settings.seed());
    }
  }

  private static SpeakerFolds restricted(SpeakerFolds folds, Set<String> actors) {
    List<Set<String>> some = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      Set<String> speakers = new HashSet<>(folds.speakers(fold));
      speakers.retainAll(actors);
      some.add(speakers);
    }
    return SpeakerFolds.of(some);
  }

  /** Returns all clips. */
  List<StudyClip> all() {
    return clips;
  }

  /** Returns the places among all clips of those of a set. */
  List<Integer> places(ClipSet set) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      if (set.has(clips.get(i))) {
        places.add(i);
      }
    }
    return places;
  }

  boolean hasSong() {
    return clips.stream().anyMatch(one -> !isSpoken(one.clip()));
  }

  SpeakerFolds folds() {
    return folds;
  }

  /** Returns what was found amiss when the clips were decoded, a line each. */
  List<String> notes() {
    return notes;
  }
}
