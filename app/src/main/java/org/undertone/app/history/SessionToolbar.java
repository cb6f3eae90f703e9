// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.view.MenuItem;
import android.view.View;
import androidx.fragment.app.Fragment;
import androidx.fragment.app.FragmentActivity;
import androidx.fragment.app.FragmentManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.undertone.app.Navigator;
import org.undertone.app.R;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.export.ExportRequest;
import org.undertone.app.view.ConfirmDialog;

/**
 * The tool bar of a session: its title, what can be done with the session or with the segments that are
 * selected, and the doing of it. Main thread.
 */
final class SessionToolbar {
  /** Names the question before audio is deleted. */
  private static final String DELETE_AUDIO = "delete_audio";

  private final Fragment screen;
  private final SessionViewModel model;
  private final SessionMessages messages;
  private final Runnable leave;
  private final SelectionBar bar;
  private SessionDetail shown;

  /**
   * Takes over the tool bar of a screen whose view has just been made.
   *
   * @param leave leads away from the screen, at once
   */
  SessionToolbar(
      Fragment screen, SessionViewModel model, SessionMessages messages, Runnable leave) {
    this.screen = screen;
    this.model = model;
    this.messages = messages;
    this.leave = leave;
    View view = screen.requireView();
    bar =
        new SelectionBar(
            view.findViewById(R.id.session_toolbar),
            new SelectionBar.Face(
                R.menu.session, R.drawable.ic_session_back, R.string.session_back, leave),
            R.menu.session_selection,
            R.plurals.session_selection,
            this::onItem,
            () -> model.mark(List.of()));
    screen
        .requireActivity()
        .getOnBackPressedDispatcher()
        .addCallback(screen.getViewLifecycleOwner(), bar);
    ConfirmDialog.listen(screen, DELETE_AUDIO, this::deleteAudio);
  }

  /** Shows a session; null once it is deleted. */
  void show(SessionDetail detail) {
    shown = detail;
    bar.setTitle(
        detail == null
            ? screen.getString(R.string.session_title)
            : new SessionWords(screen.requireContext()).title(detail.summary()));
    showItems();
  }

  /** Sets the keys of the segments that are selected. */
  void setMarked(Set<Long> marked) {
    bar.setSelected(marked);
    showItems();
  }

  private void showItems() {
    boolean there = shown != null;
    boolean ended = there && shown.summary().end() != EndReason.RUNNING;
    showItem(R.id.session_rename, there);
    showItem(R.id.session_export, there);
    showItem(R.id.session_delete, ended);
    showItem(R.id.session_delete_audio, there && shown.audio() != null);
  }

  private void showItem(int id, boolean visible) {
    MenuItem item = bar.item(id);
    if (item != null) {
      item.setVisible(visible);
    }
  }

  private boolean onItem(MenuItem item) {
    int id = item.getItemId();
    if (shown == null) {
      return false;
    }
    if (id == R.id.session_rename) {
      RenameDialog.show(screen.getChildFragmentManager(), shown.summary());
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
        screen,
        DELETE_AUDIO,
        R.string.session_delete_audio_title,
        screen.getString(R.string.session_delete_audio_text),
        R.string.session_delete_audio);
  }

  private void deleteAudio() {
    model.deleteAudio();
    messages.say(R.string.session_audio_deleted);
  }

  /** The undo is offered by the list, so that is where this leads. */
  private void delete() {
    model.player().pause();
    FragmentActivity activity = screen.requireActivity();
    SessionDeletion.of(activity).delete(List.of(model.id()));
    // Asked for now, since a screen that has been left knows neither.
    Navigator navigator = navigator();
    FragmentManager fragments = screen.getParentFragmentManager();
    leave.run();
    if (!(fragments.findFragmentById(R.id.content) instanceof HistoryFragment)) {
      navigator.openHistory();
    }
  }

  private Navigator navigator() {
    return (Navigator) screen.requireActivity();
  }
}
