// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.recyclerview.widget.RecyclerView;
import androidx.test.core.app.ActivityScenario;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.rules.ExternalResource;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.AppContainer;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.settings.Settings;

/** The app's main activity, past the notice, on the history. */
final class ScreenRule extends ExternalResource {
  private ActivityScenario<MainActivity> scenario;

  /** Starts the app, and opens the history. */
  void start() {
    android.app.Application application =
        androidx.test.core.app.ApplicationProvider.getApplicationContext();
    androidx.preference.PreferenceManager.getDefaultSharedPreferences(application)
        .edit()
        .putBoolean(Settings.NOTICE_ACCEPTED, true)
        .commit();
    scenario = ActivityScenario.launch(MainActivity.class);
    on(activity -> activity.openHistory());
    idle();
  }

  void openSession(long id) {
    on(activity -> activity.openSession(id));
    await(R.id.session_body, view -> view.getVisibility() == View.VISIBLE);
  }

  void on(ActivityScenario.ActivityAction<MainActivity> action) {
    scenario.onActivity(action);
  }

  <T> T get(Function<MainActivity, T> getter) {
    AtomicReference<T> value = new AtomicReference<>();
    scenario.onActivity(activity -> value.set(getter.apply(activity)));
    return value.get();
  }

  <F extends Fragment> F fragment(Class<F> type) {
    return type.cast(
        get(activity -> activity.getSupportFragmentManager().findFragmentById(R.id.content)));
  }

  void recreate() {
    scenario.recreate();
    idle();
  }

  /** Waits until a view is as it should be. */
  void await(int id, Predicate<View> condition) {
    SampleSessions.await(
        () ->
            get(
                activity -> {
                  View view = activity.findViewById(id);
                  return view != null && condition.test(view);
                }));
    idle();
  }

  void awaitText(int id, Predicate<String> condition) {
    await(
        id,
        view ->
            view.getVisibility() == View.VISIBLE
                && condition.test(((TextView) view).getText().toString()));
  }

  /** Waits until a list has as many rows, and lays them out. */
  void awaitRows(int id, int rows) {
    await(
        id,
        view -> {
          RecyclerView list = (RecyclerView) view;
          return list.getAdapter() != null && list.getAdapter().getItemCount() == rows;
        });
  }

  static void idle() {
    ShadowLooper.idleMainLooper();
    ShadowLooper.idleMainLooper(400, TimeUnit.MILLISECONDS);
  }

  void capture(String name) {
    idle();
    on(activity -> Screens.capture(activity, name));
  }

  /** Waits until all writing asked for is done. */
  void flush() {
    AppContainer container = get(AppContainer::of);
    try {
      container.executors().disk().submit(() -> {}).get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e);
    }
    idle();
  }

  @Override
  protected void after() {
    if (scenario != null) {
      scenario.close();
    }
  }
}
