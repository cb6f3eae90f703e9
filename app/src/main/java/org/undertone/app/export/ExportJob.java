// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import android.content.Context;
import android.content.pm.PackageManager;
import android.net.Uri;
import android.os.Handler;
import android.os.Looper;
import androidx.core.content.ContextCompat;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.undertone.app.AppExecutors;
import org.undertone.app.R;
import org.undertone.app.data.SessionRepository;

/**
 * The one export of the process: goes on when its screen is left or turned, can be cancelled, and leaves
 * nothing half written. Public methods are for the main thread; {@link #cleanUp} for any other.
 */
public final class ExportJob {
  private static final DateTimeFormatter FILE_NAME =
      DateTimeFormatter.ofPattern("'undertone-'yyyyMMdd-HHmmss'.zip'", Locale.ROOT);

  private final Context context;
  private final SessionRepository sessions;
  private final AppExecutors executors;
  private final SharedFiles sharedFiles;
  private final MutableLiveData<ExportState> state = new MutableLiveData<>(ExportState.IDLE);
  private final Handler main = new Handler(Looper.getMainLooper());
  private boolean cleaned;
  private Run run;

  /** Exports out of a repository, on the threads for long work. */
  public ExportJob(Context context, SessionRepository sessions, AppExecutors executors) {
    this.context = context.getApplicationContext();
    this.sessions = sessions;
    this.executors = executors;
    this.sharedFiles = new SharedFiles(this.context);
  }

  /**
   * Takes away what an earlier process left: shared files, and a document it was killed over. Works
   * once, before the first export begins. Blocks.
   */
  public synchronized void cleanUp() {
    if (!cleaned) {
      cleaned = true;
      sharedFiles.purge(0);
      DocumentTarget.discardUnfinished(context);
    }
  }

  /** Observes the export. */
  LiveData<ExportState> state() {
    return state;
  }

  /** Proposes a name for the file. */
  static String fileName() {
    return FILE_NAME.format(LocalDateTime.now(ZoneId.systemDefault()));
  }

  /** Writes to a document that the user has made; does nothing while an export goes on. */
  void save(ExportRequest request, ExportOptions options, Uri document) {
    start(request, options, false, new DocumentTarget(context, document));
  }

  /** Writes a temporary file for other apps; does nothing while an export goes on. */
  void share(ExportRequest request, ExportOptions options) {
    start(request, options, true, sharedFiles.target(fileName()));
  }

  /** Stops the export; what it wrote goes. */
  public void cancel() {
    if (run != null) {
      run.cancel();
    }
  }

  /** Forgets an export that has ended. */
  public void dismiss() {
    if (run == null) {
      state.setValue(ExportState.IDLE);
    }
  }

  private void start(
      ExportRequest request, ExportOptions options, boolean toShare, ExportTarget target) {
    if (run != null) {
      return;
    }
    ExportState running = ExportState.running(request, toShare, 0);
    state.setValue(running);
    run = new Run(running, options, target);
    executors.io().execute(run);
  }

  private void end(ExportState last) {
    run = null;
    state.setValue(last);
    if (last.phase() == ExportState.Phase.DONE && last.toShare()) {
      main.postDelayed(
          () -> executors.io().execute(() -> sharedFiles.purge(SharedFiles.KEPT_MILLIS)),
          SharedFiles.KEPT_MILLIS);
    }
  }

  private ExportInfo info() {
    String version;
    try {
      version = context.getPackageManager().getPackageInfo(context.getPackageName(), 0).versionName;
    } catch (PackageManager.NameNotFoundException e) {
      throw new AssertionError("the app is installed", e);
    }
    String readMe =
        ContextCompat.getContextForLanguage(context).getString(R.string.export_readme, version);
    return new ExportInfo(version, ZoneId.systemDefault(), readMe);
  }

  /** One export, on a thread for long work. */
  private final class Run implements Runnable {
    private final ExportState running;
    private final ExportOptions options;
    private final ExportTarget target;
    private boolean cancelled;
    private Thread worker;

    Run(ExportState running, ExportOptions options, ExportTarget target) {
      this.running = running;
      this.options = options;
      this.target = target;
    }

    synchronized void cancel() {
      cancelled = true;
      if (worker != null) {
        worker.interrupt();
      }
    }

    private synchronized void begin() throws InterruptedException {
      worker = Thread.currentThread();
      checkCancelled();
    }

    /** An interrupt alone may get lost: some methods of Android swallow it. */
    private synchronized void checkCancelled() throws InterruptedException {
      if (cancelled) {
        throw new InterruptedException("the export was cancelled");
      }
    }

    private synchronized void interruptIfCancelled() {
      if (cancelled) {
        Thread.currentThread().interrupt();
      }
    }

    /** From here on the thread is not interrupted: it cleans up, and then does other work. */
    private synchronized boolean finish() {
      worker = null;
      boolean interrupted = Thread.interrupted();
      return cancelled || interrupted;
    }

    @Override
    public void run() {
      ExportState last;
      try {
        cleanUp();
        begin();
        last = export();
        finish();
      } catch (IOException | InterruptedException | RuntimeException e) {
        // Whatever fails on a thread that is interrupted fails because of that.
        last = finish() ? running.cancelled() : running.failed(kind(e));
        target.discard();
        android.util.Log.w("Undertone", "the export ended early: " + last.phase(), e);
      }
      ExportState ended = last;
      main.post(() -> end(ended));
    }

    private ExportState export() throws IOException, InterruptedException {
      OutputStream out;
      try {
        out = target.open();
      } catch (IOException e) {
        throw ExportException.writing(e);
      }
      ExportResult result =
          new ClipExporter(sessions, info())
              .export(running.request(), options, out, fraction -> progress(fraction));
      checkCancelled();
      return running.done(result, target.commit());
    }

    private void progress(double fraction) {
      interruptIfCancelled();
      main.post(
          () -> {
            if (run == this) {
              state.setValue(ExportState.running(running.request(), running.toShare(), fraction));
            }
          });
    }

    private ExportException.Kind kind(Exception e) {
      return e instanceof ExportException
          ? ((ExportException) e).kind()
          : ExportException.Kind.FAILED;
    }
  }
}
