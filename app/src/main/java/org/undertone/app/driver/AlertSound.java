// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import android.media.AudioAttributes;
import android.media.AudioFormat;
import android.media.AudioTrack;
import android.util.Log;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.undertone.ser.timeline.DriverState;

/** Plays an {@link Earcon}. For the main thread. */
final class AlertSound {
  private static final String TAG = "AlertSound";

  private final AudioAttributes attributes;
  private AudioTrack track;

  AlertSound(AudioAttributes attributes) {
    this.attributes = attributes;
  }

  /** Starts the sound of a state, instead of one that still plays; returns its length, ms, 0 if it failed. */
  long play(DriverState state) {
    stop();
    short[] earcon = Earcon.of(state);
    try {
      byte[] bytes = bytes(earcon);
      track = open(bytes.length);
      int written = track.write(bytes, 0, bytes.length);
      if (written != bytes.length) {
        throw new IllegalStateException("the sound was not taken: " + written);
      }
      track.play();
      return Earcon.millis(earcon);
    } catch (IllegalStateException | UnsupportedOperationException e) {
      Log.w(TAG, "No sound for the alert", e);
      stop();
      return 0;
    }
  }

  private static byte[] bytes(short[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * samples.length);
    bytes.order(ByteOrder.nativeOrder()).asShortBuffer().put(samples);
    return bytes.array();
  }

  private AudioTrack open(int bytes) {
    return new AudioTrack.Builder()
        .setAudioAttributes(attributes)
        .setAudioFormat(
            new AudioFormat.Builder()
                .setEncoding(AudioFormat.ENCODING_PCM_16BIT)
                .setSampleRate(Earcon.SAMPLE_RATE)
                .setChannelMask(AudioFormat.CHANNEL_OUT_MONO)
                .build())
        .setTransferMode(AudioTrack.MODE_STATIC)
        .setBufferSizeInBytes(bytes)
        .build();
  }

  /** Ends the sound and frees what it took. */
  void stop() {
    if (track != null) {
      track.release();
      track = null;
    }
  }
}
