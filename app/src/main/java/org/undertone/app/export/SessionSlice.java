// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.StoredSegment;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/**
 * What is exported of a session; immutable.
 *
 * @param detail the session
 * @param whole whether all of it is exported, and not only some segments
 * @param parts the segments to export, in order of time
 */
record SessionSlice(SessionDetail detail, boolean whole, List<Part> parts) {
  /** Word for a segment with speech that no emotion fits. */
  static final String UNSURE = "unsure";

  /** Word for a segment without speech. */
  static final String NO_SPEECH = "no speech";

  /**
   * A segment of the session.
   *
   * @param number its place among all of the session's segments, from 1 on
   */
  record Part(int number, StoredSegment stored) {
    Segment segment() {
      return stored.segment();
    }

    /** Returns whether it has an emotion, and so may teach a model. */
    boolean isLabelled() {
      return stored.emotion() != null;
    }

    /** Returns whether its sound is wanted. */
    boolean isClip(ExportOptions options) {
      boolean speech = segment().state() != Verdict.State.NO_SPEECH;
      return options.audio() && (isLabelled() || speech || !options.onlySpeech());
    }

    /** Returns the correction where there is one, else what the model heard. */
    String label() {
      return isLabelled() ? stored.emotion().label() : modelLabel();
    }

    String modelLabel() {
      switch (segment().state()) {
        case EMOTION:
          return segment().emotion().label();
        case UNSURE:
          return UNSURE;
        default:
          return NO_SPEECH;
      }
    }

    boolean isCorrected() {
      return stored.correction() != null;
    }

    /** Returns the model's mean probability of the emotion that is its label, else of its likeliest. */
    float probability() {
      Segment segment = segment();
      if (segment.meanScores() == null) {
        return 0;
      }
      return segment.emotion() == null
          ? segment.meanScores().bestProbability()
          : segment.confidence();
    }
  }

  /** Returns the part of a session that a request asks for. */
  static SessionSlice of(SessionDetail detail, ExportRequest request) {
    boolean whole = request.segmentIds().isEmpty();
    Set<Long> wanted = new HashSet<>(request.segmentIds());
    List<StoredSegment> sorted = new ArrayList<>(detail.segments());
    sorted.sort(Comparator.comparingDouble(stored -> stored.segment().startSeconds()));
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      if (whole || wanted.contains(sorted.get(i).id())) {
        parts.add(new Part(i + 1, sorted.get(i)));
      }
    }
    return new SessionSlice(detail, whole, List.copyOf(parts));
  }

  /** Returns whether something that happened from one time to another, in seconds, belongs to it. */
  boolean covers(double start, double end) {
    if (whole) {
      return true;
    }
    for (Part part : parts) {
      if (part.segment().startSeconds() <= end && start <= part.segment().endSeconds()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the length of the session, with all its segments, seconds. */
  double endSeconds() {
    double end = detail.summary().durationSeconds();
    for (StoredSegment stored : detail.segments()) {
      end = Math.max(end, stored.segment().endSeconds());
    }
    return end;
  }

  /** Returns who speaks. Speakers without a name are all the phone's only user. */
  String speaker() {
    String name = detail.profileName().trim();
    return name.isEmpty() ? "me" : name;
  }

  /** Returns the path of a clip in the ZIP. */
  String clipPath(String stem, Part part) {
    return String.format(
        Locale.ROOT,
        "%s/%s-%04d.wav",
        part.isLabelled() ? "audio" : "unlabelled",
        stem,
        part.number());
  }
}
