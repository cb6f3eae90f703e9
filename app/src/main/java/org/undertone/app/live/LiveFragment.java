// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import android.content.Context;
import android.content.Intent;
import android.content.res.ColorStateList;
import android.net.Uri;
import android.os.Bundle;
import android.provider.Settings;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.color.MaterialColors;
import com.google.android.material.snackbar.Snackbar;
import org.undertone.app.AppContainer;
import org.undertone.app.Navigator;
import org.undertone.app.R;
import org.undertone.app.capture.Phase;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.view.MicrophonePermission;

/** The live screen: record, see, stop. */
public final class LiveFragment extends Fragment {
  private final RecordingPermissions permissions =
      new RecordingPermissions(this, this::startRecording, this::refused);
  private LiveViewModel model;
  private MaterialButton button;

  @Override
  public void onCreate(@Nullable Bundle savedInstanceState) {
    super.onCreate(savedInstanceState);
    AppContainer app = AppContainer.of(requireContext());
    LiveViewModel.Factory factory =
        new LiveViewModel.Factory(app.recorder(), app.settings(), app.sessions());
    model = new ViewModelProvider(this, factory).get(LiveViewModel.class);
    permissions.onCreate();
  }

  @Override
  public View onCreateView(
      @NonNull LayoutInflater inflater,
      @Nullable ViewGroup container,
      @Nullable Bundle savedInstanceState) {
    return inflater.inflate(R.layout.fragment_live, container, false);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedInstanceState) {
    View idle = view.findViewById(R.id.live_idle);
    View session = view.findViewById(R.id.live_session);
    LiveSessionViews views = new LiveSessionViews(view);
    button = view.findViewById(R.id.live_button);
    LastSessionCard last = new LastSessionCard(view, id -> navigator().openSession(id));
    model.lastSession().observe(getViewLifecycleOwner(), last::show);
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            state -> {
              LiveScreen screen = LiveScreen.of(state, model.labels());
              idle.setVisibility(screen.recording() ? View.GONE : View.VISIBLE);
              session.setVisibility(screen.recording() ? View.VISIBLE : View.GONE);
              showButton(state);
              views.show(screen, state);
            });
    model.notice().observe(getViewLifecycleOwner(), next -> showNotice(view, next));
    model.saved().observe(getViewLifecycleOwner(), this::showSaved);
  }

  @Override
  public void onResume() {
    super.onResume();
    if (MicrophonePermission.isGranted(requireContext())) {
      model.onPermitted();
    }
  }

  /** One button for both, so that fingers and TalkBack's focus stay where they are. */
  private void showButton(RecordingState state) {
    boolean recording = state.isActive();
    button.setEnabled(state.phase() != Phase.STOPPING);
    int text = recording ? R.string.live_stop : R.string.live_record;
    if (getString(text).contentEquals(button.getText())) {
      return;
    }
    button.setText(text);
    int ground = recording ? R.attr.colorError : R.attr.colorPrimary;
    int content = recording ? R.attr.colorOnError : R.attr.colorOnPrimary;
    button.setBackgroundColor(MaterialColors.getColor(button, ground));
    button.setTextColor(MaterialColors.getColor(button, content));
    button.setIconTint(ColorStateList.valueOf(MaterialColors.getColor(button, content)));
    button.setIconResource(recording ? R.drawable.ic_live_stop : R.drawable.ic_live_microphone);
    button.setOnClickListener(
        recording ? clicked -> model.stop(requireContext()) : clicked -> permissions.startOrAsk());
  }

  private void startRecording() {
    model.start(requireContext());
  }

  private void refused(LiveNotice why) {
    model.setNotice(why);
  }

  private void showNotice(View view, LiveNotice next) {
    View card = view.findViewById(R.id.live_hint);
    card.setVisibility(next == null ? View.GONE : View.VISIBLE);
    if (next == null) {
      return;
    }
    TextView text = view.findViewById(R.id.live_hint_text);
    text.setText(next.text());
    MaterialButton action = view.findViewById(R.id.live_hint_action);
    action.setVisibility(next.way() == LiveNotice.Way.NONE ? View.GONE : View.VISIBLE);
    if (next.way() != LiveNotice.Way.NONE) {
      action.setText(next.way().text());
      action.setOnClickListener(clicked -> follow(next.way()));
    }
    view.findViewById(R.id.live_hint_dismiss).setOnClickListener(clicked -> model.setNotice(null));
  }

  private void follow(LiveNotice.Way way) {
    switch (way) {
      case RECORD:
        permissions.startOrAsk();
        return;
      case APP_SETTINGS:
        Context context = requireContext();
        Uri app = Uri.fromParts("package", context.getPackageName(), null);
        startActivity(new Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, app));
        return;
      case STORAGE:
        navigator().openSettings();
        return;
      case DIAGNOSTICS:
        navigator().openDiagnostics();
        return;
      case NONE:
    }
  }

  private void showSaved(Long session) {
    if (session == null) {
      return;
    }
    model.savedShown();
    // Above the button, and beside a navigation rail.
    View above = requireView().findViewById(R.id.live_coordinator);
    Snackbar.make(above, R.string.live_saved, Snackbar.LENGTH_LONG)
        .setAction(R.string.live_open, clicked -> navigator().openSession(session))
        .show();
  }

  private Navigator navigator() {
    return (Navigator) requireActivity();
  }
}
