// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.media.AudioAttributes;
import android.media.AudioFocusRequest;
import android.media.AudioManager;
import android.os.Handler;
import android.os.Looper;
import androidx.core.content.ContextCompat;

/**
 * Speaks to the other apps that want to be heard: asks for the sound, and yields it to a call, to
 * another player, and when headphones are pulled out. Main thread.
 */
final class AudioFocus {

  /** Told when to be quiet. */
  interface Listener {
    /** Be quiet; {@link #onRegained} will come. */
    void onLostForNow();

    /** Go on. */
    void onRegained();

    /** Be quiet until the user says otherwise. */
    void onLost();
  }

  private final Context context;
  private final AudioManager audio;
  private final AudioFocusRequest request;
  private final BroadcastReceiver unplugged;
  private boolean held;

  AudioFocus(Context context, Listener listener) {
    this.context = context;
    this.audio = context.getSystemService(AudioManager.class);
    this.request =
        new AudioFocusRequest.Builder(AudioManager.AUDIOFOCUS_GAIN)
            .setAudioAttributes(attributes())
            // Speech under other sounds can't be judged: pause instead.
            .setWillPauseWhenDucked(true)
            .setOnAudioFocusChangeListener(
                change -> onChange(change, listener), new Handler(Looper.getMainLooper()))
            .build();
    this.unplugged =
        new BroadcastReceiver() {
          @Override
          public void onReceive(Context receiver, Intent intent) {
            listener.onLost();
          }
        };
  }

  /** Returns what kind of sound it is. */
  static AudioAttributes attributes() {
    return new AudioAttributes.Builder()
        .setUsage(AudioAttributes.USAGE_MEDIA)
        .setContentType(AudioAttributes.CONTENT_TYPE_SPEECH)
        .build();
  }

  /** Asks for the sound; returns whether it may be used now. */
  boolean take() {
    if (!held) {
      held = audio.requestAudioFocus(request) == AudioManager.AUDIOFOCUS_REQUEST_GRANTED;
      if (held) {
        ContextCompat.registerReceiver(
            context,
            unplugged,
            new IntentFilter(AudioManager.ACTION_AUDIO_BECOMING_NOISY),
            ContextCompat.RECEIVER_NOT_EXPORTED);
      }
    }
    return held;
  }

  /** Gives it back. */
  void release() {
    if (held) {
      held = false;
      context.unregisterReceiver(unplugged);
      audio.abandonAudioFocusRequest(request);
    }
  }

  private static void onChange(int change, Listener listener) {
    switch (change) {
      case AudioManager.AUDIOFOCUS_GAIN:
        listener.onRegained();
        break;
      case AudioManager.AUDIOFOCUS_LOSS_TRANSIENT:
      case AudioManager.AUDIOFOCUS_LOSS_TRANSIENT_CAN_DUCK:
        listener.onLostForNow();
        break;
      default:
        listener.onLost();
    }
  }
}
