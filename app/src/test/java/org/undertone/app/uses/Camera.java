// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import android.app.Activity;
import android.app.Dialog;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.view.View;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.Screens;

/**
 * Takes pictures of the app's screens, called {@code SCREEN-LOOK.png}. Where the system property {@code
 * undertone.docs} names a folder, smaller ones of the main screens are put there too. Main thread only.
 */
final class Camera {
  private static final Set<String> FULL_LOOKS = Set.of("light", "dark");
  private static final Set<String> FOR_EVERY_LOOK =
      Set.of("live", "history", "session", "drive-alert", "settings");
  private static final Set<String> FOR_FULL_LOOKS =
      Set.of(
          "notice",
          "live-unsure",
          "live-no-speech",
          "live-idle",
          "session-segments",
          "session-correct",
          "drive-before",
          "drive",
          "drive-quiet",
          "export",
          "settings-2",
          "settings-3",
          "diagnostics");

  private static final int DIM = Color.argb(0x52, 0, 0, 0);

  /** Of the shorter side, pixels. */
  private static final int DOCS_SIZE = 540;

  private final String look;

  Camera(String look) {
    this.look = look;
  }

  void take(Activity activity, String screen) {
    View window = activity.getWindow().getDecorView();
    Screens.capture(window, screen + "-" + look);
    keepForDocs(draw(window), screen);
  }

  /** Takes the picture of a dialog over its screen. */
  void take(Activity activity, Dialog dialog, String screen) {
    ShadowLooper.idleMainLooper();
    View window = activity.getWindow().getDecorView();
    View above = dialog.getWindow().getDecorView();
    Bitmap picture = draw(window);
    Canvas canvas = new Canvas(picture);
    canvas.drawColor(DIM);
    canvas.translate(
        (window.getWidth() - above.getWidth()) / 2f, (window.getHeight() - above.getHeight()) / 2f);
    above.draw(canvas);
    File folder = new File(System.getProperty("undertone.screens", "target/screens"));
    write(picture, file(folder, screen));
    keepForDocs(picture, screen);
  }

  private static Bitmap draw(View view) {
    Bitmap picture =
        Bitmap.createBitmap(view.getWidth(), view.getHeight(), Bitmap.Config.ARGB_8888);
    view.draw(new Canvas(picture));
    return picture;
  }

  private void keepForDocs(Bitmap picture, String screen) {
    String docs = System.getProperty("undertone.docs", "");
    boolean wanted =
        FOR_EVERY_LOOK.contains(screen)
            || (FULL_LOOKS.contains(look) && FOR_FULL_LOOKS.contains(screen));
    if (docs.isEmpty() || !wanted) {
      return;
    }
    double scale = (double) DOCS_SIZE / Math.min(picture.getWidth(), picture.getHeight());
    Bitmap small =
        Bitmap.createScaledBitmap(
            picture,
            (int) Math.round(scale * picture.getWidth()),
            (int) Math.round(scale * picture.getHeight()),
            true);
    try {
      SmallPng.write(small, file(new File(docs), screen));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private File file(File folder, String screen) {
    if (!folder.isDirectory() && !folder.mkdirs()) {
      throw new UncheckedIOException(new IOException("can't make the folder " + folder));
    }
    return new File(folder, screen + "-" + look + ".png");
  }

  private static void write(Bitmap picture, File file) {
    try (OutputStream out = new FileOutputStream(file)) {
      picture.compress(Bitmap.CompressFormat.PNG, 100, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
