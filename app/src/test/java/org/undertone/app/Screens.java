// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.app.Activity;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.view.View;
import androidx.test.espresso.NoMatchingRootException;
import androidx.test.espresso.NoMatchingViewException;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.robolectric.shadows.ShadowLooper;

/** Pictures of screens, drawn by Android's own graphics library, to look at and to keep as documents. */
public final class Screens {
  private static final int PNG_QUALITY = 100;
  private static final int WAIT_TRIES = 600;
  private static final int WAIT_MILLIS = 50;

  private Screens() {}

  /**
   * Draws the whole window of {@code activity}, without system bars, to a PNG. Call it on the main thread.
   *
   * @param name the name of the picture without its ending
   * @return the picture, below {@code target/screens}
   */
  public static File capture(Activity activity, String name) {
    return capture(activity.getWindow().getDecorView(), name);
  }

  /**
   * Tries until an assertion holds, letting the main thread and the others work in between; fails as it
   * last failed, after half a minute.
   */
  public static void waitFor(Runnable assertion) {
    for (int tries = 0; ; tries++) {
      ShadowLooper.idleMainLooper();
      try {
        assertion.run();
        return;
      } catch (AssertionError | NoMatchingViewException | NoMatchingRootException e) {
        if (tries == WAIT_TRIES) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Draws any view, such as the root of a dialog's window, to a PNG. Call it on the main thread. */
  public static File capture(View view, String name) {
    ShadowLooper.idleMainLooper();
    Bitmap picture =
        Bitmap.createBitmap(view.getWidth(), view.getHeight(), Bitmap.Config.ARGB_8888);
    view.draw(new Canvas(picture));
    File folder = new File(System.getProperty("undertone.screens", "target/screens"));
    File file = new File(folder, name + ".png");
    if (!folder.isDirectory() && !folder.mkdirs()) {
      throw new UncheckedIOException(new IOException("Can't make the folder " + folder));
    }
    try (OutputStream out = new FileOutputStream(file)) {
      picture.compress(Bitmap.CompressFormat.PNG, PNG_QUALITY, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
