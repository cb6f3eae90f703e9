// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import android.app.Dialog;
import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import com.google.android.material.bottomsheet.BottomSheetBehavior;
import com.google.android.material.bottomsheet.BottomSheetDialog;
import com.google.android.material.bottomsheet.BottomSheetDialogFragment;
import org.undertone.app.R;

/** Says why the microphone is needed before the system asks. */
public final class MicrophoneSheet extends BottomSheetDialogFragment {
  /** Key of the result that comes when the user wants to go on. */
  static final String RESULT = "microphone_continue";

  @NonNull
  @Override
  public Dialog onCreateDialog(@Nullable Bundle savedInstanceState) {
    BottomSheetDialog dialog = (BottomSheetDialog) super.onCreateDialog(savedInstanceState);
    // Half a sheet would hide the buttons with large text or on a low screen.
    dialog.getBehavior().setSkipCollapsed(true);
    dialog.getBehavior().setState(BottomSheetBehavior.STATE_EXPANDED);
    return dialog;
  }

  @Override
  public View onCreateView(
      @NonNull LayoutInflater inflater,
      @Nullable ViewGroup container,
      @Nullable Bundle savedInstanceState) {
    return inflater.inflate(R.layout.sheet_live_microphone, container, false);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedInstanceState) {
    view.findViewById(R.id.live_rationale_continue)
        .setOnClickListener(
            clicked -> {
              getParentFragmentManager().setFragmentResult(RESULT, Bundle.EMPTY);
              dismiss();
            });
    view.findViewById(R.id.live_rationale_cancel).setOnClickListener(clicked -> dismiss());
  }
}
