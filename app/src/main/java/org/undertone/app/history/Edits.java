// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.app.Application;
import android.util.Log;
import android.widget.Toast;
import androidx.core.content.ContextCompat;
import java.util.Objects;
import org.undertone.app.AppContainer;
import org.undertone.app.AppExecutors;
import org.undertone.app.R;

/** Changes what is stored, in the order asked for, off the main thread; says so where that fails. */
final class Edits {
  private final Application application;
  private final AppExecutors executors;

  Edits(Application application) {
    this.application = application;
    this.executors = AppContainer.of(application).executors();
  }

  /** Runs a change on the writing thread. */
  void run(Runnable change) {
    executors
        .disk()
        .execute(
            () -> {
              try {
                change.run();
              } catch (RuntimeException e) {
                // A full disk, above all; the screen goes back to what is stored.
                Log.e("Undertone", "a change could not be stored", e);
                executors.main().execute(() -> say(e));
              }
            });
  }

  private void say(RuntimeException failure) {
    String reason = Objects.toString(failure.getLocalizedMessage(), "");
    Toast.makeText(
            application,
            ContextCompat.getContextForLanguage(application)
                .getString(R.string.history_change_failed, reason),
            Toast.LENGTH_LONG)
        .show();
  }
}
