// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import android.os.Bundle;
import android.view.View;
import android.widget.Button;
import android.widget.TextView;
import androidx.annotation.IdRes;
import androidx.annotation.NonNull;
import androidx.annotation.StringRes;
import androidx.fragment.app.Fragment;
import com.google.android.material.button.MaterialButtonToggleGroup;
import com.google.android.material.materialswitch.MaterialSwitch;
import org.undertone.app.AppContainer;
import org.undertone.app.R;
import org.undertone.app.capture.Recorder;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.SessionMode;
import org.undertone.app.settings.Settings;
import org.undertone.app.view.MicrophonePermission;
import org.undertone.app.view.NotificationPermission;
import org.undertone.ser.timeline.DriverAlertSettings.Sensitivity;
import org.undertone.ser.timeline.DriverState;

/** Where a drive begins: what driver mode does, its settings, what alerts are like, and start. */
public final class DriveFragment extends Fragment {
  private final NotificationPermission notifications =
      new NotificationPermission(this, this::openDriver);
  private final MicrophonePermission permission =
      new MicrophonePermission(this, notifications::askOnce);
  private Settings settings;
  private Recorder recorder;
  private TextView sensitivityMeans;
  private View busy;
  private Button start;

  /** Made by the fragment manager. */
  public DriveFragment() {
    super(R.layout.fragment_drive);
  }

  @Override
  public void onViewCreated(@NonNull View view, Bundle savedInstanceState) {
    AppContainer container = AppContainer.of(requireContext());
    settings = container.settings();
    recorder = container.recorder();
    sensitivityMeans = view.findViewById(R.id.drive_sensitivity_means);
    busy = view.findViewById(R.id.drive_busy);
    start = view.findViewById(R.id.drive_start);
    bindSettings(view);
    AlertPlayer alerts = container.alerts();
    view.findViewById(R.id.drive_try_tense)
        .setOnClickListener(button -> alerts.play(DriverState.TENSE));
    view.findViewById(R.id.drive_try_low)
        .setOnClickListener(button -> alerts.play(DriverState.LOW));
    recorder.state().observe(getViewLifecycleOwner(), this::show);
  }

  private void bindSettings(View view) {
    MaterialButtonToggleGroup group = view.findViewById(R.id.drive_sensitivity);
    group.check(button(settings.sensitivity()));
    showMeaning(settings.sensitivity());
    group.addOnButtonCheckedListener(
        (toggles, id, checked) -> {
          if (checked) {
            Sensitivity chosen = sensitivity(id);
            settings.setSensitivity(chosen);
            showMeaning(chosen);
          }
        });
    MaterialSwitch vibrate = view.findViewById(R.id.drive_vibrate);
    vibrate.setChecked(settings.vibrate());
    vibrate.setOnCheckedChangeListener((button, on) -> settings.setVibrate(on));
    MaterialSwitch speak = view.findViewById(R.id.drive_speak);
    speak.setChecked(settings.speakAlerts());
    speak.setOnCheckedChangeListener((button, on) -> settings.setSpeakAlerts(on));
  }

  private void showMeaning(Sensitivity sensitivity) {
    sensitivityMeans.setText(meaning(sensitivity));
  }

  @StringRes
  private static int meaning(Sensitivity sensitivity) {
    switch (sensitivity) {
      case LOW:
        return R.string.drive_sensitivity_low_means;
      case MEDIUM:
        return R.string.drive_sensitivity_medium_means;
      case HIGH:
        return R.string.drive_sensitivity_high_means;
    }
    throw new AssertionError(sensitivity);
  }

  @IdRes
  private static int button(Sensitivity sensitivity) {
    switch (sensitivity) {
      case LOW:
        return R.id.drive_sensitivity_low;
      case MEDIUM:
        return R.id.drive_sensitivity_medium;
      case HIGH:
        return R.id.drive_sensitivity_high;
    }
    throw new AssertionError(sensitivity);
  }

  private static Sensitivity sensitivity(@IdRes int button) {
    for (Sensitivity sensitivity : Sensitivity.values()) {
      if (button(sensitivity) == button) {
        return sensitivity;
      }
    }
    throw new AssertionError(button);
  }

  /** Offers what can be done now: start, go back to a drive, or stop a live recording first. */
  private void show(RecordingState state) {
    boolean drive = state.isActive() && state.mode() == SessionMode.DRIVER;
    boolean live = state.isActive() && !drive;
    busy.setVisibility(live ? View.VISIBLE : View.GONE);
    if (live) {
      start.setText(R.string.drive_live_stop);
      start.setOnClickListener(view -> recorder.stop(requireContext()));
    } else {
      start.setText(drive ? R.string.drive_return : R.string.drive_start);
      start.setOnClickListener(view -> permission.request());
    }
  }

  private void openDriver() {
    startActivity(DriverActivity.intent(requireContext()));
  }
}
