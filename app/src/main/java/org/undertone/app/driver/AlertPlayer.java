// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import android.content.Context;
import android.media.AudioAttributes;
import android.media.AudioFocusRequest;
import android.media.AudioManager;
import android.os.Handler;
import android.os.Looper;
import androidx.core.content.ContextCompat;
import androidx.core.os.HandlerCompat;
import java.util.Locale;
import org.undertone.app.R;
import org.undertone.app.capture.AlertSink;
import org.undertone.app.settings.Settings;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverState;

/**
 * Makes alerts heard and felt, with the screen off too: vibration and a sound, then, if the user wants
 * it, a few words. Other sound ducks meanwhile. During a call it only vibrates. No part that fails
 * keeps the others from being played. Any thread.
 *
 * <p>It plays as navigation guidance, which goes where music goes, so to the car's speakers, and is
 * not muted with the ringer. The microphone hears it too: {@link #isSounding()} says when, so that
 * the alert is not taken for the driver's voice.
 */
public final class AlertPlayer implements AlertSink {
  /** What the system is told that alerts are. */
  static final AudioAttributes ATTRIBUTES =
      new AudioAttributes.Builder()
          .setUsage(AudioAttributes.USAGE_ASSISTANCE_NAVIGATION_GUIDANCE)
          .setContentType(AudioAttributes.CONTENT_TYPE_SONIFICATION)
          .build();

  /** Time that a sound may take on its way to a Bluetooth speaker. */
  private static final long TAIL_MILLIS = 300;

  /** After that, whatever hangs, other sound gets its level back. */
  private static final long LONGEST_MILLIS = 10_000;

  private final Context context;
  private final Settings settings;
  private final AudioManager audio;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final AlertVibration vibration;
  private final AlertSound sound = new AlertSound(ATTRIBUTES);
  private final AlertSpeech speech;
  private final AudioFocusRequest focus;
  private volatile boolean sounding;

  /** Plays as these settings say at the time of the alert. */
  public AlertPlayer(Context context, Settings settings) {
    this.context = context.getApplicationContext();
    this.settings = settings;
    audio = this.context.getSystemService(AudioManager.class);
    vibration = new AlertVibration(this.context);
    speech = new AlertSpeech(this.context, ATTRIBUTES, main);
    focus =
        new AudioFocusRequest.Builder(AudioManager.AUDIOFOCUS_GAIN_TRANSIENT_MAY_DUCK)
            .setAudioAttributes(ATTRIBUTES)
            .setOnAudioFocusChangeListener(this::focusChanged, main)
            .build();
  }

  @Override
  public void onAlert(DriverAlert alert) {
    play(alert.state());
  }

  /**
   * Plays the alert of a state, as {@link #onAlert} does.
   *
   * @throws IllegalArgumentException if there is no alert for the state
   */
  public void play(DriverState state) {
    if (!state.isAlerting()) {
      throw new IllegalArgumentException("there is no alert for the state " + state);
    }
    main.post(() -> start(state));
  }

  /** Returns whether an alert can be heard right now, by the microphone too. */
  public boolean isSounding() {
    return sounding;
  }

  /** Falls silent. */
  public void stop() {
    main.post(this::end);
  }

  private void start(DriverState state) {
    end();
    if (settings.vibrate()) {
      vibration.play(state);
    }
    if (isCallOn() || audio.requestAudioFocus(focus) != AudioManager.AUDIOFOCUS_REQUEST_GRANTED) {
      return;
    }
    sounding = true;
    HandlerCompat.postDelayed(main, this::end, this, LONGEST_MILLIS);
    long millis = sound.play(state);
    HandlerCompat.postDelayed(main, () -> afterSound(state), this, millis + TAIL_MILLIS);
  }

  private boolean isCallOn() {
    switch (audio.getMode()) {
      case AudioManager.MODE_RINGTONE:
      case AudioManager.MODE_IN_CALL:
      case AudioManager.MODE_IN_COMMUNICATION:
        return true;
      default:
        return false;
    }
  }

  private void afterSound(DriverState state) {
    sound.stop();
    if (settings.speakAlerts()) {
      // The app's language, which only screens have before Android 13.
      Context words = ContextCompat.getContextForLanguage(context);
      Locale language = Locale.forLanguageTag(words.getString(R.string.driver_speech_language));
      speech.speak(words.getString(DriverPrompt.ofAlert(state).text()), language, this::end);
    } else {
      end();
    }
  }

  private void focusChanged(int change) {
    if (change == AudioManager.AUDIOFOCUS_LOSS
        || change == AudioManager.AUDIOFOCUS_LOSS_TRANSIENT) {
      end();
    }
  }

  private void end() {
    main.removeCallbacksAndMessages(this);
    sound.stop();
    speech.stop();
    if (sounding) {
      sounding = false;
      audio.abandonAudioFocusRequest(focus);
    }
  }
}
