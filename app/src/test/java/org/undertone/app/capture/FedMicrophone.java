// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.media.AudioRecord;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.robolectric.shadows.ShadowAudioRecord;

/**
 * What the phone's microphone hears, sample by sample: an {@link AudioRecord} reads what {@link #play}
 * was given, and waits when there is no more, until it is stopped. Any thread.
 */
public final class FedMicrophone implements ShadowAudioRecord.AudioRecordSource {
  private final Queue<byte[]> sounds = new ArrayDeque<>();
  private final Queue<Integer> failures = new ArrayDeque<>();
  private volatile BooleanSupplier mayRead = () -> true;
  private int lasting;
  private AudioRecord record;
  private int used;
  private long samplesRead;
  private int records;

  private FedMicrophone() {}

  /** Puts it in place of all microphones. */
  public static FedMicrophone install() {
    FedMicrophone microphone = new FedMicrophone();
    ShadowAudioRecord.setSourceProvider(microphone::of);
    return microphone;
  }

  synchronized FedMicrophone of(AudioRecord reader) {
    if (reader != record) {
      record = reader;
      records++;
    }
    return this;
  }

  /** Returns the record that reads now. */
  synchronized AudioRecord record() {
    return record;
  }

  /** Returns how many records have read so far. */
  synchronized int records() {
    return records;
  }

  /** Returns how many samples were read so far. */
  public synchronized long samplesRead() {
    return samplesRead;
  }

  /** Lets the reader wait as long as this is false. */
  public void readOnlyWhile(BooleanSupplier condition) {
    mayRead = condition;
  }

  /** Adds sound. */
  public synchronized void play(float[] samples) {
    byte[] bytes = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      int value = Math.round(Math.max(-1, Math.min(1, samples[i])) * Short.MAX_VALUE);
      bytes[2 * i] = (byte) value;
      bytes[2 * i + 1] = (byte) (value >> 8);
    }
    sounds.add(bytes);
  }

  /** The next read with nothing left to play returns this error. */
  synchronized void fail(int error) {
    failures.add(error);
  }

  /** From now on every read with nothing left to play returns this error. */
  synchronized void failAlways(int error) {
    lasting = error;
  }

  @Override
  public int readInByteArray(byte[] target, int offset, int size, boolean blocking) {
    while (true) {
      if (mayRead.getAsBoolean()) {
        int result = next(target, offset, size);
        if (result != 0) {
          return result;
        }
      }
      if (record().getRecordingState() != AudioRecord.RECORDSTATE_RECORDING) {
        return 0;
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        return 0;
      }
    }
  }

  private synchronized int next(byte[] target, int offset, int size) {
    byte[] sound = sounds.peek();
    if (sound == null) {
      return failures.isEmpty() ? lasting : failures.remove();
    }
    int length = Math.min(size, sound.length - used);
    System.arraycopy(sound, used, target, offset, length);
    samplesRead += length / 2;
    used += length;
    if (used == sound.length) {
      sounds.remove();
      used = 0;
    }
    return length;
  }
}
