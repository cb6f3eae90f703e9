// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.text.InputType;
import android.view.LayoutInflater;
import android.view.View;
import androidx.appcompat.app.AlertDialog;
import androidx.fragment.app.Fragment;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import com.google.android.material.snackbar.Snackbar;
import com.google.android.material.textfield.TextInputEditText;
import com.google.android.material.textfield.TextInputLayout;
import java.util.List;
import org.undertone.app.R;
import org.undertone.app.view.ConfirmDialog;

/** Asks whose voice it is, for a phone that a family shares. Main thread. */
final class ProfileDialogs {
  /** Names the question before a voice is forgotten. */
  private static final String FORGET = "forget";

  private final Fragment fragment;
  private final SettingsViewModel model;

  ProfileDialogs(Fragment fragment, SettingsViewModel model) {
    this.fragment = fragment;
    this.model = model;
  }

  /** Returns what to call a voice. */
  static String title(Fragment fragment, String name) {
    return name.isEmpty() ? fragment.getString(R.string.settings_profile_me) : name;
  }

  /** Listens to answers; call once the fragment's view is there. */
  void listen() {
    ConfirmDialog.listen(fragment, FORGET, () -> model.forgetVoice(this::forgotten));
  }

  void choose() {
    model.names(this::choose);
  }

  private void choose(List<String> names) {
    if (!fragment.isAdded()) {
      return;
    }
    ProfileSummary chosen = model.profile().getValue();
    String[] titles = names.stream().map(name -> title(fragment, name)).toArray(String[]::new);
    new MaterialAlertDialogBuilder(fragment.requireContext())
        .setTitle(R.string.settings_profile)
        .setSingleChoiceItems(
            titles,
            chosen == null ? -1 : names.indexOf(chosen.name()),
            (dialog, which) -> {
              model.choose(names.get(which));
              dialog.dismiss();
            })
        .setNeutralButton(R.string.settings_profile_add, (dialog, which) -> add(names))
        .setNegativeButton(android.R.string.cancel, null)
        .show();
  }

  private void add(List<String> taken) {
    View view =
        LayoutInflater.from(fragment.requireContext()).inflate(R.layout.dialog_name, null, false);
    TextInputLayout layout = view.findViewById(R.id.name_layout);
    TextInputEditText field = view.findViewById(R.id.name_field);
    field.setInputType(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_CAP_WORDS);
    AlertDialog dialog =
        new MaterialAlertDialogBuilder(fragment.requireContext())
            .setTitle(R.string.settings_profile_add)
            .setView(view)
            .setPositiveButton(android.R.string.ok, null)
            .setNegativeButton(android.R.string.cancel, null)
            .create();
    dialog.show();
    dialog
        .getButton(AlertDialog.BUTTON_POSITIVE)
        .setOnClickListener(
            button -> {
              String name = String.valueOf(field.getText()).trim();
              if (name.isEmpty()) {
                layout.setError(fragment.getString(R.string.settings_profile_name_empty));
              } else if (taken.contains(name)) {
                layout.setError(fragment.getString(R.string.settings_profile_name_taken));
              } else {
                model.choose(name);
                dialog.dismiss();
              }
            });
  }

  void forget() {
    ProfileSummary chosen = model.profile().getValue();
    if (chosen == null) {
      return;
    }
    ConfirmDialog.ask(
        fragment,
        FORGET,
        R.string.settings_profile_reset,
        fragment.getString(
            R.string.settings_profile_reset_question, title(fragment, chosen.name())),
        R.string.settings_profile_reset);
  }

  private void forgotten() {
    if (fragment.getView() != null) {
      Snackbar.make(
              fragment.requireView(), R.string.settings_profile_forgotten, Snackbar.LENGTH_SHORT)
          .show();
    }
  }
}
