// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import org.undertone.model.Recognition;
import org.undertone.ser.timeline.Verdict;

/** Writes JSON Lines: an object for each file. */
final class JsonResults implements ResultWriter {
  private final PrintStream out;
  private final Labelling labelling;

  JsonResults(PrintStream out, Labelling labelling) {
    this.out = out;
    this.labelling = labelling;
  }

  @Override
  public void write(Outcome outcome) {
    JsonObject json = new JsonObject();
    json.addProperty("file", outcome.input().name());
    if (outcome.failed()) {
      json.addProperty("error", outcome.message());
    } else {
      add(json, outcome.recognition());
      if (outcome.voice() != null) {
        json.addProperty("profile_speech_s", Json.seconds(outcome.voice().speechSeconds()));
        json.addProperty("profile_maturity", Json.probability(outcome.voice().maturity()));
      }
    }
    out.print(Json.LINE.toJson(json) + "\n");
    out.flush();
  }

  private void add(JsonObject json, Recognition recognition) {
    Heard heard = labelling.recording(recognition);
    json.addProperty("label", heard.label());
    json.addProperty("probability", Json.probability(heard.probability()));
    json.add("scores", Json.scores(heard.scores()));
    json.addProperty("duration_s", Json.seconds(recognition.durationSeconds()));
    json.addProperty("speech", recognition.isSpeech());
    if (recognition.truncated()) {
      json.addProperty("truncated", true);
    }
    JsonArray windows = new JsonArray();
    for (Verdict verdict : recognition.verdicts()) {
      windows.add(window(labelling, verdict));
    }
    json.add("windows", windows);
    JsonArray segments = new JsonArray();
    labelling.timeline(recognition.segments()).forEach(s -> segments.add(Json.stretch(s)));
    json.add("segments", segments);
  }

  /** Returns a window: times, label, probability and scores. */
  static JsonObject window(Labelling labelling, Verdict verdict) {
    Heard heard = labelling.window(verdict);
    JsonObject json =
        Json.stretch(new Stretch(verdict.startSeconds(), verdict.endSeconds(), heard));
    json.add("scores", Json.scores(heard.scores()));
    return json;
  }
}
