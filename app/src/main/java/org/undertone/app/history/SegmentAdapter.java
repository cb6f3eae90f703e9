// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.view.LayoutInflater;
import android.view.ViewGroup;
import androidx.recyclerview.widget.DiffUtil;
import androidx.recyclerview.widget.ListAdapter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.undertone.app.R;
import org.undertone.app.data.StoredSegment;

/** The segments of a session, one a row. */
final class SegmentAdapter extends ListAdapter<StoredSegment, SegmentHolder> {
  private static final Object STATE = new Object();

  private final SegmentHolder.Actions actions;
  private Set<Long> marked = Set.of();
  private Long shown;
  private double audioSeconds;

  SegmentAdapter(SegmentHolder.Actions actions) {
    super(new SameSegment());
    this.actions = actions;
  }

  void setMarked(Set<Long> ids) {
    if (!ids.equals(marked)) {
      marked = ids;
      refresh();
    }
  }

  /** Points out one segment; null for none. */
  void setShown(Long id) {
    if (!Objects.equals(id, shown)) {
      shown = id;
      refresh();
    }
  }

  /** Sets up to where segments can be played, s; 0 without audio. */
  void setAudioSeconds(double seconds) {
    if (seconds != audioSeconds) {
      audioSeconds = seconds;
      refresh();
    }
  }

  private void refresh() {
    notifyItemRangeChanged(0, getItemCount(), STATE);
  }

  /** Returns the row of a segment, or -1. */
  int positionOf(long id) {
    List<StoredSegment> segments = getCurrentList();
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).id() == id) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public SegmentHolder onCreateViewHolder(ViewGroup parent, int type) {
    return new SegmentHolder(
        LayoutInflater.from(parent.getContext())
            .inflate(R.layout.item_session_segment, parent, false),
        actions);
  }

  @Override
  public void onBindViewHolder(SegmentHolder holder, int position) {
    StoredSegment stored = getItem(position);
    holder.bind(
        stored,
        marked.contains(stored.id()),
        shown != null && shown == stored.id(),
        stored.segment().startSeconds() < audioSeconds);
  }

  private static final class SameSegment extends DiffUtil.ItemCallback<StoredSegment> {
    @Override
    public boolean areItemsTheSame(StoredSegment a, StoredSegment b) {
      return a.id() == b.id();
    }

    @Override
    public boolean areContentsTheSame(StoredSegment a, StoredSegment b) {
      return a.equals(b);
    }
  }
}
