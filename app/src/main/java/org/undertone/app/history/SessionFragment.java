// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.ConcatAdapter;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import java.util.List;
import java.util.Set;
import org.undertone.app.R;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.StoredSegment;

/** A session: timeline, shares, segments, playback, corrections and notes. */
public final class SessionFragment extends Fragment implements SegmentHolder.Actions {
  static final String ID = "session_id";

  private SessionViewModel model;
  private SessionMessages messages;
  private SessionToolbar toolbar;
  private SessionTimeline timeline;
  private PlaybackBar playback;
  private SessionHeader header;
  private SegmentAdapter segments;
  private RecyclerView list;
  private SessionDetail shown;

  /** Makes a screen without a session; {@link #of} names one. */
  public SessionFragment() {
    super(R.layout.fragment_session);
  }

  /** Returns the screen of a session. */
  public static SessionFragment of(long id) {
    SessionFragment fragment = new SessionFragment();
    Bundle arguments = new Bundle();
    arguments.putLong(ID, id);
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(View view, Bundle savedInstanceState) {
    model = new ViewModelProvider(this).get(SessionViewModel.class);
    messages = new SessionMessages(requireActivity(), model);
    toolbar = new SessionToolbar(this, model, messages, this::leave);
    timeline = new SessionTimeline(view.findViewById(R.id.session_timeline), this::onTimelineTap);
    playback = new PlaybackBar(view, model.player());
    showList(view);
    view.findViewById(R.id.session_gone_action).setOnClickListener(button -> leave());
    view.findViewById(R.id.session_progress).setVisibility(View.VISIBLE);
    view.findViewById(R.id.session_body).setVisibility(View.INVISIBLE);
    model.session().observe(getViewLifecycleOwner(), this::onSession);
    model.shownSegment().observe(getViewLifecycleOwner(), this::onShownSegment);
    model.marked().observe(getViewLifecycleOwner(), this::onMarked);
    model.correction().observe(getViewLifecycleOwner(), messages::offerUndo);
    model.player().playback().observe(getViewLifecycleOwner(), this::onPlayback);
  }

  /** In landscape the header has a pane of its own; upright it is the first row of the list. */
  private void showList(View view) {
    list = view.findViewById(R.id.session_list);
    list.setLayoutManager(new LinearLayoutManager(requireContext()));
    segments = new SegmentAdapter(this);
    ViewGroup pane = view.findViewById(R.id.session_header_pane);
    View headerView = SessionHeader.inflate(pane == null ? list : pane);
    header = new SessionHeader(headerView, model::typeNote, this::onIncident);
    if (pane == null) {
      list.setAdapter(new ConcatAdapter(new SingleViewAdapter(headerView), segments));
    } else {
      pane.addView(headerView);
      list.setAdapter(segments);
    }
  }

  private void onSession(SessionDetail detail) {
    View view = requireView();
    shown = detail;
    toolbar.show(detail);
    view.findViewById(R.id.session_progress).setVisibility(View.GONE);
    view.findViewById(R.id.session_body)
        .setVisibility(detail == null ? View.INVISIBLE : View.VISIBLE);
    view.findViewById(R.id.session_gone).setVisibility(detail == null ? View.VISIBLE : View.GONE);
    if (detail == null) {
      model.player().setFile(null);
      model.mark(List.of());
      return;
    }
    timeline.show(detail);
    header.bind(detail, model.noteDraft());
    segments.submitList(detail.segments());
    playback.setAudio(detail.audio() != null);
    model.player().setFile(detail.audio());
  }

  private void onMarked(Set<Long> marked) {
    toolbar.setMarked(marked);
    segments.setMarked(marked);
  }

  private void onShownSegment(Long id) {
    segments.setShown(id);
    timeline.select(id);
  }

  private void onTimelineTap(long segmentId, double seconds) {
    model.showSegment(segmentId);
    model.player().seek(seconds);
    int row = segments.positionOf(segmentId);
    if (row >= 0) {
      int above = list.getAdapter().getItemCount() - segments.getItemCount();
      ((LinearLayoutManager) list.getLayoutManager()).scrollToPositionWithOffset(above + row, 0);
    }
  }

  private void onIncident(double seconds) {
    for (StoredSegment stored : shown.segments()) {
      if (seconds <= stored.segment().endSeconds()) {
        model.showSegment(stored.id());
        break;
      }
    }
    model.player().seek(seconds);
  }

  private void onPlayback(Playback now) {
    playback.show(now);
    timeline.setPlayhead(now);
    segments.setAudioSeconds(now.length());
    messages.sayProblem(now);
  }

  @Override
  public void onTap(StoredSegment segment) {
    if (!model.currentlyMarked().isEmpty()) {
      model.toggleMark(segment.id());
      return;
    }
    model.showSegment(segment.id());
    SegmentSheet.show(getChildFragmentManager(), segment.id());
  }

  @Override
  public void onToggle(StoredSegment segment) {
    model.toggleMark(segment.id());
  }

  @Override
  public void onPlay(StoredSegment segment) {
    model.showSegment(segment.id());
    model.player().playFrom(segment.segment().startSeconds());
  }

  private void leave() {
    getParentFragmentManager().popBackStackImmediate();
  }

  @Override
  public void onStop() {
    super.onStop();
    model.flush();
    if (!requireActivity().isChangingConfigurations()) {
      model.player().pause();
    }
  }
}
