// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.os.Handler;
import android.os.Looper;
import java.util.function.BiConsumer;

/** Stores a text once the user pauses typing. Main thread. */
final class AutoSave {
  /** Time without a key pressed after which the text is stored, ms. */
  static final long DELAY_MILLIS = 600;

  private final Handler handler = new Handler(Looper.getMainLooper());
  private final BiConsumer<Long, String> store;
  private final Runnable save = this::flush;
  private long key;
  private String text;

  /**
   * Starts with nothing to store.
   *
   * @param store takes the key of what the text belongs to, and the text; on the main thread
   */
  AutoSave(BiConsumer<Long, String> store) {
    this.store = store;
  }

  /** Takes a text that was changed. */
  void changed(long owner, String changed) {
    if (text != null && owner != key) {
      flush();
    }
    key = owner;
    text = changed;
    handler.removeCallbacks(save);
    handler.postDelayed(save, DELAY_MILLIS);
  }

  /** Stores now what was not stored yet. */
  void flush() {
    handler.removeCallbacks(save);
    if (text != null) {
      String changed = text;
      text = null;
      store.accept(key, changed);
    }
  }
}
