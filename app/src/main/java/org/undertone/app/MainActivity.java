// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.os.Bundle;
import androidx.appcompat.app.AppCompatActivity;
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

/** The one activity but for driving: four destinations, and what they lead to. */
public final class MainActivity extends AppCompatActivity implements Navigator {
  private NavigationBarView navigation;

  @Override
  protected void onCreate(Bundle savedInstanceState) {
    super.onCreate(savedInstanceState);
    setContentView(R.layout.activity_main);
    navigation = findViewById(R.id.navigation);
    navigation.setOnItemSelectedListener(
        item -> {
          showDestination(item.getItemId());
          return true;
        });
    if (savedInstanceState == null) {
      showDestination(R.id.destination_live);
      if (!AppContainer.of(this).settings().noticeAccepted()) {
        openNotice();
      }
    }
  }

  private void showDestination(int id) {
    FragmentManager fragments = getSupportFragmentManager();
    fragments.popBackStack(null, FragmentManager.POP_BACK_STACK_INCLUSIVE);
    fragments.beginTransaction().replace(R.id.content, destination(id)).commit();
  }

  private static Fragment destination(int id) {
    if (id == R.id.destination_history) {
      return new HistoryFragment();
    }
    if (id == R.id.destination_drive) {
      return new DriveFragment();
    }
    return id == R.id.destination_settings ? new SettingsFragment() : new LiveFragment();
  }

  private void push(Fragment fragment) {
    getSupportFragmentManager()
        .beginTransaction()
        .replace(R.id.content, fragment)
        .addToBackStack(null)
        .commit();
  }

  @Override
  public void openSession(long id) {
    push(SessionFragment.of(id));
  }

  @Override
  public void openLive() {
    navigation.setSelectedItemId(R.id.destination_live);
  }

  @Override
  public void openHistory() {
    navigation.setSelectedItemId(R.id.destination_history);
  }

  @Override
  public void openSettings() {
    navigation.setSelectedItemId(R.id.destination_settings);
  }

  @Override
  public void openDiagnostics() {
    push(new DiagnosticsFragment());
  }

  @Override
  public void openNotice() {
    push(new NoticeFragment());
  }

  @Override
  public void openExport(ExportRequest request) {
    push(ExportFragment.of(request));
  }
}
