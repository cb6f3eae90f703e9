// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.SessionEvent;
import org.undertone.app.data.SessionSummary;
import org.undertone.app.data.StoredAlert;
import org.undertone.app.data.StoredScores;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/**
 * All that is known of a session, as JSON: app, model, segments, alerts, events and the scores of every
 * verdict. Of a selection, only what falls into its segments. Times are seconds of audio.
 */
final class SessionJson {
  private static final double STEPS = 1e6;

  private final SessionSlice slice;
  private final SessionDetail detail;
  private final JsonWriter json;

  private SessionJson(SessionSlice slice, Writer out) {
    this.slice = slice;
    this.detail = slice.detail();
    this.json = new JsonWriter(out);
    json.setIndent(" ");
  }

  /**
   * Writes a session.
   *
   * @param clips paths of the clips in the ZIP, by the numbers of their segments
   */
  static void write(
      SessionSlice slice,
      List<StoredScores> verdicts,
      Map<Integer, String> clips,
      String appVersion,
      Writer out)
      throws IOException {
    new SessionJson(slice, out).write(verdicts, clips, appVersion);
  }

  private void write(List<StoredScores> verdicts, Map<Integer, String> clips, String appVersion)
      throws IOException {
    json.beginObject();
    json.name("format").value("undertone-session");
    json.name("format_version").value(1);
    json.name("app").beginObject();
    json.name("name").value("Undertone");
    json.name("version").value(appVersion);
    json.endObject();
    json.name("model").beginObject();
    json.name("name").value(detail.modelName());
    json.name("sha256").value(detail.modelHash());
    json.name("sample_rate_hz").value(detail.sampleRate());
    json.endObject();
    session();
    json.name("segments").beginArray();
    for (SessionSlice.Part part : slice.parts()) {
      segment(part, clips.get(part.number()));
    }
    json.endArray();
    alerts();
    events();
    json.name("verdicts").beginArray();
    for (StoredScores verdict : verdicts) {
      if (slice.covers(verdict.startSeconds(), verdict.endSeconds())) {
        verdict(verdict);
      }
    }
    json.endArray();
    json.endObject();
    json.flush();
  }

  private void session() throws IOException {
    SessionSummary summary = detail.summary();
    json.name("session").beginObject();
    json.name("id").value(summary.id());
    json.name("name").value(summary.name());
    json.name("note").value(summary.note());
    json.name("speaker").value(slice.speaker());
    json.name("started_at").value(summary.startedAt().toString());
    json.name("duration_s").value(rounded(summary.durationSeconds()));
    json.name("mode").value(word(summary.mode()));
    json.name("end").value(word(summary.end()));
    json.name("whole").value(slice.whole());
    json.endObject();
  }

  private void segment(SessionSlice.Part part, String clip) throws IOException {
    json.beginObject();
    json.name("number").value(part.number());
    json.name("start_s").value(rounded(part.segment().startSeconds()));
    json.name("end_s").value(rounded(part.segment().endSeconds()));
    json.name("label").value(part.label());
    json.name("model_label").value(part.modelLabel());
    json.name("probability").value(rounded(part.probability()));
    json.name("corrected").value(part.isCorrected());
    json.name("verdicts").value(part.segment().verdicts());
    scores(part.segment().meanScores());
    json.name("note").value(part.stored().note());
    json.name("clip").value(clip);
    json.endObject();
  }

  private void alerts() throws IOException {
    json.name("alerts").beginArray();
    for (StoredAlert stored : detail.alerts()) {
      double time = stored.alert().timeSeconds();
      if (slice.covers(time, time)) {
        json.beginObject();
        json.name("time_s").value(rounded(time));
        json.name("state").value(stored.alert().state().label());
        json.name("probability").value(rounded(stored.alert().probability()));
        json.name("feedback").value(word(stored.feedback()));
        json.endObject();
      }
    }
    json.endArray();
  }

  private void events() throws IOException {
    json.name("events").beginArray();
    for (SessionEvent event : detail.events()) {
      if (slice.covers(event.atSeconds(), event.atSeconds())) {
        json.beginObject();
        json.name("time_s").value(rounded(event.atSeconds()));
        json.name("kind").value(word(event.kind()));
        json.name("gap_s").value(rounded(event.gapSeconds()));
        json.endObject();
      }
    }
    json.endArray();
  }

  private void verdict(StoredScores verdict) throws IOException {
    json.beginObject();
    json.name("start_s").value(rounded(verdict.startSeconds()));
    json.name("end_s").value(rounded(verdict.endSeconds()));
    json.name("state").value(word(verdict.state()));
    json.name("emotion").value(verdict.emotion() == null ? null : verdict.emotion().label());
    scores(verdict.scores());
    json.endObject();
  }

  private void scores(EmotionScores scores) throws IOException {
    json.name("scores");
    if (scores == null) {
      json.nullValue();
      return;
    }
    json.beginObject();
    for (Emotion emotion : Emotion.values()) {
      json.name(emotion.label()).value(rounded(scores.probability(emotion)));
    }
    json.endObject();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static double rounded(double value) {
    return Math.round(value * STEPS) / STEPS;
  }
}
