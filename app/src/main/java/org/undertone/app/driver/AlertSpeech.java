// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import android.content.Context;
import android.media.AudioAttributes;
import android.os.Bundle;
import android.os.Handler;
import android.speech.tts.TextToSpeech;
import android.speech.tts.UtteranceProgressListener;
import android.util.Log;
import java.util.Locale;

/**
 * Speaks one short text, with an engine of its own that is shut down afterwards: alerts are minutes
 * apart, and an engine that is kept would have to be looked after. Whatever goes wrong ends in {@code
 * done}, once, unless {@link #stop} came first. For the main thread.
 */
final class AlertSpeech {
  private static final String TAG = "AlertSpeech";
  private static final String UTTERANCE = "alert";

  private final Context context;
  private final AudioAttributes attributes;
  private final Handler main;
  private TextToSpeech engine;
  private Runnable done;

  AlertSpeech(Context context, AudioAttributes attributes, Handler main) {
    this.context = context;
    this.attributes = attributes;
    this.main = main;
  }

  /** Speaks, instead of a text that is still being spoken; {@code whenDone} runs on the main thread. */
  void speak(String text, Locale language, Runnable whenDone) {
    stop();
    done = whenDone;
    // An engine that is not there reports so from within its constructor, before there is a field
    // to
    // use: hence the detour over the main thread.
    TextToSpeech[] opened = new TextToSpeech[1];
    opened[0] =
        new TextToSpeech(
            context, status -> main.post(() -> start(opened[0], status, text, language)));
    engine = opened[0];
  }

  private void start(TextToSpeech opened, int status, String text, Locale language) {
    if (opened != engine) {
      return;
    }
    if (status != TextToSpeech.SUCCESS) {
      finish(opened, "no engine: " + status);
      return;
    }
    int found = opened.setLanguage(language);
    if (found < TextToSpeech.LANG_AVAILABLE) {
      finish(opened, "no voice for " + language + ": " + found);
      return;
    }
    opened.setAudioAttributes(attributes);
    opened.setOnUtteranceProgressListener(new Progress(opened));
    if (opened.speak(text, TextToSpeech.QUEUE_FLUSH, Bundle.EMPTY, UTTERANCE)
        != TextToSpeech.SUCCESS) {
      finish(opened, "the engine refused");
    }
  }

  private void finish(TextToSpeech opened, String failure) {
    if (opened != engine) {
      return;
    }
    if (!failure.isEmpty()) {
      Log.w(TAG, "The alert was not spoken; " + failure);
    }
    Runnable then = done;
    stop();
    then.run();
  }

  /** Falls silent; the text's {@code whenDone} is not run any more. */
  void stop() {
    if (engine != null) {
      engine.shutdown();
    }
    engine = null;
    done = null;
  }

  /** Brings the engine's reports, which come on a thread of its own, to the main thread. */
  private final class Progress extends UtteranceProgressListener {
    private final TextToSpeech opened;

    Progress(TextToSpeech opened) {
      this.opened = opened;
    }

    @Override
    public void onStart(String utterance) {}

    @Override
    public void onDone(String utterance) {
      main.post(() -> finish(opened, ""));
    }

    @Override
    @Deprecated
    public void onError(String utterance) {
      main.post(() -> finish(opened, "the engine failed"));
    }

    @Override
    public void onError(String utterance, int code) {
      main.post(() -> finish(opened, "the engine failed: " + code));
    }
  }
}
