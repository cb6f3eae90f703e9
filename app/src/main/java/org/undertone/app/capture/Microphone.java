// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.media.AudioDeviceInfo;
import android.media.AudioRecord;
import android.media.AudioRouting;
import android.os.Handler;
import android.os.Looper;
import android.os.Process;
import be.tarsos.dsp.AudioDispatcher;
import java.util.concurrent.TimeUnit;
import org.undertone.ser.audio.SampleProcessor;

/**
 * A microphone that is being read: a thread at audio priority runs a TarsosDSP dispatcher over it,
 * which does nothing but copy blocks of 20 ms into a {@link SampleRing} of 10 s and wake the thread
 * that judges. Nothing here allocates per block; the dispatcher's own iterator is all there is.
 *
 * <p>Opened and closed by one thread, which also drains the ring.
 */
final class Microphone implements AutoCloseable {
  /** Blocks a second. */
  static final int BLOCKS_PER_SECOND = 50;

  private static final int RING_SECONDS = 10;
  private static final long JOIN_MILLIS = TimeUnit.SECONDS.toMillis(2);

  private final AudioRecord record;
  private final MicrophoneStream stream;
  private final SampleRing ring;
  private final Thread reader;
  private final Runnable wake;
  private final AudioRouting.OnRoutingChangedListener routing;
  private volatile boolean reading = true;
  private int device;

  /**
   * Begins to read a record that has been started and is owned from now on.
   *
   * @param wake runs whenever there is something to drain or reading ends, on the reading thread
   * @param routed runs when samples may come from another device than before, on the main thread
   */
  Microphone(AudioRecord record, Runnable wake, Runnable routed) {
    this.record = record;
    this.wake = wake;
    stream = new MicrophoneStream(record);
    int block = record.getSampleRate() / BLOCKS_PER_SECOND;
    ring = new SampleRing(RING_SECONDS * BLOCKS_PER_SECOND, block);
    device = routedDevice();
    routing = router -> routed.run();
    record.addOnRoutingChangedListener(routing, new Handler(Looper.getMainLooper()));
    AudioDispatcher dispatcher = new AudioDispatcher(stream, block, 0);
    dispatcher.setZeroPadLastBuffer(false);
    dispatcher.addAudioProcessor(new SampleProcessor(this::write, () -> {}));
    reader = new Thread(() -> read(dispatcher), "undertone-microphone");
    reader.start();
  }

  private void read(AudioDispatcher dispatcher) {
    try {
      Process.setThreadPriority(Process.THREAD_PRIORITY_URGENT_AUDIO);
      dispatcher.run();
    } finally {
      // Also if the dispatcher throws: nobody may wait for samples that will not come.
      ended();
    }
  }

  private void write(float[] samples, int offset, int length) {
    ring.write(samples, offset, length, stream.lastReadNanos());
    wake.run();
  }

  private void ended() {
    reading = false;
    wake.run();
  }

  /** Returns the rate of the samples, Hz. */
  int sampleRate() {
    return record.getSampleRate();
  }

  /** Returns by what the system tells this use of the microphone from others. */
  int audioSessionId() {
    return record.getAudioSessionId();
  }

  /** Returns where the samples are. */
  SampleRing ring() {
    return ring;
  }

  /** Returns whether more samples may come. */
  boolean isReading() {
    return reading;
  }

  /** Returns why reading failed, never null. */
  String failure() {
    String failure = stream.failure();
    return failure == null ? "" : failure;
  }

  /** Returns whether the system has told from which device samples come; it does so after the start. */
  boolean isDeviceKnown() {
    return device != 0;
  }

  /** Returns whether samples are known to come from another device than at the last call or the opening. */
  boolean isRerouted() {
    int before = device;
    int now = routedDevice();
    // While it changes the system may not tell; the change must still be seen afterwards.
    device = now == 0 ? before : now;
    return before != 0 && device != before;
  }

  private int routedDevice() {
    AudioDeviceInfo routed = record.getRoutedDevice();
    return routed == null ? 0 : routed.getId();
  }

  /** Stops reading and frees the microphone; what was read before is still in the ring. */
  @Override
  public void close() {
    stream.expectEnd();
    record.removeOnRoutingChangedListener(routing);
    try {
      record.stop();
    } catch (IllegalStateException e) {
      android.util.Log.w("Undertone", "the microphone was not recording any more", e);
    }
    try {
      reader.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    record.release();
  }
}
