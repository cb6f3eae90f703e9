// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.app.Application;
import android.content.Context;
import android.content.Intent;
import androidx.preference.PreferenceManager;
import java.io.File;
import java.io.IOException;
import org.undertone.app.capture.OpenedModel;
import org.undertone.app.capture.ServiceRecorder;
import org.undertone.app.data.RoomSessionRepository;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.driver.AlertPlayer;
import org.undertone.app.driver.DriverActivity;
import org.undertone.app.export.ExportJob;
import org.undertone.app.infer.ClassifierFactory;
import org.undertone.app.infer.Delegate;
import org.undertone.app.infer.LoadedModel;
import org.undertone.app.infer.ModelStore;
import org.undertone.app.infer.ProfileStore;
import org.undertone.app.settings.Settings;

/** Makes the parts that live as long as the process, once, and hands them out. Any thread. */
public final class AppContainer {
  private final AppExecutors executors = new AppExecutors();
  private final Settings settings;
  private final ProfileStore profiles;
  private final AlertPlayer alerts;
  private final Application application;
  private RoomSessionRepository sessions;
  private ExportJob export;
  private ClassifierFactory classifiers;
  private ModelStore models;
  private ServiceRecorder recorder;

  AppContainer(Application application) {
    this.application = application;
    settings = new Settings(PreferenceManager.getDefaultSharedPreferences(application));
    profiles = new ProfileStore(new File(application.getFilesDir(), "voices"));
    alerts = new AlertPlayer(application, settings);
  }

  /** Returns the container of the app that a context belongs to. */
  public static AppContainer of(Context context) {
    return ((UndertoneApplication) context.getApplicationContext()).container();
  }

  /** Returns the threads. */
  public AppExecutors executors() {
    return executors;
  }

  /** Returns what the user chose. */
  public Settings settings() {
    return settings;
  }

  /** Returns what plays the alerts of driver mode. */
  public AlertPlayer alerts() {
    return alerts;
  }

  /** Returns the voice profiles. */
  public ProfileStore profiles() {
    return profiles;
  }

  /** Returns all that is kept of sessions. */
  public SessionRepository sessions() {
    return roomSessions();
  }

  private synchronized RoomSessionRepository roomSessions() {
    if (sessions == null) {
      sessions = new RoomSessionRepository(application, executors);
    }
    return sessions;
  }

  /** Returns the one export that may go on. */
  public synchronized ExportJob export() {
    if (export == null) {
      export = new ExportJob(application, sessions(), executors);
    }
    return export;
  }

  /**
   * Returns who opens models.
   *
   * @throws IOException if an asset of the app cannot be read
   */
  public synchronized ClassifierFactory classifiers() throws IOException {
    if (classifiers == null) {
      classifiers = ClassifierFactory.of(application);
    }
    return classifiers;
  }

  /**
   * Returns the models.
   *
   * @throws IOException if an asset of the app cannot be read
   */
  public synchronized ModelStore models() throws IOException {
    if (models == null) {
      models = ModelStore.of(application, classifiers());
    }
    return models;
  }

  /** Returns the recorder. */
  public synchronized ServiceRecorder recorder() {
    if (recorder == null) {
      recorder =
          ServiceRecorder.of(
              application, executors.main(), this::openModel, sessions(), profiles, settings);
      recorder.setAlerts(alerts, alerts::isSounding);
    }
    return recorder;
  }

  /** Returns what opens the screens on which a recording is shown, the one to be seen last. */
  public Intent[] recordingScreens(SessionMode mode) {
    Intent main =
        MainActivity.sessionIntent(application, 0).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK);
    return mode == SessionMode.DRIVER
        ? new Intent[] {main, DriverActivity.showIntent(application)}
        : new Intent[] {main};
  }

  private OpenedModel openModel() throws IOException {
    LoadedModel model = models().current().model();
    Delegate wished = Delegate.ofSetting(settings.delegate());
    return new OpenedModel(classifiers().open(model, wished).classifier(), model.hash());
  }

  /** Removes the sessions that are older than the user lets them become, on the writing thread. */
  public void applyRetention() {
    executors.disk().execute(() -> sessions().applyRetention(settings.retentionDays()));
  }

  /** Begins what the process does by itself: puts what is stored in order, on the writing thread. */
  void start() {
    executors.disk().execute(() -> roomSessions().start(settings.retentionDays()));
    executors.io().execute(() -> export().cleanUp());
  }
}
