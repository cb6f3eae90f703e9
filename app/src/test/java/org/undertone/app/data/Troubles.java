// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

/** Remembers what it was told. */
final class Troubles implements SessionWriter.Listener {
  private volatile StorageException failure;
  private volatile StorageException audio;
  private volatile int calls;

  @Override
  public synchronized void onFailure(StorageException cause) {
    failure = cause;
    calls++;
  }

  @Override
  public synchronized void onAudioStopped(StorageException cause) {
    audio = cause;
    calls++;
  }

  StorageException failure() {
    return failure;
  }

  StorageException audio() {
    return audio;
  }

  int calls() {
    return calls;
  }
}
