// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.view.LayoutInflater;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.view.ViewCompat;
import androidx.recyclerview.widget.RecyclerView;
import org.undertone.app.R;

/** The heading of a day. */
final class DayHolder extends RecyclerView.ViewHolder {
  private final SessionWords words;

  DayHolder(ViewGroup parent) {
    super(
        LayoutInflater.from(parent.getContext()).inflate(R.layout.item_history_day, parent, false));
    words = new SessionWords(parent.getContext());
    ViewCompat.setAccessibilityHeading(itemView, true);
  }

  void bind(HistoryItem item) {
    ((TextView) itemView).setText(words.day(item.day()));
  }
}
