// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.media.AudioDeviceCallback;
import android.media.AudioDeviceInfo;
import android.media.AudioManager;
import android.media.AudioRecordingConfiguration;
import android.os.Build;
import android.os.Handler;
import android.os.Looper;
import android.os.PowerManager;
import android.util.Log;
import androidx.annotation.RequiresApi;
import androidx.core.content.ContextCompat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells a session what the system says of the device: heat, audio devices, who may use the microphone,
 * and the clock. Made and closed on the main thread, where the system calls it too.
 */
final class DeviceWatch implements AutoCloseable {
  private final Context context;
  private final RecordingSession session;
  private final AudioManager audio;
  private final DeviceCallback devices = new DeviceCallback();
  private final BroadcastReceiver clock = new ClockReceiver();
  private NewerWatch newer;

  /** Begins to watch for a session. */
  DeviceWatch(Context context, RecordingSession session) {
    this.context = context;
    this.session = session;
    audio = context.getSystemService(AudioManager.class);
    Handler main = new Handler(Looper.getMainLooper());
    audio.registerAudioDeviceCallback(devices, main);
    ContextCompat.registerReceiver(
        context,
        clock,
        new IntentFilter(Intent.ACTION_TIME_CHANGED),
        ContextCompat.RECEIVER_NOT_EXPORTED);
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q) {
      newer = new NewerWatch(context, session, main);
    }
  }

  @Override
  public void close() {
    audio.unregisterAudioDeviceCallback(devices);
    context.unregisterReceiver(clock);
    if (newer != null && Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q) {
      newer.close();
    }
  }

  private final class DeviceCallback extends AudioDeviceCallback {
    private boolean known;

    @Override
    public void onAudioDevicesAdded(AudioDeviceInfo[] added) {
      // The first call lists the devices that were there before.
      if (known && hasInput(added)) {
        session.routeChanged();
      }
      known = true;
    }

    @Override
    public void onAudioDevicesRemoved(AudioDeviceInfo[] removed) {
      if (hasInput(removed)) {
        session.routeChanged();
      }
    }

    private boolean hasInput(AudioDeviceInfo[] infos) {
      for (AudioDeviceInfo info : infos) {
        if (info.isSource()) {
          return true;
        }
      }
      return false;
    }
  }

  private final class ClockReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context receiving, Intent intent) {
      session.clockChanged();
    }
  }

  /** Heat, and who is kept from hearing: older versions tell neither. */
  @RequiresApi(Build.VERSION_CODES.Q)
  private static final class NewerWatch extends AudioManager.AudioRecordingCallback {
    private final RecordingSession session;
    private final AudioManager audio;
    private final PowerManager power;
    private final PowerManager.OnThermalStatusChangedListener heat;
    private final boolean watchesHeat;

    NewerWatch(Context context, RecordingSession session, Handler main) {
      this.session = session;
      audio = context.getSystemService(AudioManager.class);
      audio.registerAudioRecordingCallback(this, main);
      power = context.getSystemService(PowerManager.class);
      heat = status -> session.heatChanged(Heat.ofStatus(status));
      watchesHeat = watchHeat();
    }

    /** A device whose thermal service refuses is no reason not to record. */
    private boolean watchHeat() {
      try {
        power.addThermalStatusListener(heat);
        return true;
      } catch (RuntimeException e) {
        Log.w("Undertone", "no news of heat on this device", e);
        return false;
      }
    }

    @Override
    public void onRecordingConfigChanged(List<AudioRecordingConfiguration> configurations) {
      Set<Integer> silenced = new HashSet<>();
      for (AudioRecordingConfiguration configuration : configurations) {
        if (configuration.isClientSilenced()) {
          silenced.add(configuration.getClientAudioSessionId());
        }
      }
      session.silencedChanged(silenced);
    }

    void close() {
      audio.unregisterAudioRecordingCallback(this);
      if (watchesHeat) {
        power.removeThermalStatusListener(heat);
      }
    }
  }
}
