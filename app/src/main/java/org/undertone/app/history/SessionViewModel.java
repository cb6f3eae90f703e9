// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.app.Application;
import androidx.lifecycle.AndroidViewModel;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.SavedStateHandle;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.undertone.app.AppContainer;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.StoredSegment;
import org.undertone.ser.Emotion;

/** What the screen of a session shows, and what it changes. Main thread. */
public final class SessionViewModel extends AndroidViewModel {
  private static final String MARKED = "marked";
  private static final String DRAFT = "note_draft";

  /**
   * A correction that can be undone.
   *
   * @param segmentId key of the segment
   * @param before the correction that was there, or null
   * @param after the correction that is there now, or null
   */
  record Correction(long segmentId, Emotion before, Emotion after) {}

  private final long id;
  private final SavedStateHandle state;
  private final SessionRepository sessions;
  private final Edits edits;
  private final SessionPlayer player;
  private final AutoSave notes;
  private final AutoSave segmentNotes;
  private final LiveData<SessionDetail> session;
  private final MutableLiveData<Long> shownSegment = new MutableLiveData<>();
  private final MutableLiveData<Set<Long>> marked = new MutableLiveData<>();
  private final MutableLiveData<Correction> correction = new MutableLiveData<>();

  /** Opens the session that the fragment's arguments name. */
  public SessionViewModel(Application application, SavedStateHandle state) {
    super(application);
    this.state = state;
    AppContainer container = AppContainer.of(application);
    this.id = state.<Long>get(SessionFragment.ID);
    this.sessions = container.sessions();
    this.edits = new Edits(application);
    this.player = new SessionPlayer(application, container.executors().io());
    this.notes = new AutoSave((key, text) -> edits.run(() -> sessions.setNote(key, text)));
    this.segmentNotes =
        new AutoSave((key, text) -> edits.run(() -> sessions.setSegmentNote(key, text)));
    this.session = sessions.session(id);
    Set<Long> kept = new LinkedHashSet<>();
    long[] keptIds = state.get(MARKED);
    for (int i = 0; keptIds != null && i < keptIds.length; i++) {
      kept.add(keptIds[i]);
    }
    marked.setValue(kept);
  }

  long id() {
    return id;
  }

  /** Observes the session; null once it is deleted. */
  LiveData<SessionDetail> session() {
    return session;
  }

  SessionPlayer player() {
    return player;
  }

  /** Observes the key of the segment that is pointed out, or null. */
  LiveData<Long> shownSegment() {
    return shownSegment;
  }

  void showSegment(Long segmentId) {
    shownSegment.setValue(segmentId);
  }

  /** Observes the keys of the segments that are selected for export. */
  LiveData<Set<Long>> marked() {
    return marked;
  }

  Set<Long> currentlyMarked() {
    return marked.getValue();
  }

  void toggleMark(long segmentId) {
    Set<Long> changed = new LinkedHashSet<>(currentlyMarked());
    if (!changed.remove(segmentId)) {
      changed.add(segmentId);
    }
    mark(changed);
  }

  void mark(Collection<Long> segmentIds) {
    state.set(MARKED, segmentIds.stream().mapToLong(Long::longValue).toArray());
    marked.setValue(new LinkedHashSet<>(segmentIds));
  }

  /** Returns a segment that is there, or null. */
  StoredSegment segment(long segmentId) {
    SessionDetail detail = session.getValue();
    if (detail == null) {
      return null;
    }
    return detail.segments().stream()
        .filter(stored -> stored.id() == segmentId)
        .findFirst()
        .orElse(null);
  }

  /** Observes the last correction while it can be undone, or null. */
  LiveData<Correction> correction() {
    return correction;
  }

  /** Corrects a segment; with null, leaves it to the model again. */
  void correct(StoredSegment stored, Emotion emotion) {
    if (emotion == stored.correction()) {
      return;
    }
    edits.run(() -> sessions.correct(stored.id(), emotion));
    correction.setValue(new Correction(stored.id(), stored.correction(), emotion));
  }

  void undo(Correction made) {
    edits.run(() -> sessions.correct(made.segmentId(), made.before()));
    correctionShown(made);
  }

  void correctionShown(Correction made) {
    if (made.equals(correction.getValue())) {
      correction.setValue(null);
    }
  }

  /** Takes the note as it is being typed. */
  void typeNote(String text) {
    state.set(DRAFT, text);
    notes.changed(id, text);
  }

  /** Returns the note as it was typed last on this screen, or null if it was not touched. */
  String noteDraft() {
    return state.get(DRAFT);
  }

  void typeSegmentNote(long segmentId, String text) {
    segmentNotes.changed(segmentId, text);
  }

  /** Stores notes that are not stored yet. */
  void flush() {
    notes.flush();
    segmentNotes.flush();
  }

  void deleteAudio() {
    player.setFile(null);
    edits.run(() -> sessions.deleteAudio(id));
  }

  @Override
  protected void onCleared() {
    flush();
    player.setFile(null);
  }
}
