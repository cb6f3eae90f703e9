// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

/**
 * Tells a listener of trouble, each kind once, even if it came before the listener did. {@link #tell}
 * is for the writing thread, without locks held.
 */
final class TroubleReport {
  private SessionWriter.Listener listener;
  private StorageException failure;
  private StorageException audioFailure;

  synchronized void setListener(SessionWriter.Listener listener) {
    this.listener = listener;
  }

  synchronized void fail(StorageException cause) {
    failure = cause;
  }

  synchronized void failAudio(StorageException cause) {
    audioFailure = cause;
  }

  /** Tells what has not been told yet. */
  void tell() {
    SessionWriter.Listener told;
    StorageException audio;
    StorageException all;
    synchronized (this) {
      if (listener == null) {
        return;
      }
      told = listener;
      audio = audioFailure;
      audioFailure = null;
      all = failure;
      failure = null;
    }
    if (audio != null) {
      told.onAudioStopped(audio);
    }
    if (all != null) {
      told.onFailure(all);
    }
  }
}
