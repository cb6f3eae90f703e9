// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.view.ViewGroup;
import androidx.recyclerview.widget.DiffUtil;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import java.util.List;
import java.util.Set;

/** The rows of the history: days and sessions. */
final class HistoryAdapter extends ListAdapter<HistoryItem, RecyclerView.ViewHolder> {
  private static final int DAY = 0;
  private static final int SESSION = 1;
  private static final Object SELECTION = new Object();

  private final SessionHolder.Actions actions;
  private Set<Long> selected = Set.of();

  HistoryAdapter(SessionHolder.Actions actions) {
    super(new SameItem());
    this.actions = actions;
  }

  void setSelected(Set<Long> ids) {
    if (!ids.equals(selected)) {
      selected = ids;
      notifyItemRangeChanged(0, getItemCount(), SELECTION);
    }
  }

  @Override
  public int getItemViewType(int position) {
    HistoryItem item = getItem(position);
    return item.isDay() ? DAY : SESSION;
  }

  @Override
  public RecyclerView.ViewHolder onCreateViewHolder(ViewGroup parent, int type) {
    return type == DAY ? new DayHolder(parent) : new SessionHolder(parent, actions);
  }

  @Override
  public void onBindViewHolder(RecyclerView.ViewHolder holder, int position) {
    HistoryItem item = getItem(position);
    if (holder instanceof DayHolder) {
      ((DayHolder) holder).bind(item);
    } else {
      ((SessionHolder) holder).bind(item.session(), selected.contains(item.session().id()));
    }
  }

  @Override
  public void onBindViewHolder(
      RecyclerView.ViewHolder holder, int position, List<Object> payloads) {
    if (payloads.isEmpty() || payloads.stream().anyMatch(payload -> payload != SELECTION)) {
      super.onBindViewHolder(holder, position, payloads);
      return;
    }
    HistoryItem item = getItem(position);
    if (holder instanceof SessionHolder) {
      ((SessionHolder) holder).bindSelection(selected.contains(item.session().id()));
    }
  }

  private static final class SameItem extends DiffUtil.ItemCallback<HistoryItem> {
    @Override
    public boolean areItemsTheSame(HistoryItem a, HistoryItem b) {
      return a.isSameLine(b);
    }

    @Override
    public boolean areContentsTheSame(HistoryItem a, HistoryItem b) {
      return a.equals(b);
    }
  }
}
