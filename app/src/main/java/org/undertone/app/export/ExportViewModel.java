// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import android.app.Application;
import android.net.Uri;
import androidx.lifecycle.AndroidViewModel;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.SavedStateHandle;
import java.util.concurrent.Future;
import org.undertone.app.AppContainer;
import org.undertone.app.AppExecutors;

/** What the export screen shows: plan, options, and the export itself, which outlives it. Main thread. */
public final class ExportViewModel extends AndroidViewModel {
  private static final String OPTIONS = "export_options";

  private final SavedStateHandle saved;
  private final ExportRequest request;
  private final ExportJob job;
  private final LiveData<ExportOptions> options;
  private final MutableLiveData<ExportPlan> plan = new MutableLiveData<>();
  private final Future<?> planning;
  private boolean sheetDue;

  /** Opens the export that the fragment's arguments ask for. */
  public ExportViewModel(Application application, SavedStateHandle saved) {
    super(application);
    this.saved = saved;
    this.request = saved.get(ExportRequest.KEY);
    this.options = saved.getLiveData(OPTIONS, ExportOptions.DEFAULT);
    AppContainer container = AppContainer.of(application);
    this.job = container.export();
    this.planning = container.executors().io().submit(() -> plan(container));
    ExportState last = job.state().getValue();
    // An export that ended while no screen of it was open is told by its own screen only.
    if (last != null && last.hasEnded() && !isOwn(last)) {
      job.dismiss();
    }
  }

  private void plan(AppContainer container) {
    AppExecutors executors = container.executors();
    try {
      ExportPlan found = ExportPlan.of(request, container.sessions());
      executors.main().execute(() -> plan.setValue(found));
    } catch (InterruptedException e) {
      android.util.Log.i("Undertone", "the export screen was left", e);
    }
  }

  /** Observes what will be in it; nothing while that is looked up. */
  LiveData<ExportPlan> plan() {
    return plan;
  }

  /** Observes what the user chose. */
  LiveData<ExportOptions> options() {
    return options;
  }

  void setOptions(ExportOptions chosen) {
    if (!chosen.equals(options.getValue())) {
      saved.set(OPTIONS, chosen);
    }
  }

  /** Observes the export of the process, which may be another screen's. */
  LiveData<ExportState> state() {
    return job.state();
  }

  /** Returns whether an export is this screen's: there is one for the whole process. */
  boolean isOwn(ExportState state) {
    return request.equals(state.request());
  }

  /** Writes to a document. */
  void save(Uri document) {
    job.save(request, options.getValue(), document);
  }

  /** Writes a file for the share sheet, which is due once it is there. */
  void share() {
    sheetDue = true;
    job.share(request, options.getValue());
  }

  /** Returns, once for each call of {@link #share}, that the share sheet is to open. */
  boolean takeSheetDue() {
    boolean due = sheetDue;
    sheetDue = false;
    return due;
  }

  void cancel() {
    job.cancel();
  }

  void dismiss() {
    job.dismiss();
  }

  @Override
  protected void onCleared() {
    planning.cancel(true);
  }
}
