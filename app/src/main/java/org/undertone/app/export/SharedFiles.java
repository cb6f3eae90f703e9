// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import android.content.Context;
import android.net.Uri;
import androidx.core.content.FileProvider;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/**
 * Temporary files for the share sheet, in the cache. They go at the next start, at the next export, and a
 * day after they were made.
 */
final class SharedFiles {
  /** How long another app has for reading a file. */
  static final long KEPT_MILLIS = TimeUnit.DAYS.toMillis(1);

  private static final String PART = ".part";

  private final Context context;
  private final File folder;

  SharedFiles(Context context) {
    this.context = context;
    this.folder = new File(context.getCacheDir(), "exports");
  }

  /** Deletes all files that are at least so old. */
  void purge(long ageMillis) {
    long newest = System.currentTimeMillis() - ageMillis;
    File[] files = folder.listFiles();
    for (File file : files == null ? new File[0] : files) {
      if (file.lastModified() <= newest && !file.delete()) {
        android.util.Log.w("Undertone", "cannot delete " + file.getName());
      }
    }
  }

  /** Returns the target of a new file; those of earlier exports go. */
  ExportTarget target(String name) {
    File file = new File(folder, name);
    File part = new File(folder, name + PART);
    return new ExportTarget() {
      @Override
      public OutputStream open() throws IOException {
        purge(0);
        if (!folder.isDirectory() && !folder.mkdirs()) {
          throw new IOException("cannot make the folder for shared files");
        }
        return new FileOutputStream(part);
      }

      @Override
      public Uri commit() throws IOException {
        if (!part.renameTo(file)) {
          throw new IOException("cannot rename " + part.getName());
        }
        return FileProvider.getUriForFile(context, context.getPackageName() + ".files", file);
      }

      @Override
      public void discard() {
        if (!part.delete() && part.exists()) {
          android.util.Log.w("Undertone", "cannot delete " + part.getName());
        }
      }
    };
  }
}
