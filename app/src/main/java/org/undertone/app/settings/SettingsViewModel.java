// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.app.Application;
import android.util.Log;
import androidx.annotation.NonNull;
import androidx.lifecycle.AndroidViewModel;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.undertone.app.AppContainer;
import org.undertone.app.infer.ProfileStore;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.VoiceProfile;

/** What the settings screen shows beside the preferences, and the long work it starts. Main thread. */
public final class SettingsViewModel extends AndroidViewModel {
  /**
   * Space that is used; immutable.
   *
   * @param audioBytes kept audio
   * @param databaseBytes timelines
   */
  record Storage(long audioBytes, long databaseBytes) {}

  private final AppContainer container;
  private final MutableLiveData<Storage> storage = new MutableLiveData<>();
  private final MutableLiveData<ProfileSummary> profile = new MutableLiveData<>();

  /** Made by the provider of view models. */
  public SettingsViewModel(@NonNull Application application) {
    super(application);
    container = AppContainer.of(application);
    refresh();
  }

  LiveData<Storage> storage() {
    return storage;
  }

  LiveData<ProfileSummary> profile() {
    return profile;
  }

  /** Reads everything again. */
  void refresh() {
    container
        .executors()
        .io()
        .execute(
            () -> {
              storage.postValue(
                  new Storage(
                      container.sessions().audioBytes(), container.sessions().databaseBytes()));
              try {
                profile.postValue(summary());
              } catch (IOException e) {
                Log.e("Undertone", "the model cannot be read", e);
              }
            });
  }

  private ProfileSummary summary() throws IOException {
    String name = container.settings().profileName();
    ModelSpec spec = container.models().current().model().spec();
    VoiceProfile voice = container.profiles().load(name, spec);
    return new ProfileSummary(name, voice.maturity(), voice.frames() * spec.mfcc().hopSeconds());
  }

  /** Hands over the names that have a voice, the chosen one too, on the main thread. */
  void names(Consumer<List<String>> answer) {
    container
        .executors()
        .io()
        .execute(
            () -> {
              List<String> names = new ArrayList<>(container.profiles().names());
              for (String name : List.of(container.settings().profileName(), "")) {
                if (!names.contains(name)) {
                  names.add(0, name);
                }
              }
              container.executors().main().execute(() -> answer.accept(names));
            });
  }

  /** Chooses whose voice it is. */
  void choose(String name) {
    container.settings().setProfileName(name);
    refresh();
  }

  /** Forgets the chosen voice; hands over whether it could be. */
  void forgetVoice(Runnable done) {
    ProfileStore profiles = container.profiles();
    container
        .executors()
        .io()
        .execute(
            () -> {
              profiles.delete(container.settings().profileName());
              container.executors().main().execute(done);
              refresh();
            });
  }

  /** Forgets which delegates failed: whoever chooses one wants it to be tried. */
  void tryDelegatesAgain() {
    container
        .executors()
        .io()
        .execute(
            () -> {
              try {
                container.classifiers().retry();
              } catch (IOException e) {
                Log.e("Undertone", "the delegates cannot be tried again", e);
              }
            });
  }

  /** Erases all that is kept; hands over the trouble, or an empty text, on the main thread. */
  void eraseEverything(Consumer<String> answer) {
    // What an export still writes, or offers to share, is part of all.
    container.export().cancel();
    container
        .executors()
        .io()
        .execute(
            () -> {
              String trouble = erase();
              container.executors().main().execute(() -> answer.accept(trouble));
              container.executors().main().execute(container.export()::dismiss);
              refresh();
            });
  }

  private String erase() {
    try {
      container.sessions().eraseAll();
      container.models().removeImported();
      for (String name : container.profiles().names()) {
        container.profiles().delete(name);
      }
      deleteContents(getApplication().getCacheDir());
      container.settings().eraseAll();
      return "";
    } catch (IOException e) {
      Log.e("Undertone", "not everything could be erased", e);
      return String.valueOf(e.getMessage());
    }
  }

  private static void deleteContents(File folder) throws IOException {
    File[] files = folder.listFiles();
    for (File file : files == null ? new File[0] : files) {
      if (file.isDirectory()) {
        deleteContents(file);
      }
      if (!file.delete() && file.exists()) {
        throw new IOException(file.getName());
      }
    }
  }
}
