// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import android.app.Activity;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.view.View;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Draws screens to pictures, for people to look at. */
final class Pictures {
  private static final File FOLDER =
      new File(System.getProperty("undertone.screens", "target/screens"));

  private Pictures() {}

  /** Saves what a screen shows as {@code target/screens/<name>.png}. */
  static void save(Activity screen, String name) throws IOException {
    View view = screen.getWindow().getDecorView();
    Bitmap picture =
        Bitmap.createBitmap(view.getWidth(), view.getHeight(), Bitmap.Config.ARGB_8888);
    view.draw(new Canvas(picture));
    File file = new File(FOLDER, name + ".png");
    File folder = file.getParentFile();
    if (!folder.isDirectory() && !folder.mkdirs()) {
      throw new IOException("no folder " + folder);
    }
    try (OutputStream out = new FileOutputStream(file)) {
      if (!picture.compress(Bitmap.CompressFormat.PNG, 100, out)) {
        throw new IOException("not written: " + file);
      }
    }
  }
}
