// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.Context;
import android.content.res.ColorStateList;
import android.text.Editable;
import android.view.View;
import android.view.inputmethod.EditorInfo;
import android.view.inputmethod.InputMethodManager;
import android.widget.EditText;
import androidx.core.content.ContextCompat;
import androidx.core.util.Pair;
import androidx.fragment.app.FragmentManager;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import com.google.android.material.datepicker.MaterialDatePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.undertone.app.R;
import org.undertone.app.data.SessionFilter;
import org.undertone.app.view.EmotionStyle;
import org.undertone.ser.Emotion;

/** The search field and the chips above the history: they show the filter, and change it. */
final class FilterControls {
  private static final String PICKER = "history_dates";

  private final Context context;
  private final FragmentManager fragments;
  private final HistoryViewModel model;
  private final EditText search;
  private final Chip dates;
  private final Chip clear;
  private final Map<Emotion, Chip> emotions = new EnumMap<>(Emotion.class);

  FilterControls(View root, FragmentManager fragments, HistoryViewModel model) {
    this.context = root.getContext();
    this.fragments = fragments;
    this.model = model;
    search = root.findViewById(R.id.history_search);
    dates = root.findViewById(R.id.history_dates);
    clear = root.findViewById(R.id.history_clear);
    ChipGroup group = root.findViewById(R.id.history_chips);
    for (Emotion emotion : Emotion.values()) {
      Chip chip = emotionChip(emotion);
      group.addView(chip);
      emotions.put(emotion, chip);
    }
    search.setText(model.currentFilter().text());
    search.addTextChangedListener(
        new AfterTextChanged() {
          @Override
          public void afterTextChanged(Editable text) {
            model.search(text.toString());
          }
        });
    search.setOnEditorActionListener(
        (view, action, event) -> {
          if (action == EditorInfo.IME_ACTION_SEARCH) {
            hideKeyboard();
          }
          return action == EditorInfo.IME_ACTION_SEARCH;
        });
    dates.setOnClickListener(view -> pickDates());
    dates.setCloseIconContentDescription(context.getString(R.string.history_filter_date));
    dates.setOnCloseIconClickListener(view -> model.setDates(null, null));
    clear.setOnClickListener(view -> clearAll());
    MaterialDatePicker<?> open = (MaterialDatePicker<?>) fragments.findFragmentByTag(PICKER);
    if (open != null) {
      listenTo(open);
    }
  }

  /** Takes every filter away, the words searched for too. */
  void clearAll() {
    search.setText("");
    model.clearFilter();
  }

  /** Shows a filter. */
  void show(SessionFilter filter) {
    emotions.forEach((emotion, chip) -> chip.setChecked(filter.emotions().contains(emotion)));
    boolean dated = filter.from() != null && filter.until() != null;
    String days = dated ? new SessionWords(context).days(filter.from(), filter.until()) : null;
    dates.setText(dated ? days : context.getString(R.string.history_filter_date));
    dates.setContentDescription(
        dated ? context.getString(R.string.history_filter_date_set, days) : null);
    dates.setChecked(dated);
    dates.setCloseIconVisible(dated);
    clear.setVisibility(filter.isAll() ? View.GONE : View.VISIBLE);
  }

  private Chip emotionChip(Emotion emotion) {
    EmotionStyle style = EmotionStyle.of(emotion);
    Chip chip = new Chip(context, null, com.google.android.material.R.attr.chipStyle);
    chip.setId(View.generateViewId());
    chip.setTag(emotion);
    chip.setChipMinHeightResource(R.dimen.history_chip_height);
    chip.setCheckable(true);
    chip.setCheckedIconVisible(true);
    chip.setCheckedIconResource(R.drawable.ic_session_check);
    chip.setText(style.name());
    chip.setChipIconResource(style.shape());
    chip.setChipIconTint(ColorStateList.valueOf(ContextCompat.getColor(context, style.color())));
    chip.setContentDescription(
        context.getString(R.string.history_filter_emotion, context.getString(style.name())));
    // The filter is restored by the view model; a chip that restores itself would change it.
    chip.setSaveEnabled(false);
    chip.setOnCheckedChangeListener((view, checked) -> chip.setChipIconVisible(!checked));
    chip.setOnClickListener(view -> model.setEmotions(checkedEmotions()));
    return chip;
  }

  private Set<Emotion> checkedEmotions() {
    Set<Emotion> checked = EnumSet.noneOf(Emotion.class);
    emotions.forEach(
        (emotion, chip) -> {
          if (chip.isChecked()) {
            checked.add(emotion);
          }
        });
    return checked;
  }

  private void pickDates() {
    // The click has toggled the chip; it shows the filter, not the click.
    show(model.currentFilter());
    MaterialDatePicker.Builder<Pair<Long, Long>> builder =
        MaterialDatePicker.Builder.dateRangePicker()
            .setTitleText(R.string.history_filter_date_pick);
    SessionFilter filter = model.currentFilter();
    if (filter.from() != null && filter.until() != null) {
      builder.setSelection(
          Pair.create(utcMillis(filter.from()), utcMillis(filter.until().minusMillis(1))));
    }
    MaterialDatePicker<Pair<Long, Long>> picker = builder.build();
    listenTo(picker);
    picker.show(fragments, PICKER);
  }

  private void listenTo(MaterialDatePicker<?> picker) {
    picker.addOnPositiveButtonClickListener(
        selection -> {
          Pair<?, ?> days = (Pair<?, ?>) selection;
          model.setDates(startOfDay((Long) days.first, 0), startOfDay((Long) days.second, 1));
        });
  }

  /** The picker thinks in days of UTC, the user in days of where they are. */
  private static long utcMillis(Instant instant) {
    LocalDate day = instant.atZone(ZoneId.systemDefault()).toLocalDate();
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  static Instant startOfDay(long utcMillis, int daysLater) {
    return Instant.ofEpochMilli(utcMillis)
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .plusDays(daysLater)
        .atStartOfDay(ZoneId.systemDefault())
        .toInstant();
  }

  private void hideKeyboard() {
    context
        .getSystemService(InputMethodManager.class)
        .hideSoftInputFromWindow(search.getWindowToken(), 0);
    search.clearFocus();
  }
}
