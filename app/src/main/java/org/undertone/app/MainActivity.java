// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import androidx.activity.EdgeToEdge;
import androidx.activity.OnBackPressedCallback;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.appcompat.app.AppCompatActivity;
import androidx.core.view.ViewCompat;
import androidx.fragment.app.Fragment;
import androidx.fragment.app.FragmentManager;
import com.google.android.material.navigation.NavigationBarView;
import org.undertone.app.driver.DriveFragment;
import org.undertone.app.export.ExportFragment;
import org.undertone.app.export.ExportRequest;
import org.undertone.app.history.HistoryFragment;
import org.undertone.app.history.SessionFragment;
import org.undertone.app.live.LiveFragment;
import org.undertone.app.settings.DiagnosticsFragment;
import org.undertone.app.settings.NoticeFragment;
import org.undertone.app.settings.SettingsFragment;

/**
 * The one activity but for driving: four destinations, and what they lead to. Each destination keeps
 * its own way back; back from any of them leads to the live screen, and from there out.
 */
public final class MainActivity extends AppCompatActivity implements Navigator {
  private static final String EXTRA_SESSION = "org.undertone.app.session";

  private Destinations destinations;
  private NavigationBarView navigation;
  private RecordingIndicator indicator;

  /**
   * Returns what brings this screen to the front and opens a session on it.
   *
   * @param session key of the session; 0 for none
   */
  public static Intent sessionIntent(Context context, long session) {
    return new Intent(context, MainActivity.class)
        .putExtra(EXTRA_SESSION, session)
        .addFlags(Intent.FLAG_ACTIVITY_CLEAR_TOP | Intent.FLAG_ACTIVITY_SINGLE_TOP);
  }

  @Override
  protected void onCreate(Bundle savedInstanceState) {
    EdgeToEdge.enable(this);
    // Before screens are restored, which happens next.
    getSupportFragmentManager().registerFragmentLifecycleCallbacks(new BackFromRoots(), false);
    super.onCreate(savedInstanceState);
    setContentView(R.layout.activity_main);
    destinations =
        new Destinations(
            getSupportFragmentManager(), R.id.content, MainActivity::root, savedInstanceState);
    navigation = findViewById(R.id.navigation);
    SystemBars.keepClear(findViewById(R.id.main), navigation, this::update);
    indicator =
        new RecordingIndicator(findViewById(R.id.recording_indicator), this::showDestination);
    navigation.getMenu().findItem(destinations.current()).setChecked(true);
    navigation.setOnItemSelectedListener(
        item -> {
          destinations.select(item.getItemId());
          update();
          return true;
        });
    navigation.setOnItemReselectedListener(item -> destinations.popToRoot());
    getSupportFragmentManager().addOnBackStackChangedListener(this::update);
    AppContainer.of(this)
        .recorder()
        .state()
        .observe(
            this,
            state -> {
              indicator.show(state);
              update();
            });
    if (savedInstanceState == null) {
      destinations.select(R.id.destination_live);
      if (!AppContainer.of(this).settings().noticeAccepted()) {
        openNotice();
      }
      openSessionOf(getIntent());
    }
  }

  @Override
  protected void onRestart() {
    super.onRestart();
    // The process may live for weeks.
    AppContainer.of(this).applyRetention();
  }

  @Override
  protected void onNewIntent(Intent intent) {
    super.onNewIntent(intent);
    openSessionOf(intent);
  }

  private void openSessionOf(Intent intent) {
    long session = intent.getLongExtra(EXTRA_SESSION, 0);
    // The list of recent apps hands an old intent over once more, and nothing leads past the
    // notice.
    boolean again = (intent.getFlags() & Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY) != 0;
    if (session != 0 && !again && AppContainer.of(this).settings().noticeAccepted()) {
      openSession(session);
    }
  }

  @Override
  protected void onSaveInstanceState(Bundle outState) {
    super.onSaveInstanceState(outState);
    destinations.save(outState);
  }

  private static Fragment root(int id) {
    if (id == R.id.destination_history) {
      return new HistoryFragment();
    }
    if (id == R.id.destination_drive) {
      return new DriveFragment();
    }
    return id == R.id.destination_settings ? new SettingsFragment() : new LiveFragment();
  }

  /** The indicator is for every screen but the one that shows the recording itself. */
  private void update() {
    // Nothing leads past the first-run notice.
    boolean accepted = AppContainer.of(this).settings().noticeAccepted();
    boolean shown = accepted && !SystemBars.isInTheWay(navigation);
    int visibility = shown ? View.VISIBLE : View.GONE;
    if (navigation.getVisibility() != visibility) {
      navigation.setVisibility(visibility);
      // Whoever reaches to the bottom now keeps clear of the system's bar there.
      ViewCompat.requestApplyInsets(navigation);
    }
    indicator.setWanted(destinations.isRoot() ? destinations.current() : 0);
  }

  private void showDestination(int id) {
    if (destinations.current() == id) {
      destinations.popToRoot();
    } else {
      navigation.setSelectedItemId(id);
    }
  }

  @Override
  public void openSession(long id) {
    destinations.push(SessionFragment.of(id));
  }

  @Override
  public void openLive() {
    navigation.setSelectedItemId(R.id.destination_live);
  }

  @Override
  public void openHistory() {
    showDestination(R.id.destination_history);
  }

  @Override
  public void openSettings() {
    showDestination(R.id.destination_settings);
  }

  @Override
  public void openDiagnostics() {
    destinations.push(new DiagnosticsFragment());
  }

  @Override
  public void openNotice() {
    destinations.push(new NoticeFragment());
  }

  @Override
  public void openExport(ExportRequest request) {
    destinations.push(ExportFragment.of(request));
  }

  /**
   * Hears "back" for the first screens. As their own callback it is asked after what they ask for their
   * views, such as the end of a selection, but before the fragment manager, which would take the first
   * screen away and leave none.
   */
  private final class BackFromRoots extends FragmentManager.FragmentLifecycleCallbacks {
    @Override
    public void onFragmentPreCreated(
        @NonNull FragmentManager fragments,
        @NonNull Fragment fragment,
        @Nullable Bundle savedInstanceState) {
      if (Destinations.isRoot(fragment)) {
        getOnBackPressedDispatcher().addCallback(fragment, new BackFromRoot());
      }
    }
  }

  /** Above a destination's first screen the fragments go back by themselves. */
  private final class BackFromRoot extends OnBackPressedCallback {
    BackFromRoot() {
      super(true);
    }

    @Override
    public void handleOnBackPressed() {
      if (destinations.current() == R.id.destination_live) {
        finish();
      } else {
        showDestination(R.id.destination_live);
      }
    }
  }
}
