// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.NewSession;
import org.undertone.app.data.SessionEvent;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.SessionWriter;
import org.undertone.app.data.StorageException;
import org.undertone.app.data.StoredSegment;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.audio.WavEncoding;
import org.undertone.ser.audio.WavFormat;
import org.undertone.ser.audio.WavWriter;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverState;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/** Sessions of pieces whose label is known, recorded through the real writer. Not for the main thread. */
final class TestSessions {
  static final int RATE = 16_000;
  static final Instant START = Instant.parse("2026-03-01T10:15:30Z");

  private static final double HOP_SECONDS = 0.5;
  private static final int BLOCK = 512;

  /**
   * What is heard for a while.
   *
   * @param samples the sound
   * @param state what the model makes of it
   * @param emotion the model's emotion, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // A handle on samples, never compared.
  record Piece(float[] samples, Verdict.State state, Emotion emotion) {
    static Piece of(Emotion emotion, float... samples) {
      return new Piece(samples, Verdict.State.EMOTION, emotion);
    }

    static Piece unsure(float... samples) {
      return new Piece(samples, Verdict.State.UNSURE, null);
    }

    static Piece silence(double seconds) {
      float[] samples = new float[(int) (seconds * RATE)];
      return new Piece(samples, Verdict.State.NO_SPEECH, null);
    }
  }

  private final SessionRepository repository;
  private int recorded;

  TestSessions(SessionRepository repository) {
    this.repository = repository;
  }

  /** Returns so many seconds of a voice of its own. */
  static float[] voice(long seed, double seconds) {
    return new SyntheticSpeech(RATE, seed).speech(Voice.CALM, seconds);
  }

  /** Returns three pieces and a pause: happy, unsure, nothing, sad. */
  static List<Piece> talk() {
    return List.of(
        Piece.of(Emotion.HAPPY, voice(1, 2.25)),
        Piece.unsure(voice(2, 1.5)),
        Piece.silence(1.25),
        Piece.of(Emotion.SAD, voice(3, 2)));
  }

  /** Records a session, an hour after the last, with an alert and an event at its first second. */
  long record(String speaker, boolean keepAudio, List<Piece> pieces) throws StorageException {
    SessionWriter writer =
        repository.begin(
            new NewSession(
                START.plusSeconds(3600L * recorded++),
                SessionMode.DRIVER,
                "net \"1\"",
                "00ff",
                RATE,
                speaker,
                keepAudio));
    long at = 0;
    for (Piece piece : pieces) {
      for (int i = 0; i < piece.samples().length; i += BLOCK) {
        writer.addSamples(piece.samples(), i, Math.min(BLOCK, piece.samples().length - i));
      }
      at += piece.samples().length;
      addVerdicts(writer, piece, (double) (at - piece.samples().length) / RATE, (double) at / RATE);
    }
    writer.addAlert(new DriverAlert(1, DriverState.TENSE, 0.8f));
    writer.addEvent(new SessionEvent(1, EventKind.READ_ERROR, 0.25));
    if (!writer.end(EndReason.STOPPED, (double) at / RATE)) {
      throw new AssertionError("not written");
    }
    return writer.sessionId();
  }

  private static void addVerdicts(SessionWriter writer, Piece piece, double start, double end) {
    EmotionScores scores = scores(piece);
    int count = 0;
    for (double t = start; t + HOP_SECONDS <= end; t += HOP_SECONDS) {
      boolean speech = piece.state() != Verdict.State.NO_SPEECH;
      writer.addVerdict(
          new Verdict(
              t,
              t + HOP_SECONDS,
              piece.state(),
              piece.emotion(),
              scores,
              scores,
              speech ? HOP_SECONDS : 0));
      count++;
    }
    writer.addSegment(new Segment(start, end, piece.state(), piece.emotion(), scores, count));
  }

  private static EmotionScores scores(Piece piece) {
    if (piece.state() == Verdict.State.NO_SPEECH) {
      return null;
    }
    float[] scores = new float[Emotion.COUNT];
    Arrays.fill(scores, piece.emotion() == null ? 0.125f : 0.05f);
    if (piece.emotion() != null) {
      scores[piece.emotion().index()] = 0.65f;
    }
    return EmotionScores.of(scores);
  }

  /** Records a session of so many minutes of the same unsure voice, quicker than a microphone could. */
  long recordMinutes(int minutes) throws IOException {
    float[] minute = voice(9, 60);
    long id = record("", true, Collections.nCopies(minutes, Piece.unsure(minute)));
    File audio = repository.load(id).orElseThrow().audio();
    WavFormat format =
        WavFormat.of(RATE, 1, WavEncoding.PCM_16).withFrames((long) minutes * minute.length);
    try (WavWriter writer =
        new WavWriter(new BufferedOutputStream(new FileOutputStream(audio)), format)) {
      for (int i = 0; i < minutes; i++) {
        writer.write(minute, 0, minute.length);
      }
    }
    return id;
  }

  /** Returns the keys of a session's segments. */
  List<Long> segments(long session) {
    List<Long> ids = new ArrayList<>();
    for (StoredSegment stored : repository.load(session).orElseThrow().segments()) {
      ids.add(stored.id());
    }
    return ids;
  }
}
