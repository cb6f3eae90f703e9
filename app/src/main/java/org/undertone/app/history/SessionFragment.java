// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.os.Bundle;
import android.view.MenuItem;
import android.view.View;
import android.view.ViewGroup;
import androidx.fragment.app.Fragment;
import androidx.fragment.app.FragmentManager;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.ConcatAdapter;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import com.google.android.material.snackbar.Snackbar;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.undertone.app.Navigator;
import org.undertone.app.R;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.export.ExportRequest;
import org.undertone.app.history.Playback.Problem;
import org.undertone.app.history.SessionViewModel.Correction;
import org.undertone.app.view.ConfirmDialog;
import org.undertone.app.view.EmotionStyle;

/** A session: timeline, shares, segments, playback, corrections and notes. */
public final class SessionFragment extends Fragment implements SegmentHolder.Actions {
  static final String ID = "session_id";

  /** Names the question before audio is deleted. */
  private static final String DELETE_AUDIO = "delete_audio";

  private SessionViewModel model;
  private SelectionBar bar;
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
    bar =
        new SelectionBar(
            view.findViewById(R.id.session_toolbar),
            new SelectionBar.Face(
                R.menu.session, R.drawable.ic_session_back, R.string.session_back, this::leave),
            R.menu.session_selection,
            R.plurals.session_selection,
            this::onMenuItem,
            () -> model.mark(List.of()));
    requireActivity().getOnBackPressedDispatcher().addCallback(getViewLifecycleOwner(), bar);
    timeline = new SessionTimeline(view.findViewById(R.id.session_timeline), this::onTimelineTap);
    playback = new PlaybackBar(view, model.player());
    showList(view);
    view.findViewById(R.id.session_gone_action).setOnClickListener(button -> leave());
    view.findViewById(R.id.session_progress).setVisibility(View.VISIBLE);
    view.findViewById(R.id.session_body).setVisibility(View.INVISIBLE);
    ConfirmDialog.listen(this, DELETE_AUDIO, this::deleteAudio);
    model.session().observe(getViewLifecycleOwner(), this::onSession);
    model.shownSegment().observe(getViewLifecycleOwner(), this::onShownSegment);
    model.marked().observe(getViewLifecycleOwner(), this::onMarked);
    model.correction().observe(getViewLifecycleOwner(), this::onCorrection);
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
    view.findViewById(R.id.session_progress).setVisibility(View.GONE);
    view.findViewById(R.id.session_body)
        .setVisibility(detail == null ? View.INVISIBLE : View.VISIBLE);
    view.findViewById(R.id.session_gone).setVisibility(detail == null ? View.VISIBLE : View.GONE);
    if (detail == null) {
      model.player().setFile(null);
      model.mark(List.of());
      bar.setTitle(getString(R.string.session_title));
      showMenu();
      return;
    }
    bar.setTitle(new SessionWords(requireContext()).title(detail.summary()));
    timeline.show(detail);
    header.bind(detail, model.noteDraft());
    segments.submitList(detail.segments());
    playback.setAudio(detail.audio() != null);
    model.player().setFile(detail.audio());
    showMenu();
  }

  private void showMenu() {
    boolean there = shown != null;
    boolean ended = there && shown.summary().end() != EndReason.RUNNING;
    show(R.id.session_rename, there);
    show(R.id.session_export, there);
    show(R.id.session_delete, ended);
    show(R.id.session_delete_audio, there && shown.audio() != null);
  }

  private void show(int id, boolean visible) {
    MenuItem item = bar.item(id);
    if (item != null) {
      item.setVisible(visible);
    }
  }

  private void onMarked(Set<Long> marked) {
    bar.setSelected(marked);
    segments.setMarked(marked);
    showMenu();
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
    if (now.problem() != Problem.NONE) {
      message(problem(now)).show();
      model.player().problemShown();
    }
  }

  private String problem(Playback now) {
    switch (now.problem()) {
      case BUSY:
        return getString(R.string.session_play_busy);
      case BEYOND:
        return getString(R.string.session_play_beyond);
      case MISSING:
        return getString(R.string.session_play_missing);
      default:
        return getString(R.string.session_play_failed, now.cause());
    }
  }

  private void onCorrection(Correction made) {
    if (made == null) {
      return;
    }
    String text =
        made.after() == null
            ? getString(R.string.session_correction_removed)
            : getString(
                R.string.session_corrected_to, getString(EmotionStyle.of(made.after()).name()));
    message(text)
        .setAction(R.string.history_undo, button -> model.undo(made))
        .addCallback(
            new Snackbar.Callback() {
              @Override
              public void onDismissed(Snackbar dismissed, int event) {
                if (event != DISMISS_EVENT_ACTION) {
                  model.correctionShown(made);
                }
              }
            })
        .show();
  }

  private Snackbar message(String text) {
    return DeletionSnackbar.message(requireActivity(), text);
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

  private boolean onMenuItem(MenuItem item) {
    int id = item.getItemId();
    if (shown == null) {
      return false;
    }
    if (id == R.id.session_rename) {
      RenameDialog.show(getChildFragmentManager(), shown.summary());
    } else if (id == R.id.session_export) {
      navigator().openExport(ExportRequest.ofSession(model.id()));
    } else if (id == R.id.session_delete_audio) {
      confirmAudio();
    } else if (id == R.id.session_delete) {
      delete();
    } else if (id == R.id.session_export_marked) {
      List<Long> marked = List.copyOf(model.currentlyMarked());
      navigator().openExport(ExportRequest.ofSegments(model.id(), marked));
    } else if (id == R.id.session_mark_all) {
      model.mark(shown.segments().stream().map(StoredSegment::id).collect(Collectors.toList()));
    } else {
      return false;
    }
    return true;
  }

  private void confirmAudio() {
    ConfirmDialog.ask(
        this,
        DELETE_AUDIO,
        R.string.session_delete_audio_title,
        getString(R.string.session_delete_audio_text),
        R.string.session_delete_audio);
  }

  private void deleteAudio() {
    model.deleteAudio();
    message(getString(R.string.session_audio_deleted)).show();
  }

  /** The undo is offered by the list, so that is where this leads. */
  private void delete() {
    model.player().pause();
    SessionDeletion.of(requireActivity()).delete(List.of(model.id()));
    Navigator navigator = navigator();
    FragmentManager fragments = getParentFragmentManager();
    leave();
    if (!(fragments.findFragmentById(R.id.content) instanceof HistoryFragment)) {
      navigator.openHistory();
    }
  }

  private void leave() {
    getParentFragmentManager().popBackStackImmediate();
  }

  private Navigator navigator() {
    return (Navigator) requireActivity();
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
