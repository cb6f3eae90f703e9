// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Maps what a {@code LiveData} holds off the main thread, which long lists would hold up. */
final class BackgroundMap {
  private BackgroundMap() {}

  /** Returns the mapped values, in order; a value that was overtaken by a newer one is left out. */
  static <X, Y> LiveData<Y> map(LiveData<X> source, Executor executor, Function<X, Y> function) {
    MediatorLiveData<Y> result = new MediatorLiveData<>();
    Turn turn = new Turn();
    result.addSource(
        source,
        value -> {
          int number = turn.next();
          executor.execute(
              () -> {
                Y mapped = function.apply(value);
                turn.runIfNewest(number, () -> result.postValue(mapped));
              });
        });
    return result;
  }

  /** Numbers the values, so that an older one cannot come after a newer one. */
  private static final class Turn {
    private int newest;

    synchronized int next() {
      return ++newest;
    }

    synchronized void runIfNewest(int number, Runnable action) {
      if (number == newest) {
        action.run();
      }
    }
  }
}
