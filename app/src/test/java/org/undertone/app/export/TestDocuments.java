// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.os.ParcelFileDescriptor;
import android.provider.DocumentsContract;
import java.io.File;
import java.io.FileNotFoundException;
import org.robolectric.Robolectric;

/** A provider of documents in a folder, as the system's file picker leads to. */
public final class TestDocuments extends ContentProvider {
  private static final String AUTHORITY = "org.undertone.test.documents";

  private File folder;
  private File instead;
  private boolean canDelete = true;

  /** Installs the provider. */
  public static TestDocuments install(File folder) {
    TestDocuments provider =
        Robolectric.buildContentProvider(TestDocuments.class).create(AUTHORITY).get();
    provider.folder = folder;
    return provider;
  }

  /** Makes documents that are written to another file, such as a full disk. */
  void writeTo(File file) {
    instead = file;
  }

  /** Makes documents that cannot be deleted. */
  void refuseToDelete() {
    canDelete = false;
  }

  /** Returns the address of a document. */
  public Uri uri(String name) {
    return DocumentsContract.buildDocumentUri(AUTHORITY, name);
  }

  /** Returns the file that a document is. */
  public File file(Uri uri) {
    return new File(folder, DocumentsContract.getDocumentId(uri));
  }

  @Override
  public ParcelFileDescriptor openFile(Uri uri, String mode) throws FileNotFoundException {
    File file = instead == null ? file(uri) : instead;
    // A device cannot be truncated.
    String how = instead == null ? mode : "w";
    return ParcelFileDescriptor.open(file, ParcelFileDescriptor.parseMode(how));
  }

  @Override
  public Bundle call(String method, String argument, Bundle extras) {
    if (!method.equals("android:deleteDocument") || !canDelete) {
      throw new UnsupportedOperationException(method);
    }
    Uri uri = extras.getParcelable("uri", Uri.class);
    if (!file(uri).delete()) {
      throw new IllegalArgumentException(uri + " is not there");
    }
    return new Bundle();
  }

  @Override
  public boolean onCreate() {
    return true;
  }

  @Override
  public Cursor query(
      Uri uri, String[] projection, String selection, String[] arguments, String order) {
    return null;
  }

  @Override
  public String getType(Uri uri) {
    return ExportFragment.TYPE;
  }

  @Override
  public Uri insert(Uri uri, ContentValues values) {
    return null;
  }

  @Override
  public int delete(Uri uri, String selection, String[] arguments) {
    return 0;
  }

  @Override
  public int update(Uri uri, ContentValues values, String selection, String[] arguments) {
    return 0;
  }
}
