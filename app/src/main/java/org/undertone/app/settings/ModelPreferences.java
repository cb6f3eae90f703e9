// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.net.Uri;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.appcompat.app.AlertDialog;
import androidx.preference.Preference;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.io.IOException;
import org.undertone.app.R;
import org.undertone.app.infer.ModelRefusedException;

/** The part of the settings that is about the model: which one, another one, and back. Main thread. */
final class ModelPreferences {
  /** Model files have no media type of their own. */
  private static final String[] ANY_TYPE = {"*/*"};

  private final SettingsFragment fragment;
  private final ModelViewModel models;
  private final ActivityResultLauncher<String[]> picker;
  private AlertDialog progress;

  /** Registers for the file picker's answer: to be made while the fragment is being created. */
  ModelPreferences(SettingsFragment fragment, ModelViewModel models) {
    this.fragment = fragment;
    this.models = models;
    picker =
        fragment.registerForActivityResult(
            new ActivityResultContracts.OpenDocument(), this::onPicked);
  }

  /** Wires the preferences, which may have been made anew. */
  void wire() {
    fragment.onClick("model_import", () -> fragment.unlessRecording(() -> picker.launch(ANY_TYPE)));
    fragment.onClick("model_built_in", () -> fragment.unlessRecording(models::useBuiltIn));
    show(models.current().getValue());
  }

  /** Shows what happens while the view is there. */
  void observe() {
    models.current().observe(fragment.getViewLifecycleOwner(), this::show);
    models.busy().observe(fragment.getViewLifecycleOwner(), this::showProgress);
    models
        .outcome()
        .observe(
            fragment.getViewLifecycleOwner(),
            outcome -> {
              if (outcome != null) {
                models.outcomeShown();
                report(outcome);
              }
            });
  }

  /** Reads anew which model is used. */
  void refresh() {
    models.refresh();
  }

  private void onPicked(Uri uri) {
    if (uri != null) {
      models.importModel(uri);
    }
  }

  private void show(ModelViewModel.Current current) {
    Preference name = fragment.find("model_current");
    Preference builtIn = fragment.find("model_built_in");
    if (current == null) {
      return;
    }
    builtIn.setVisible(current.imported());
    String text =
        fragment.getString(
            current.imported()
                ? R.string.settings_model_imported
                : R.string.settings_model_built_in,
            current.name());
    name.setSummary(
        current.problem() == null
            ? text
            : fragment.getString(
                R.string.settings_model_fell_back,
                text,
                fragment.getString(ModelWords.of(current.problem()))));
  }

  private void showProgress(boolean busy) {
    if (busy && progress == null) {
      progress =
          new MaterialAlertDialogBuilder(fragment.requireContext())
              .setMessage(R.string.settings_model_importing)
              .setCancelable(false)
              .show();
    } else if (!busy && progress != null) {
      progress.dismiss();
      progress = null;
    }
  }

  /** The dialog belongs to the view; without this it would leak on rotation. */
  void viewDestroyed() {
    if (progress != null) {
      progress.dismiss();
      progress = null;
    }
  }

  private void report(ModelViewModel.Outcome outcome) {
    IOException trouble = outcome.trouble();
    if (trouble == null) {
      fragment.say(
          outcome.imported()
              ? fragment.getString(R.string.settings_model_import_done, outcome.name())
              : fragment.getString(R.string.settings_model_back));
      return;
    }
    String reason =
        trouble instanceof ModelRefusedException refused
            ? fragment.getString(ModelWords.of(refused.reason()))
            : fragment.getString(R.string.model_refused_unreadable, trouble.getMessage());
    new MaterialAlertDialogBuilder(fragment.requireContext())
        .setTitle(R.string.settings_model_import_failed)
        .setMessage(fragment.getString(R.string.model_refused, outcome.name(), reason))
        .setPositiveButton(
            R.string.settings_model_import_other, (dialog, which) -> picker.launch(ANY_TYPE))
        .setNegativeButton(android.R.string.cancel, null)
        .show();
  }
}
