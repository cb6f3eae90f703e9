// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.app.Dialog;
import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.EditText;
import androidx.fragment.app.DialogFragment;
import androidx.fragment.app.FragmentManager;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import org.undertone.app.AppContainer;
import org.undertone.app.R;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.SessionSummary;

/** Asks for the name of a session. */
public final class RenameDialog extends DialogFragment {
  private static final String TAG = "rename";
  private static final String ID = "id";
  private static final String NAME = "name";

  static void show(FragmentManager fragments, SessionSummary session) {
    RenameDialog dialog = new RenameDialog();
    Bundle arguments = new Bundle();
    arguments.putLong(ID, session.id());
    arguments.putString(NAME, session.name());
    dialog.setArguments(arguments);
    dialog.show(fragments, TAG);
  }

  @Override
  public Dialog onCreateDialog(Bundle savedInstanceState) {
    View view = LayoutInflater.from(requireContext()).inflate(R.layout.dialog_history_rename, null);
    EditText name = view.findViewById(R.id.rename_name);
    if (savedInstanceState == null) {
      name.setText(requireArguments().getString(NAME));
      name.selectAll();
    }
    name.requestFocus();
    return new MaterialAlertDialogBuilder(requireContext())
        .setTitle(R.string.history_rename_title)
        .setView(view)
        .setPositiveButton(
            R.string.history_save, (dialog, which) -> save(name.getText().toString().trim()))
        .setNegativeButton(R.string.history_cancel, null)
        .create();
  }

  private void save(String name) {
    SessionRepository sessions = AppContainer.of(requireContext()).sessions();
    long id = requireArguments().getLong(ID);
    new Edits(requireActivity().getApplication()).run(() -> sessions.rename(id, name));
  }
}
