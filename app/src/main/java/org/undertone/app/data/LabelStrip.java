// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.undertone.ser.Emotion;
import org.undertone.ser.timeline.Verdict;

/** A session in {@value #CELLS} equal parts, each with the label that fills most of it; immutable. */
public final class LabelStrip {
  /** Number of parts. */
  public static final int CELLS = 48;

  /** Of a session with nothing in it. */
  public static final LabelStrip EMPTY = new LabelStrip(new byte[0]);

  /** Codes of a part: -2 no speech, -1 unsure, else the index of an emotion. */
  private static final byte NO_SPEECH = -2;

  private static final byte UNSURE = -1;

  private final byte[] codes;

  private LabelStrip(byte[] codes) {
    this.codes = codes;
  }

  /** Returns the strip of some segments in order of time, corrections included. */
  public static LabelStrip of(List<StoredSegment> segments) {
    return ofSpans(segments.stream().map(Span::of).collect(Collectors.toList()));
  }

  static LabelStrip ofSpans(List<Span> spans) {
    if (spans.isEmpty()) {
      return EMPTY;
    }
    double start = spans.get(0).startSeconds;
    double length = spans.get(spans.size() - 1).endSeconds - start;
    double[][] weights = new double[CELLS][Emotion.COUNT - NO_SPEECH];
    for (Span span : spans) {
      double from = (span.startSeconds - start) / length * CELLS;
      double to = (span.endSeconds - start) / length * CELLS;
      for (int cell = (int) from; cell < Math.min(CELLS, Math.ceil(to)); cell++) {
        weights[cell][codeOf(span) - NO_SPEECH] += Math.min(to, cell + 1) - Math.max(from, cell);
      }
    }
    byte[] codes = new byte[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      int best = 0;
      for (int i = 1; i < weights[cell].length; i++) {
        best = weights[cell][i] > weights[cell][best] ? i : best;
      }
      codes[cell] = (byte) (best + NO_SPEECH);
    }
    return new LabelStrip(codes);
  }

  private static byte codeOf(Span span) {
    if (span.emotion != null) {
      return (byte) span.emotion.index();
    }
    return span.state == Verdict.State.NO_SPEECH ? NO_SPEECH : UNSURE;
  }

  /** Returns a strip that {@link #toBytes} wrote; an empty one for anything else. */
  public static LabelStrip ofBytes(byte[] bytes) {
    if (bytes.length != CELLS) {
      return EMPTY;
    }
    for (byte code : bytes) {
      if (code < NO_SPEECH || code >= Emotion.COUNT) {
        return EMPTY;
      }
    }
    return new LabelStrip(bytes.clone());
  }

  /** Returns the strip for keeping it. */
  public byte[] toBytes() {
    return codes.clone();
  }

  /** Returns the number of parts: {@value #CELLS}, or 0 if empty. */
  public int size() {
    return codes.length;
  }

  /** Returns what was heard in a part. */
  public Verdict.State state(int cell) {
    switch (codes[cell]) {
      case NO_SPEECH:
        return Verdict.State.NO_SPEECH;
      case UNSURE:
        return Verdict.State.UNSURE;
      default:
        return Verdict.State.EMOTION;
    }
  }

  /** Returns the emotion of a part, or null if there is none. */
  public Emotion emotion(int cell) {
    return codes[cell] < 0 ? null : Emotion.values()[codes[cell]];
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof LabelStrip && Arrays.equals(codes, ((LabelStrip) o).codes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codes);
  }
}
