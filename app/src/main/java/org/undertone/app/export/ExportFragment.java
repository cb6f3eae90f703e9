// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import android.content.ActivityNotFoundException;
import android.content.ClipData;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.view.View;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts.CreateDocument;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import com.google.android.material.appbar.MaterialToolbar;
import org.undertone.app.R;

/** Exports what an {@link ExportRequest} asks for. */
public final class ExportFragment extends Fragment {
  /** What a ZIP is called by the system. */
  static final String TYPE = "application/zip";

  private final ActivityResultLauncher<String> picker =
      registerForActivityResult(new CreateDocument(TYPE), this::onDocument);
  private ExportViewModel model;
  private ExportViews views;

  /** Makes a screen without a request; {@link #of} gives it one. */
  public ExportFragment() {
    super(R.layout.fragment_export);
  }

  /** Returns the screen of an export. */
  public static ExportFragment of(ExportRequest request) {
    ExportFragment fragment = new ExportFragment();
    fragment.setArguments(request.toBundle());
    return fragment;
  }

  @Override
  public void onCreate(Bundle savedInstanceState) {
    super.onCreate(savedInstanceState);
    model = new ViewModelProvider(this).get(ExportViewModel.class);
  }

  @Override
  public void onViewCreated(View view, Bundle savedInstanceState) {
    MaterialToolbar toolbar = view.findViewById(R.id.export_toolbar);
    toolbar.setNavigationOnClickListener(
        button -> requireActivity().getOnBackPressedDispatcher().onBackPressed());
    views = new ExportViews(view, model::setOptions);
    views.onClick(R.id.export_save, this::pick);
    views.onClick(R.id.export_share, model::share);
    views.onClick(R.id.export_cancel, model::cancel);
    views.onClick(R.id.export_share_result, () -> shareResult(model.state().getValue()));
    views.onClick(R.id.export_again, model::dismiss);
    model.plan().observe(getViewLifecycleOwner(), plan -> show());
    model.options().observe(getViewLifecycleOwner(), options -> show());
    model.state().observe(getViewLifecycleOwner(), this::onState);
  }

  private void onState(ExportState state) {
    if (state.hasEnded() && !model.isOwn(state)) {
      views.sayOther(state, () -> shareResult(state));
      model.dismiss();
      return;
    }
    show();
    if (state.phase() == ExportState.Phase.DONE && state.toShare() && model.takeSheetDue()) {
      shareResult(state);
    }
  }

  private void show() {
    ExportState state = model.state().getValue();
    views.show(model.plan().getValue(), model.options().getValue(), state, model.isOwn(state));
  }

  private void pick() {
    try {
      picker.launch(ExportJob.fileName());
    } catch (ActivityNotFoundException e) {
      android.util.Log.w("Undertone", "this device has no file picker", e);
      views.say(R.string.export_no_picker);
    }
  }

  private void onDocument(Uri document) {
    if (document != null) {
      model.save(document);
    }
  }

  private void shareResult(ExportState state) {
    if (state != null && state.file() != null) {
      startActivity(
          Intent.createChooser(sendIntent(state.file()), getString(R.string.export_share_title)));
    }
  }

  /** The grant goes with the clip: apps that take the stream alone would be refused. */
  private Intent sendIntent(Uri file) {
    Intent send = new Intent(Intent.ACTION_SEND);
    send.setType(TYPE);
    send.putExtra(Intent.EXTRA_STREAM, file);
    send.setClipData(ClipData.newRawUri(getString(R.string.export_title), file));
    send.addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION);
    return send;
  }

  @Override
  public void onDestroyView() {
    super.onDestroyView();
    views = null;
  }
}
