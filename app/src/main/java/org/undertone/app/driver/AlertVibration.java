// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import android.content.Context;
import android.media.AudioAttributes;
import android.os.Build;
import android.os.VibrationAttributes;
import android.os.VibrationEffect;
import android.os.Vibrator;
import android.os.VibratorManager;
import androidx.annotation.RequiresApi;
import org.undertone.ser.timeline.DriverState;

/** The feel of the alerts: two short pulses for tense, one long for low. Any thread. */
final class AlertVibration {
  /** Waits and pulses in turn, ms. */
  private static final long[] TENSE = {0, 160, 140, 160};

  private static final long[] LOW = {0, 450};

  private final Vibrator vibrator;

  AlertVibration(Context context) {
    vibrator = vibrator(context);
  }

  @SuppressWarnings("deprecation") // Below API 31 there is no other way to the vibrator.
  private static Vibrator vibrator(Context context) {
    return Build.VERSION.SDK_INT >= Build.VERSION_CODES.S
        ? managed(context)
        : context.getSystemService(Vibrator.class);
  }

  @RequiresApi(Build.VERSION_CODES.S)
  private static Vibrator managed(Context context) {
    return context.getSystemService(VibratorManager.class).getDefaultVibrator();
  }

  /**
   * Vibrates for an alert; does nothing on a device that cannot. As an alarm: the user switched it on for
   * driving, when phones are often on silent.
   */
  @SuppressWarnings("deprecation") // Below API 33 attributes are those of sound.
  void play(DriverState state) {
    if (vibrator == null || !vibrator.hasVibrator()) {
      return;
    }
    VibrationEffect effect =
        VibrationEffect.createWaveform(state == DriverState.TENSE ? TENSE : LOW, -1);
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
      vibrateAsAlarm(effect);
    } else {
      vibrator.vibrate(
          effect, new AudioAttributes.Builder().setUsage(AudioAttributes.USAGE_ALARM).build());
    }
  }

  @RequiresApi(Build.VERSION_CODES.TIRAMISU)
  private void vibrateAsAlarm(VibrationEffect effect) {
    vibrator.vibrate(effect, VibrationAttributes.createForUsage(VibrationAttributes.USAGE_ALARM));
  }
}
