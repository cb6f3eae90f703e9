// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.media.AudioRecord;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import be.tarsos.dsp.io.TarsosDSPAudioInputStream;

/**
 * An {@link AudioRecord} of 16-bit mono PCM as a TarsosDSP audio stream. It ends when it is closed or
 * when reading fails; {@link #failure()} tells which. It does not throw then, because a dispatcher
 * answers an exception with an {@link Error}. Read by one thread; does not allocate.
 */
final class MicrophoneStream implements TarsosDSPAudioInputStream {
  private final AudioRecord record;
  private final TarsosDSPAudioFormat format;
  private volatile boolean closing;
  private volatile String failure;
  private long lastReadNanos;

  /** Reads a record, which stays its owner's. */
  MicrophoneStream(AudioRecord record) {
    this.record = record;
    format = new TarsosDSPAudioFormat(record.getSampleRate(), 16, 1, true, false);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int read = record.read(buffer, offset, length);
    lastReadNanos = System.nanoTime();
    if (read > 0) {
      return read;
    }
    if (!closing) {
      failure = name(read);
    }
    return -1;
  }

  private static String name(int result) {
    switch (result) {
      case 0:
        return "the microphone stopped by itself";
      case AudioRecord.ERROR_INVALID_OPERATION:
        return "ERROR_INVALID_OPERATION";
      case AudioRecord.ERROR_BAD_VALUE:
        return "ERROR_BAD_VALUE";
      case AudioRecord.ERROR_DEAD_OBJECT:
        return "ERROR_DEAD_OBJECT";
      default:
        return "error " + result;
    }
  }

  /** Returns when the last read returned, as {@link System#nanoTime()} has it; on the reading thread. */
  long lastReadNanos() {
    return lastReadNanos;
  }

  /** Returns why reading failed, or null if it has not. */
  String failure() {
    return failure;
  }

  /** Says that the end, when it comes, is no failure. */
  void expectEnd() {
    closing = true;
  }

  @Override
  public void close() {
    expectEnd();
  }

  @Override
  public long skip(long bytes) {
    throw new UnsupportedOperationException("a microphone cannot skip");
  }

  @Override
  public TarsosDSPAudioFormat getFormat() {
    return format;
  }

  @Override
  public long getFrameLength() {
    return TarsosDSPAudioFormat.NOT_SPECIFIED;
  }
}
