// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What of a corpus is not used, file by file, and what was noticed about the rest. Immutable.
 *
 * @param rejections files that are not used, in the order in which they were met
 * @param notes remarks about clips that are used
 */
public record CorpusReport(List<Rejection> rejections, List<String> notes) {

  /** Why a file is not used. */
  public enum Reason {
    BAD_NAME("name does not follow the corpus' scheme"),
    BAD_ROW("row of the list cannot be used"),
    UNMAPPED_EMOTION("emotion without an equivalent among the eight"),
    UNSUPPORTED_FORMAT("neither WAV nor FLAC"),
    UNREADABLE("damaged or unreadable sound"),
    EMPTY("no sound in it"),
    DUPLICATE_AUDIO("same sound as another clip"),
    CONFLICTING_LABELS("same sound as a clip of another emotion"),
    MISSING("listed, but not there"),
    NOT_LISTED("there, but not listed");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** Returns the reason in words. */
    public String words() {
      return words;
    }
  }

  /**
   * One file that is not used.
   *
   * @param file path within the corpus
   * @param reason why
   * @param detail what was found where
   */
  public record Rejection(String file, Reason reason, String detail) {}

  public CorpusReport {
    rejections = List.copyOf(rejections);
    notes = List.copyOf(notes);
  }

  /** Returns the files not used for one reason. */
  public List<Rejection> rejections(Reason reason) {
    return rejections.stream().filter(rejection -> rejection.reason() == reason).toList();
  }

  /** Returns how many files are not used, by reason; reasons that did not occur are left out. */
  public Map<Reason, Integer> counts() {
    Map<Reason, Integer> counts = new TreeMap<>();
    rejections.forEach(rejection -> counts.merge(rejection.reason(), 1, Integer::sum));
    return counts;
  }

  /** Returns the report as lines of text, with at most {@code examples} files for each reason. */
  public List<String> lines(int examples) {
    List<String> lines = new ArrayList<>();
    counts()
        .forEach(
            (reason, count) -> {
              lines.add(String.format(Locale.ROOT, "not used: %d (%s)", count, reason.words()));
              List<Rejection> these = rejections(reason);
              these.stream()
                  .limit(examples)
                  .forEach(one -> lines.add("  " + one.file() + ": " + one.detail()));
              if (count > examples && examples > 0) {
                lines.add("  … and " + (count - examples) + " more");
              }
            });
    notes.forEach(note -> lines.add("note: " + note));
    return lines;
  }

  CorpusReport plus(List<Rejection> moreRejections, List<String> moreNotes) {
    return new CorpusReport(
        Stream.concat(rejections.stream(), moreRejections.stream()).toList(),
        Stream.concat(notes.stream(), moreNotes.stream()).toList());
  }
}
