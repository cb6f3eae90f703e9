// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.media.AudioFormat;
import android.media.AudioTrack;
import java.io.File;
import java.io.IOException;

/** Plays kept audio from one point on, once, on a thread of its own, until the end or {@link #stop}. */
final class PlaybackTask implements Runnable {

  /** Told how it ended, on the playing thread; not told after {@link #stop}. */
  interface Listener {
    /** The last sample was heard. */
    void onEnd(PlaybackTask task);

    /** It could not be played, or not on. */
    void onFailure(PlaybackTask task, IOException failure);
  }

  /** What is read and handed to the track at a time, s. */
  private static final double BLOCK_SECONDS = 0.02;

  /** The track holds this much, so that a busy device does not stutter, s. */
  private static final double BUFFER_SECONDS = 0.2;

  private static final long DRAIN_MILLIS = 10;

  /** Looks at a counter that stands still after which the end is taken for heard: a second. */
  private static final int STALLED = 100;

  private final File file;
  private final double fromSeconds;
  private final Listener listener;
  private final Object lock = new Object();
  private AudioTrack track;
  private PlaybackPosition position;
  private boolean stopped;

  PlaybackTask(File file, double fromSeconds, Listener listener) {
    this.file = file;
    this.fromSeconds = fromSeconds;
    this.listener = listener;
  }

  /** Returns what is heard now, seconds since the start of the file. Any thread. */
  double seconds() {
    synchronized (lock) {
      return track == null ? fromSeconds : position.seconds(track.getPlaybackHeadPosition());
    }
  }

  /** Stops at once; returns where. Any thread. */
  double stop() {
    synchronized (lock) {
      double at = seconds();
      stopped = true;
      if (track != null) {
        // Frees the playing thread if it waits for space in the track.
        track.pause();
        track.flush();
      }
      return at;
    }
  }

  @Override
  public void run() {
    try (PlaybackFile audio = new PlaybackFile(file)) {
      play(audio);
      if (!isStopped()) {
        listener.onEnd(this);
      }
    } catch (IOException | UnsupportedOperationException | IllegalStateException e) {
      if (!isStopped()) {
        listener.onFailure(this, e instanceof IOException ? (IOException) e : new IOException(e));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      release();
    }
  }

  private void play(PlaybackFile audio) throws IOException, InterruptedException {
    int rate = audio.sampleRate();
    long first = Math.round(fromSeconds * rate);
    audio.seek(first);
    AudioTrack opened = open(rate);
    synchronized (lock) {
      track = opened;
      position = new PlaybackPosition(rate, first);
      if (stopped) {
        return;
      }
      track.play();
    }
    float[] samples = new float[(int) (BLOCK_SECONDS * rate)];
    byte[] bytes = new byte[samples.length * Short.BYTES];
    long written = 0;
    int count = audio.read(samples);
    while (count > 0 && !isStopped()) {
      encode(samples, count, bytes);
      write(opened, bytes, count * Short.BYTES);
      written += count;
      count = audio.read(samples);
    }
    drain(opened, written);
  }

  private void write(AudioTrack opened, byte[] bytes, int length) throws IOException {
    int done = 0;
    while (done < length && !isStopped()) {
      int taken = opened.write(bytes, done, length - done);
      // A blocking write takes nothing only when the track is no longer played.
      if (taken < 0 || (taken == 0 && !isStopped())) {
        throw new IOException("the audio track answered " + taken);
      }
      done += taken;
    }
  }

  /** Writes samples as 16-bit integers, little-endian, which is how they were kept. */
  private static void encode(float[] samples, int count, byte[] bytes) {
    for (int i = 0; i < count; i++) {
      int value = Math.round(samples[i] * Short.MAX_VALUE);
      bytes[2 * i] = (byte) value;
      bytes[2 * i + 1] = (byte) (value >> Byte.SIZE);
    }
  }

  /**
   * Waits until what was written was heard. A track that is stopped would forget how far it is, and one
   * that is not full may not have begun to play: silence pushes the rest through.
   */
  private void drain(AudioTrack opened, long written) throws IOException, InterruptedException {
    byte[] silence = new byte[opened.getBufferSizeInFrames() * Short.BYTES];
    write(opened, silence, silence.length);
    long last = 0;
    for (int still = 0; last < written && still < STALLED && !isStopped(); still++) {
      long head = head(opened);
      still = head == last ? still : 0;
      last = head;
      Thread.sleep(DRAIN_MILLIS);
    }
  }

  private long head(AudioTrack opened) {
    synchronized (lock) {
      return stopped ? 0 : Integer.toUnsignedLong(opened.getPlaybackHeadPosition());
    }
  }

  private static AudioTrack open(int rate) {
    int smallest =
        AudioTrack.getMinBufferSize(
            rate, AudioFormat.CHANNEL_OUT_MONO, AudioFormat.ENCODING_PCM_16BIT);
    int wanted = ((int) (BUFFER_SECONDS * rate)) * Short.BYTES;
    return new AudioTrack.Builder()
        .setAudioAttributes(AudioFocus.attributes())
        .setAudioFormat(
            new AudioFormat.Builder()
                .setSampleRate(rate)
                .setChannelMask(AudioFormat.CHANNEL_OUT_MONO)
                .setEncoding(AudioFormat.ENCODING_PCM_16BIT)
                .build())
        .setBufferSizeInBytes(Math.max(smallest, wanted))
        .setTransferMode(AudioTrack.MODE_STREAM)
        .build();
  }

  private boolean isStopped() {
    synchronized (lock) {
      return stopped;
    }
  }

  private void release() {
    synchronized (lock) {
      if (track != null) {
        track.release();
        track = null;
      }
      stopped = true;
    }
  }
}
