// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.os.Bundle;
import android.text.format.Formatter;
import android.view.View;
import androidx.core.view.ViewCompat;
import androidx.core.view.WindowInsetsCompat;
import androidx.lifecycle.ViewModelProvider;
import androidx.preference.ListPreference;
import androidx.preference.Preference;
import androidx.preference.PreferenceFragmentCompat;
import com.google.android.material.bottomnavigation.BottomNavigationView;
import com.google.android.material.snackbar.Snackbar;
import java.util.Objects;
import org.undertone.app.AppContainer;
import org.undertone.app.Navigator;
import org.undertone.app.R;
import org.undertone.app.view.ConfirmDialog;

/** The settings. What they mean stands in {@link Settings}; here they are shown and edited. */
public final class SettingsFragment extends PreferenceFragmentCompat {
  /** Names the question before everything is erased. */
  private static final String ERASE = "erase";

  private SettingsViewModel model;
  private ModelPreferences models;
  private ProfileDialogs profiles;

  @Override
  public void onCreate(Bundle savedInstanceState) {
    ViewModelProvider provider =
        new ViewModelProvider(
            this,
            new ViewModelProvider.AndroidViewModelFactory(requireActivity().getApplication()));
    model = provider.get(SettingsViewModel.class);
    profiles = new ProfileDialogs(this, model);
    models = new ModelPreferences(this, provider.get(ModelViewModel.class));
    super.onCreate(savedInstanceState);
  }

  @Override
  public void onCreatePreferences(Bundle savedInstanceState, String rootKey) {
    setPreferencesFromResource(R.xml.settings, rootKey);
    wire();
  }

  private void wire() {
    models.wire();
    ListChoices.fill(requireContext(), list("unsure_percent"), list("retention_days"));
    onClick("profile", () -> unlessRecording(profiles::choose));
    onClick("profile_reset", () -> unlessRecording(profiles::forget));
    onClick("erase", () -> unlessRecording(this::askToErase));
    onClick("diagnostics", () -> ((Navigator) requireActivity()).openDiagnostics());
    onClick("notice", () -> ((Navigator) requireActivity()).openNotice());
    find("theme")
        .setOnPreferenceChangeListener(
            (preference, value) -> {
              // The preference is stored after this returns, and the screen made anew after that.
              requireView().post(() -> Appearance.apply(settings().theme()));
              return true;
            });
    find("delegate")
        .setOnPreferenceChangeListener(
            (preference, value) -> {
              model.tryDelegatesAgain();
              return true;
            });
    language(list("language"));
    find("version").setSummary(AppVersion.name(requireContext()));
  }

  private void language(ListPreference language) {
    language.setValue(Appearance.language());
    language.setSummaryProvider(preference -> language.getEntry());
    language.setOnPreferenceChangeListener(
        (preference, value) -> {
          Appearance.setLanguage((String) value);
          return true;
        });
  }

  @Override
  public void onViewCreated(View view, Bundle savedInstanceState) {
    super.onViewCreated(view, savedInstanceState);
    getListView().setClipToPadding(false);
    getListView().addOnChildAttachStateChangeListener(new WholeSummaries());
    ViewCompat.setOnApplyWindowInsetsListener(
        getListView(),
        (list, insets) -> {
          int top = insets.getInsets(WindowInsetsCompat.Type.systemBars()).top;
          list.setPadding(0, top, 0, list.getPaddingBottom());
          return insets;
        });
    model
        .storage()
        .observe(
            getViewLifecycleOwner(),
            storage ->
                find("storage")
                    .setSummary(
                        getString(
                            R.string.settings_storage_summary,
                            Formatter.formatShortFileSize(requireContext(), storage.audioBytes()),
                            Formatter.formatShortFileSize(
                                requireContext(), storage.databaseBytes()))));
    model.profile().observe(getViewLifecycleOwner(), this::showProfile);
    models.observe();
    ConfirmDialog.listen(this, ERASE, () -> model.eraseEverything(this::showErased));
    profiles.listen();
  }

  @Override
  public void onResume() {
    super.onResume();
    model.refresh();
  }

  @Override
  public void onStop() {
    // Not at once: a slip of the finger can be put right while the setting is still in sight.
    if (!requireActivity().isChangingConfigurations()) {
      AppContainer.of(requireContext()).applyRetention();
    }
    super.onStop();
  }

  @Override
  public void onDestroyView() {
    models.viewDestroyed();
    super.onDestroyView();
  }

  private void showProfile(ProfileSummary profile) {
    String learnt =
        profile.speechSeconds() == 0
            ? getString(R.string.settings_profile_none)
            : getString(
                R.string.settings_profile_maturity,
                Math.round(profile.maturity() * 100),
                Durations.brief(
                    profile.speechSeconds(),
                    getResources().getConfiguration().getLocales().get(0)));
    find("profile")
        .setSummary(
            getString(
                R.string.settings_profile_summary,
                ProfileDialogs.title(this, profile.name()),
                learnt));
  }

  private void askToErase() {
    ConfirmDialog.ask(
        this,
        ERASE,
        R.string.settings_erase,
        getString(R.string.settings_erase_question),
        R.string.settings_erase_confirm);
  }

  private void showErased(String trouble) {
    if (getView() == null) {
      return;
    }
    if (trouble.isEmpty()) {
      Appearance.apply(settings().theme());
      setPreferencesFromResource(R.xml.settings, null);
      wire();
      models.refresh();
      say(getString(R.string.settings_erase_done));
    } else {
      say(getString(R.string.settings_erase_failed, trouble));
    }
  }

  /** Voices and sessions are in use while a recording goes on. */
  void unlessRecording(Runnable action) {
    if (Objects.requireNonNull(AppContainer.of(requireContext()).recorder().state().getValue())
        .isActive()) {
      say(getString(R.string.settings_profile_busy));
    } else {
      action.run();
    }
  }

  /** Above the navigation bar, which stays within reach; a rail beside the screen is in nobody's way. */
  void say(String text) {
    Snackbar bar = Snackbar.make(requireView(), text, Snackbar.LENGTH_LONG);
    View navigation = requireActivity().findViewById(R.id.navigation);
    if (navigation instanceof BottomNavigationView) {
      bar.setAnchorView(navigation);
    }
    bar.show();
  }

  Settings settings() {
    return AppContainer.of(requireContext()).settings();
  }

  void onClick(String key, Runnable action) {
    find(key)
        .setOnPreferenceClickListener(
            preference -> {
              action.run();
              return true;
            });
  }

  Preference find(String key) {
    return Objects.requireNonNull(findPreference(key), key);
  }

  private ListPreference list(String key) {
    return (ListPreference) find(key);
  }
}
