// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import android.content.ContentResolver;
import android.content.Context;
import android.content.Intent;
import android.content.SharedPreferences;
import android.net.Uri;
import android.provider.DocumentsContract;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A document that the user made with the system's file picker. While it is written, its address is kept,
 * so that the next start can take it away if the process is killed.
 */
final class DocumentTarget implements ExportTarget {
  private static final String PREFERENCES = "export";
  private static final String UNFINISHED = "unfinished_document";
  private static final int GRANT =
      Intent.FLAG_GRANT_READ_URI_PERMISSION | Intent.FLAG_GRANT_WRITE_URI_PERMISSION;

  private final ContentResolver resolver;
  private final SharedPreferences preferences;
  private final Uri document;

  DocumentTarget(Context context, Uri document) {
    this.resolver = context.getContentResolver();
    this.preferences = context.getSharedPreferences(PREFERENCES, Context.MODE_PRIVATE);
    this.document = document;
  }

  /** Takes away the document that a killed process was writing, if there is one. */
  static void discardUnfinished(Context context) {
    String unfinished =
        context.getSharedPreferences(PREFERENCES, Context.MODE_PRIVATE).getString(UNFINISHED, null);
    if (unfinished != null) {
      new DocumentTarget(context, Uri.parse(unfinished)).discard();
    }
  }

  @Override
  public OutputStream open() throws IOException {
    try {
      resolver.takePersistableUriPermission(document, GRANT);
    } catch (SecurityException e) {
      // Not all providers offer it. Then a killed process leaves its part of the file.
      android.util.Log.i("Undertone", "the document's provider gives no lasting permission", e);
    }
    preferences.edit().putString(UNFINISHED, document.toString()).commit();
    try {
      OutputStream out = resolver.openOutputStream(document, "wt");
      if (out == null) {
        throw new FileNotFoundException("the document's provider has crashed");
      }
      return out;
    } catch (SecurityException | IllegalArgumentException | UnsupportedOperationException e) {
      throw new IOException("the document may not be written to", e);
    }
  }

  @Override
  public Uri commit() {
    release();
    return document;
  }

  @Override
  public void discard() {
    boolean deleted = false;
    try {
      deleted = DocumentsContract.deleteDocument(resolver, document);
    } catch (IOException | RuntimeException e) {
      android.util.Log.i("Undertone", "the document cannot be deleted", e);
    }
    if (!deleted) {
      truncate();
    }
    release();
  }

  /** The least that can be done: no half a ZIP that looks like one. */
  private void truncate() {
    try (OutputStream out = resolver.openOutputStream(document, "wt")) {
      if (out != null) {
        out.flush();
      }
    } catch (IOException | RuntimeException e) {
      android.util.Log.w("Undertone", "the document cannot be emptied", e);
    }
  }

  private void release() {
    preferences.edit().remove(UNFINISHED).commit();
    try {
      resolver.releasePersistableUriPermission(document, GRANT);
    } catch (SecurityException e) {
      android.util.Log.i("Undertone", "there was no lasting permission", e);
    }
  }
}
