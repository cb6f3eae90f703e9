// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.res.ColorStateList;
import android.os.Bundle;
import android.text.Editable;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.view.WindowManager;
import android.widget.EditText;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import androidx.core.view.ViewCompat;
import androidx.core.view.WindowInsetsCompat;
import androidx.fragment.app.FragmentManager;
import androidx.lifecycle.ViewModelProvider;
import com.google.android.material.bottomsheet.BottomSheetBehavior;
import com.google.android.material.bottomsheet.BottomSheetDialog;
import com.google.android.material.bottomsheet.BottomSheetDialogFragment;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import org.undertone.app.R;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.view.EmotionStyle;
import org.undertone.ser.Emotion;

/** Where a segment is corrected and noted on; a child of the screen of its session. */
public final class SegmentSheet extends BottomSheetDialogFragment {
  private static final String TAG = "segment";
  private static final String ID = "segment_id";

  private SessionViewModel model;
  private boolean noteFilled;

  static void show(FragmentManager fragments, long segmentId) {
    if (fragments.isStateSaved() || fragments.findFragmentByTag(TAG) != null) {
      return;
    }
    SegmentSheet sheet = new SegmentSheet();
    Bundle arguments = new Bundle();
    arguments.putLong(ID, segmentId);
    sheet.setArguments(arguments);
    sheet.show(fragments, TAG);
  }

  @Override
  public View onCreateView(LayoutInflater inflater, ViewGroup parent, Bundle savedInstanceState) {
    return inflater.inflate(R.layout.sheet_session_segment, parent, false);
  }

  @Override
  public void onViewCreated(View view, Bundle savedInstanceState) {
    model = new ViewModelProvider(requireParentFragment()).get(SessionViewModel.class);
    noteFilled = savedInstanceState != null;
    BottomSheetDialog dialog = (BottomSheetDialog) requireDialog();
    dialog.getBehavior().setState(BottomSheetBehavior.STATE_EXPANDED);
    dialog.getBehavior().setSkipCollapsed(true);
    keepClearOfKeyboard(dialog, view);
    ChipGroup chips = view.findViewById(R.id.segment_choices);
    chips.addView(
        chip(chips, getString(R.string.session_correct_model), R.drawable.ic_session_check, null));
    for (Emotion emotion : Emotion.values()) {
      EmotionStyle style = EmotionStyle.of(emotion);
      Chip chip = chip(chips, getString(style.name()), style.shape(), emotion);
      chip.setChipIconTint(
          ColorStateList.valueOf(ContextCompat.getColor(requireContext(), style.color())));
      chips.addView(chip);
    }
    EditText note = view.findViewById(R.id.segment_note_edit);
    note.addTextChangedListener(
        new AfterTextChanged() {
          @Override
          public void afterTextChanged(Editable text) {
            if (note.hasFocus()) {
              model.typeSegmentNote(segmentId(), text.toString());
            }
          }
        });
    view.findViewById(R.id.segment_done).setOnClickListener(button -> dismiss());
    model
        .session()
        .observe(getViewLifecycleOwner(), detail -> show(model.segment(segmentId()), view));
  }

  /** A sheet is drawn edge to edge and keeps clear of the system's bars, but not of the keyboard. */
  @SuppressWarnings("deprecation") // Before Android 11 the keyboard is only told of with this mode.
  private static void keepClearOfKeyboard(BottomSheetDialog dialog, View view) {
    dialog.getWindow().setSoftInputMode(WindowManager.LayoutParams.SOFT_INPUT_ADJUST_RESIZE);
    ViewCompat.setOnApplyWindowInsetsListener(
        view,
        (sheet, insets) -> {
          int keyboard = insets.getInsets(WindowInsetsCompat.Type.ime()).bottom;
          int bars = insets.getInsets(WindowInsetsCompat.Type.systemBars()).bottom;
          sheet.setPadding(0, 0, 0, Math.max(0, keyboard - bars));
          return insets;
        });
  }

  private long segmentId() {
    return requireArguments().getLong(ID);
  }

  private Chip chip(ChipGroup parent, String text, int icon, Emotion emotion) {
    Chip chip = (Chip) getLayoutInflater().inflate(R.layout.item_session_choice, parent, false);
    chip.setId(View.generateViewId());
    chip.setText(text);
    chip.setChipIconResource(icon);
    chip.setTag(emotion);
    // What is checked is what is stored.
    chip.setSaveEnabled(false);
    chip.setOnClickListener(view -> choose(emotion));
    return chip;
  }

  private void choose(Emotion emotion) {
    StoredSegment stored = model.segment(segmentId());
    if (stored != null) {
      // What the model said already needs no correction.
      boolean same = emotion == stored.segment().emotion();
      model.correct(stored, same ? null : emotion);
    }
    dismiss();
  }

  private void show(StoredSegment stored, View view) {
    if (stored == null) {
      dismissAllowingStateLoss();
      return;
    }
    SegmentWords words = new SegmentWords(requireContext());
    ((TextView) view.findViewById(R.id.segment_when)).setText(words.range(stored));
    ((TextView) view.findViewById(R.id.segment_said)).setText(words.verdictAndCorrection(stored));
    ChipGroup chips = view.findViewById(R.id.segment_choices);
    for (int i = 0; i < chips.getChildCount(); i++) {
      Chip chip = (Chip) chips.getChildAt(i);
      boolean chosen = chip.getTag() == stored.correction();
      chip.setChecked(chosen);
      chip.setChipIconVisible(!chosen);
    }
    if (!noteFilled) {
      noteFilled = true;
      ((EditText) view.findViewById(R.id.segment_note_edit)).setText(stored.note());
    }
  }

  @Override
  public void onStop() {
    super.onStop();
    model.flush();
  }
}
