// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.Manifest;
import android.content.Context;
import android.content.pm.PackageManager;
import android.media.AudioFormat;
import android.media.AudioManager;
import android.media.AudioRecord;
import android.media.MediaRecorder;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Opens the microphone as the model likes it best. Any thread.
 *
 * <ul>
 *   <li><b>Source:</b> UNPROCESSED where the system says it has it: neither gain control nor noise
 *       suppression, both of which bend the very features that are judged, and the model does not mind
 *       the gain. Else, or if that fails, VOICE_RECOGNITION, for which phones switch both off too.
 *   <li><b>Rate:</b> the model's own, so that the system need not resample twice; else 48 and 44.1 kHz,
 *       of which every phone has one; the session then resamples.
 *   <li><b>Format:</b> 16-bit PCM, mono: what every phone delivers, what is kept, and what goes into a
 *       dispatcher's buffer without a copy.
 *   <li><b>Buffer:</b> half a second, and at least four times the minimum, against hiccups.
 * </ul>
 */
final class MicrophoneOpener {
  private static final int[] FALLBACK_RATES = {48_000, 44_100};
  private static final int BYTES_PER_SAMPLE = 2;
  private static final int MINIMUM_TIMES = 4;

  /** So long a start waits for a microphone that another app is just letting go. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Context context;

  /** Opens microphones for an app. */
  MicrophoneOpener(Context context) {
    this.context = context.getApplicationContext();
  }

  /** Returns whether the user allows it. */
  boolean isPermitted() {
    return context.checkSelfPermission(Manifest.permission.RECORD_AUDIO)
        == PackageManager.PERMISSION_GRANTED;
  }

  /**
   * Opens and starts the microphone.
   *
   * @param modelRate the rate wanted, Hz
   * @param wake see {@link Microphone}
   * @param routed see {@link Microphone}
   * @throws MicrophoneException if it cannot be had
   */
  Microphone open(int modelRate, Runnable wake, Runnable routed) throws MicrophoneException {
    if (!isPermitted()) {
      throw MicrophoneException.notPermitted();
    }
    StringJoiner tried = new StringJoiner("; ");
    for (int source : sources()) {
      for (int rate : rates(modelRate)) {
        AudioRecord record = start(source, rate, tried);
        if (record != null) {
          return new Microphone(record, wake, routed);
        }
      }
    }
    throw MicrophoneException.unavailable(tried.toString());
  }

  /**
   * Opens and starts the microphone as {@link #open} does, and tries again for a moment if that fails.
   * Blocks for 1.5 s at most, and a last try.
   *
   * @param cancelled whether it is not wanted any more
   * @return the microphone, or null if it is not wanted any more
   * @throws MicrophoneException if it cannot be had, also after a moment, or is not permitted
   */
  Microphone openPatiently(int modelRate, Runnable wake, Runnable routed, BooleanSupplier cancelled)
      throws MicrophoneException {
    long start = System.nanoTime();
    while (!cancelled.getAsBoolean()) {
      try {
        return open(modelRate, wake, routed);
      } catch (MicrophoneException e) {
        if (e.isPermissionMissing() || System.nanoTime() - start >= PATIENCE_NANOS) {
          throw e;
        }
        LockSupport.parkNanos(this, PAUSE_NANOS);
      }
    }
    return null;
  }

  private int[] sources() {
    AudioManager audio = context.getSystemService(AudioManager.class);
    boolean unprocessed =
        Boolean.parseBoolean(
            audio.getProperty(AudioManager.PROPERTY_SUPPORT_AUDIO_SOURCE_UNPROCESSED));
    return unprocessed
        ? new int[] {
          MediaRecorder.AudioSource.UNPROCESSED, MediaRecorder.AudioSource.VOICE_RECOGNITION
        }
        : new int[] {MediaRecorder.AudioSource.VOICE_RECOGNITION};
  }

  private static int[] rates(int modelRate) {
    IntStream others = IntStream.of(FALLBACK_RATES).filter(rate -> rate != modelRate);
    return IntStream.concat(IntStream.of(modelRate), others).toArray();
  }

  /** Returns a record that is recording, or null. */
  private static AudioRecord start(int source, int rate, StringJoiner tried) {
    String attempt = "source " + source + " at " + rate + " Hz: ";
    int minimum =
        AudioRecord.getMinBufferSize(
            rate, AudioFormat.CHANNEL_IN_MONO, AudioFormat.ENCODING_PCM_16BIT);
    if (minimum <= 0) {
      tried.add(attempt + "not supported");
      return null;
    }
    AudioRecord record = null;
    try {
      record = record(source, rate, Math.max(MINIMUM_TIMES * minimum, rate / 2 * BYTES_PER_SAMPLE));
      if (record.getState() == AudioRecord.STATE_INITIALIZED) {
        record.startRecording();
        if (record.getRecordingState() == AudioRecord.RECORDSTATE_RECORDING) {
          return record;
        }
        tried.add(attempt + "does not start, another app may have it");
      } else {
        tried.add(attempt + "cannot be initialised");
      }
    } catch (IllegalArgumentException | IllegalStateException | SecurityException e) {
      tried.add(attempt + e.getMessage());
    }
    if (record != null) {
      record.release();
    }
    return null;
  }

  // The caller has asked for the permission, and takes the answer of a system that thinks
  // otherwise.
  @SuppressWarnings("MissingPermission")
  private static AudioRecord record(int source, int rate, int bytes) {
    return new AudioRecord(
        source, rate, AudioFormat.CHANNEL_IN_MONO, AudioFormat.ENCODING_PCM_16BIT, bytes);
  }
}
