// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.undertone.app.data.AlertFeedback;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.NewSession;
import org.undertone.app.data.SessionEvent;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.SessionWriter;
import org.undertone.app.data.StorageException;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.audio.WavEncoding;
import org.undertone.ser.audio.WavFormat;
import org.undertone.ser.audio.WavWriter;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverState;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/** Some weeks of somebody's sessions, made up, written by the repository's own writer. */
final class Diary {
  private static final int RATE = 16_000;
  private static final int VOICE_SECONDS = 12;
  private static final double HOP_SECONDS = 0.512;
  private static final double PAUSE_SHARE = 0.12;
  private static final double UNSURE_SHARE = 0.15;

  private final SessionRepository sessions;
  private final Random random = new Random(3);

  Diary(SessionRepository sessions) {
    this.sessions = sessions;
  }

  /** Writes them all; returns the key of the one that is worth opening. Not for the main thread. */
  long write() throws IOException {
    name(
        talk(40, "16:20", 265, Emotion.HAPPY, Emotion.SURPRISED), "Jonas tells about his holidays");
    name(talk(12, "18:02", 1480, Emotion.CALM, Emotion.HAPPY), "Choir rehearsal");
    talk(6, "09:41", 96, Emotion.NEUTRAL, Emotion.SAD);
    name(talk(3, "11:15", 410, Emotion.FEARFUL, Emotion.NEUTRAL), "Interview practice");
    drive(2, "08:05");
    long call = talk(1, "19:32", 252, Emotion.HAPPY, Emotion.HAPPY, Emotion.NEUTRAL, Emotion.SAD);
    name(call, "Phone call with Mira");
    sessions.setNote(call, "Her exam went well; tired towards the end.");
    long segment = firstHappy(call);
    sessions.correct(segment, Emotion.SURPRISED);
    sessions.setSegmentNote(segment, "The news about the exam");
    return call;
  }

  private long firstHappy(long session) {
    return sessions.load(session).orElseThrow().segments().stream()
        .filter(stored -> stored.emotion() == Emotion.HAPPY)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void name(long id, String name) {
    sessions.rename(id, name);
  }

  private long talk(int daysAgo, String time, double seconds, Emotion... emotions)
      throws IOException {
    boolean keep = daysAgo == 1;
    SessionWriter writer = begin(daysAgo, time, SessionMode.LIVE, keep);
    speak(writer, seconds, emotions);
    float[] voice = new SyntheticSpeech(RATE, 5).speech(SyntheticSpeech.Voice.CALM, VOICE_SECONDS);
    if (keep) {
      writer.addSamples(voice, 0, voice.length);
    }
    writer.end(EndReason.STOPPED, seconds);
    if (keep) {
      keepAudio(writer.sessionId(), seconds, voice);
    }
    return writer.sessionId();
  }

  /** Writes the whole of it at once, which the writer takes no faster than a microphone gives it. */
  private void keepAudio(long session, double seconds, float... voice) throws IOException {
    int count = (int) Math.round(seconds / VOICE_SECONDS);
    WavFormat format =
        WavFormat.of(RATE, 1, WavEncoding.PCM_16).withFrames((long) count * voice.length);
    File audio = sessions.load(session).orElseThrow().audio();
    try (WavWriter writer =
        new WavWriter(new BufferedOutputStream(new FileOutputStream(audio)), format)) {
      for (int i = 0; i < count; i++) {
        writer.write(voice, 0, voice.length);
      }
    }
  }

  private void drive(int daysAgo, String time) throws StorageException {
    SessionWriter writer = begin(daysAgo, time, SessionMode.DRIVER, false);
    double seconds = 1925;
    speak(writer, seconds, Emotion.NEUTRAL, Emotion.CALM, Emotion.ANGRY);
    writer.addAlert(new DriverAlert(612, DriverState.TENSE, 0.78f));
    writer.setFeedback(AlertFeedback.ACKNOWLEDGED);
    writer.addEvent(new SessionEvent(1120, EventKind.CALL, 0));
    writer.addEvent(new SessionEvent(1120, EventKind.RESUMED, 184));
    writer.addAlert(new DriverAlert(1540, DriverState.LOW, 0.72f));
    writer.setFeedback(AlertFeedback.WRONG);
    writer.end(EndReason.STOPPED, seconds);
  }

  private SessionWriter begin(int daysAgo, String time, SessionMode mode, boolean keepAudio)
      throws StorageException {
    Instant start =
        LocalDate.now(ZoneId.systemDefault())
            .minusDays(daysAgo)
            .atTime(LocalTime.parse(time))
            .atZone(ZoneId.systemDefault())
            .toInstant();
    return sessions.begin(new NewSession(start, mode, "Undertone", "00ff", RATE, "", keepAudio));
  }

  private void speak(SessionWriter writer, double seconds, Emotion... emotions) {
    List<Emotion> choice = Arrays.asList(emotions);
    double at = 0;
    while (at < seconds) {
      double end = Math.min(seconds, at + HOP_SECONDS * (5 + random.nextInt(30)));
      double dice = random.nextDouble();
      Emotion emotion = choice.get(random.nextInt(choice.size()));
      writer.addSegment(segment(at, end, dice, emotion));
      at = end;
    }
  }

  private Segment segment(double start, double end, double dice, Emotion emotion) {
    int count = (int) Math.round((end - start) / HOP_SECONDS);
    if (dice < PAUSE_SHARE) {
      return new Segment(start, end, Verdict.State.NO_SPEECH, null, null, count);
    }
    boolean unsure = dice < PAUSE_SHARE + UNSURE_SHARE;
    float best = unsure ? 0.3f : 0.48f + 0.4f * random.nextFloat();
    float[] scores = new float[Emotion.COUNT];
    Arrays.fill(scores, (1 - best) / (Emotion.COUNT - 1));
    scores[emotion.index()] = best;
    EmotionScores mean = EmotionScores.of(scores);
    return unsure
        ? new Segment(start, end, Verdict.State.UNSURE, null, mean, count)
        : new Segment(start, end, Verdict.State.EMOTION, emotion, mean, count);
  }
}
