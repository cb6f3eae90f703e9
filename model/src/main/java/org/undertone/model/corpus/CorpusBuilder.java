// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.undertone.model.corpus.CorpusReport.Reason;
import org.undertone.model.corpus.CorpusReport.Rejection;

/** Gathers clips and rejections while a corpus is read. */
final class CorpusBuilder {
  private final String name;
  private final String format;
  private final List<Clip> clips = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  CorpusBuilder(String name, String format) {
    this.name = name;
    this.format = format;
  }

  String corpus() {
    return name;
  }

  /** Takes a clip, or rejects it if its file has no bytes. */
  void add(CorpusTree tree, Clip clip) {
    if (tree.size(clip.file()) == 0) {
      reject(clip.file(), Reason.EMPTY, "0 bytes");
    } else {
      clips.add(clip);
    }
  }

  void reject(String file, Reason reason, String detail) {
    rejections.add(new Rejection(file, reason, detail));
  }

  void note(String note) {
    notes.add(note);
  }

  /** Reports all files of a tree that carry sound in a form that is not read here. */
  void rejectUnsupported(CorpusTree tree) {
    for (String file : tree.files()) {
      if (FileNames.isForeignAudio(file)) {
        reject(file, Reason.UNSUPPORTED_FORMAT, "convert it to WAV or FLAC");
      }
    }
  }

  Corpus build() {
    List<Clip> sorted = new ArrayList<>(oneSexPerSpeaker());
    sorted.sort(Comparator.comparing(Clip::file));
    return new Corpus(nameOf(sorted), format, sorted, new CorpusReport(rejections, notes));
  }

  /** The clips may all be of a corpus with a narrower name than the format's. */
  private String nameOf(List<Clip> sorted) {
    List<String> names = sorted.stream().map(Clip::corpus).distinct().toList();
    return names.size() == 1 ? names.get(0) : name;
  }

  /** A speaker whose clips disagree on the sex (ASED has five) gets the one that most clips state. */
  private List<Clip> oneSexPerSpeaker() {
    Map<String, int[]> votes = new TreeMap<>();
    for (Clip clip : clips) {
      int[] vote = votes.computeIfAbsent(clip.speaker(), speaker -> new int[2]);
      if (clip.sex() == Sex.FEMALE) {
        vote[0]++;
      } else if (clip.sex() == Sex.MALE) {
        vote[1]++;
      }
    }
    Map<String, Sex> settled = new TreeMap<>();
    votes.forEach(
        (speaker, vote) -> {
          if (vote[0] > 0 && vote[1] > 0) {
            Sex sex = vote[0] > vote[1] ? Sex.FEMALE : vote[1] > vote[0] ? Sex.MALE : Sex.UNKNOWN;
            settled.put(speaker, sex);
            notes.add(
                "speaker "
                    + speaker
                    + " is female in "
                    + vote[0]
                    + " and male in "
                    + vote[1]
                    + " clips; taken as "
                    + sex.name().toLowerCase(Locale.ROOT));
          }
        });
    return clips.stream()
        .map(
            clip ->
                settled.containsKey(clip.speaker())
                    ? clip.withSex(settled.get(clip.speaker()))
                    : clip)
        .toList();
  }
}
