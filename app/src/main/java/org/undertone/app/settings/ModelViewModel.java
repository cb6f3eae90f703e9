// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.app.Application;
import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import android.provider.OpenableColumns;
import androidx.annotation.NonNull;
import androidx.lifecycle.AndroidViewModel;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.undertone.app.AppContainer;
import org.undertone.app.infer.CurrentModel;
import org.undertone.app.infer.LoadedModel;
import org.undertone.app.infer.ModelRefusedException;

/** Which model is used, and the import of another, which outlives a rotation. Main thread. */
public final class ModelViewModel extends AndroidViewModel {
  /**
   * The model in use; immutable.
   *
   * @param problem why the imported one is not used although it was chosen, or null
   */
  record Current(String name, boolean imported, ModelRefusedException.Reason problem) {}

  /**
   * What became of a change; immutable.
   *
   * @param name name of the model or its file
   * @param imported whether a model was to be imported, else the built-in one was to be used
   * @param trouble why nothing was changed, or null
   */
  record Outcome(String name, boolean imported, IOException trouble) {}

  /** A change of the model, on a background thread. */
  private interface Change {
    LoadedModel make() throws IOException;
  }

  private final AppContainer container;
  private final MutableLiveData<Current> current = new MutableLiveData<>();
  private final MutableLiveData<Boolean> busy = new MutableLiveData<>(false);
  private final MutableLiveData<Outcome> outcome = new MutableLiveData<>();

  /** Made by the provider of view models. */
  public ModelViewModel(@NonNull Application application) {
    super(application);
    container = AppContainer.of(application);
    refresh();
  }

  LiveData<Current> current() {
    return current;
  }

  LiveData<Boolean> busy() {
    return busy;
  }

  /** Observes what became of the last change, until {@link #outcomeShown}. */
  LiveData<Outcome> outcome() {
    return outcome;
  }

  void outcomeShown() {
    outcome.setValue(null);
  }

  void importModel(Uri uri) {
    ContentResolver resolver = getApplication().getContentResolver();
    change(
        nameOf(resolver, uri),
        true,
        () -> {
          InputStream in = resolver.openInputStream(uri);
          if (in == null) {
            throw new FileNotFoundException(uri.toString());
          }
          return container.models().importModel(in, nameOf(resolver, uri));
        });
  }

  void useBuiltIn() {
    change("", false, () -> container.models().useBuiltIn());
  }

  private void change(String name, boolean imported, Change change) {
    busy.setValue(true);
    container
        .executors()
        .io()
        .execute(
            () -> {
              Outcome result;
              try {
                result = new Outcome(change.make().name(), imported, null);
              } catch (SecurityException e) {
                // The right to read the file may be gone.
                result = new Outcome(name, imported, new IOException(e));
              } catch (IOException e) {
                result = new Outcome(name, imported, e);
              }
              outcome.postValue(result);
              busy.postValue(false);
              read();
            });
  }

  /** Reads anew which model is used. */
  void refresh() {
    container.executors().io().execute(this::read);
  }

  private void read() {
    try {
      CurrentModel found = container.models().current();
      current.postValue(
          new Current(
              found.model().name(),
              found.model().origin() == LoadedModel.Origin.IMPORTED,
              found.problem().map(ModelRefusedException::reason).orElse(null)));
    } catch (IOException e) {
      outcome.postValue(new Outcome("", false, e));
    }
  }

  private static String nameOf(ContentResolver resolver, Uri uri) {
    try (Cursor cursor =
        resolver.query(uri, new String[] {OpenableColumns.DISPLAY_NAME}, null, null, null)) {
      if (cursor != null && cursor.moveToFirst() && !cursor.isNull(0)) {
        return cursor.getString(0);
      }
    } catch (SecurityException e) {
      android.util.Log.w("Undertone", "no name for " + uri, e);
    }
    String last = uri.getLastPathSegment();
    return last == null ? uri.toString() : last;
  }
}
