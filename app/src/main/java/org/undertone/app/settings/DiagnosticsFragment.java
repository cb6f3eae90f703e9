// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.content.ClipData;
import android.content.ClipboardManager;
import android.os.Build;
import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.snackbar.Snackbar;
import java.util.Map;
import java.util.stream.Collectors;
import org.undertone.app.AppContainer;
import org.undertone.app.R;

/** Model, delegate, self-test and speed, for whoever wants to know or to report a fault. */
public final class DiagnosticsFragment extends Fragment {
  private Map<String, String> lines = Map.of();

  /** Made by the fragment manager. */
  public DiagnosticsFragment() {
    super(R.layout.fragment_diagnostics);
  }

  @Override
  public void onViewCreated(View view, Bundle savedInstanceState) {
    DiagnosticsViewModel model =
        new ViewModelProvider(
                this,
                new ViewModelProvider.AndroidViewModelFactory(requireActivity().getApplication()))
            .get(DiagnosticsViewModel.class);
    MaterialToolbar toolbar = view.findViewById(R.id.diagnostics_toolbar);
    toolbar.setNavigationOnClickListener(
        button -> requireActivity().getOnBackPressedDispatcher().onBackPressed());
    View testing = view.findViewById(R.id.diagnostics_testing);
    View again = view.findViewById(R.id.diagnostics_again);
    View copy = view.findViewById(R.id.diagnostics_copy);
    again.setOnClickListener(button -> model.testAgain());
    copy.setOnClickListener(button -> copy());
    model
        .finding()
        .observe(
            getViewLifecycleOwner(),
            finding -> {
              testing.setVisibility(finding == null ? View.VISIBLE : View.GONE);
              again.setEnabled(finding != null);
              copy.setEnabled(finding != null);
              if (finding != null) {
                show(finding, view.findViewById(R.id.diagnostics_lines));
              }
            });
  }

  private void show(DiagnosticsViewModel.Finding finding, ViewGroup list) {
    lines =
        DiagnosticsText.of(
            requireContext(), finding, AppContainer.of(requireContext()).recorder().latency());
    list.removeAllViews();
    LayoutInflater inflater = getLayoutInflater();
    lines.forEach(
        (name, value) -> {
          View line = inflater.inflate(R.layout.item_diagnostics, list, false);
          line.<TextView>findViewById(R.id.diagnostics_name).setText(name);
          line.<TextView>findViewById(R.id.diagnostics_value).setText(value);
          list.addView(line);
        });
  }

  private void copy() {
    String text =
        lines.entrySet().stream()
            .map(line -> line.getKey() + ": " + line.getValue())
            .collect(Collectors.joining("\n"));
    requireContext()
        .getSystemService(ClipboardManager.class)
        .setPrimaryClip(ClipData.newPlainText(getString(R.string.diagnostics_title), text));
    // From Android 13 on the system says so itself.
    if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) {
      Snackbar.make(requireView(), R.string.diagnostics_copied, Snackbar.LENGTH_SHORT).show();
    }
  }
}
