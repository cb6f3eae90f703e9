// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import android.net.Uri;
import androidx.lifecycle.Observer;
import java.io.File;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.ZipFile;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.LooperMode;
import org.undertone.app.AppContainer;
import org.undertone.app.AppExecutors;

/** Exports beside the screens: what is there when they end, whichever way. */
@RunWith(RobolectricTestRunner.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class ExportJobTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Application application = RuntimeEnvironment.getApplication();
  private final LinkedBlockingQueue<ExportState> states = new LinkedBlockingQueue<>();
  private AppContainer container;
  private ExportJob job;
  private TestDocuments documents;
  private ExportRequest request;

  @Before
  public void record() throws Exception {
    container = AppContainer.of(application);
    job = container.export();
    documents = TestDocuments.install(folder.getRoot());
    TestSessions recorder = new TestSessions(container.sessions());
    request = ExportRequest.ofSession(recorder.record("", true, TestSessions.talk()));
    Observer<ExportState> observer = states::add;
    onMain(() -> job.state().observeForever(observer));
    assertThat(states.take().phase()).isEqualTo(ExportState.Phase.IDLE);
  }

  @Test
  public void savesToADocument() throws Exception {
    Uri document = documents.uri("mine.zip");
    save(document);
    ExportState end = end();
    assertThat(end.phase()).isEqualTo(ExportState.Phase.DONE);
    assertThat(end.file()).isEqualTo(document);
    byte[] zip = Files.readAllBytes(documents.file(document).toPath());
    assertThat(zip).hasSize((int) end.result().bytes());
    assertThat(Zips.read(zip)).containsKey("metadata.csv");
    assertThat(Zips.text(Zips.read(zip), "README.txt")).contains("0.1.0");
  }

  @Test
  public void sharesATemporaryFileThatOthersMayRead() throws Exception {
    onMain(() -> job.share(request, ExportOptions.DEFAULT));
    ExportState end = end();
    assertThat(end.phase()).isEqualTo(ExportState.Phase.DONE);
    assertThat(end.file().toString()).startsWith("content://org.undertone.app.files/exports/");
    try (InputStream in = application.getContentResolver().openInputStream(end.file())) {
      assertThat(Zips.read(in.readAllBytes())).containsKey("session.json");
    }
    assertThat(sharedFiles()).singleElement().asString().endsWith(".zip");

    ExportJob next = new ExportJob(application, container.sessions(), new AppExecutors());
    next.cleanUp();
    assertThat(sharedFiles()).isEmpty();
  }

  @Test
  public void cancelLeavesNothing() throws Exception {
    for (boolean deletable : List.of(true, false)) {
      Uri document = documents.uri("cancelled-" + deletable);
      if (!deletable) {
        documents.refuseToDelete();
      }
      onMain(
          () -> {
            job.save(request, ExportOptions.DEFAULT, document);
            job.cancel();
          });
      assertThat(end().phase()).isEqualTo(ExportState.Phase.CANCELLED);
      assertThat(documents.file(document).length()).isZero();
    }
    onMain(
        () -> {
          job.share(request, ExportOptions.DEFAULT);
          job.cancel();
        });
    assertThat(end().phase()).isEqualTo(ExportState.Phase.CANCELLED);
    assertThat(sharedFiles()).isEmpty();
  }

  @Test
  public void cancelInTheMiddleDeletesTheDocument() throws Exception {
    TestSessions recorder = new TestSessions(container.sessions());
    ExportRequest longer = ExportRequest.ofSession(recorder.recordMinutes(20));
    Uri document = documents.uri("long.zip");
    onMain(() -> job.save(longer, ExportOptions.DEFAULT, document));
    ExportState state;
    do {
      state = states.take();
    } while (state.isRunning() && state.fraction() == 0);
    assertThat(state.isRunning()).isTrue();
    assertThat(documents.file(document).length()).isPositive();
    onMain(job::cancel);
    assertThat(end().phase()).isEqualTo(ExportState.Phase.CANCELLED);
    assertThat(documents.file(document)).doesNotExist();
  }

  @Test
  public void fullDiskIsNamedAndLeavesNothing() throws Exception {
    File full = new File("/dev/full");
    Assume.assumeTrue("skipped: this system has no /dev/full", full.exists());
    Uri document = documents.uri("full.zip");
    assertThat(documents.file(document).createNewFile()).isTrue();
    documents.writeTo(full);
    save(document);
    ExportState end = end();
    assertThat(end.phase()).isEqualTo(ExportState.Phase.FAILED);
    assertThat(end.problem()).isEqualTo(ExportException.Kind.STORAGE_FULL);
    assertThat(documents.file(document)).doesNotExist();
  }

  @Test
  public void fullDiskWhileSharingLeavesNothing() throws Exception {
    File cache = new File(application.getCacheDir(), "exports");
    Assume.assumeTrue("skipped: this system has no /dev/full", new File("/dev/full").exists());
    SharedFiles files = new SharedFiles(application);
    ExportTarget target = files.target("a.zip");
    target.open().close();
    Files.delete(new File(cache, "a.zip.part").toPath());
    Files.createSymbolicLink(
        new File(cache, "a.zip.part").toPath(), new File("/dev/full").toPath());
    // The folder is emptied when a target is opened, so this one is written to as it was.
    try (FileOutputStream out = new FileOutputStream(new File(cache, "a.zip.part"))) {
      new ClipExporter(container.sessions(), new ExportInfo("0.1.0", ZoneOffset.UTC, ""))
          .export(request, ExportOptions.DEFAULT, out, fraction -> {});
      throw new AssertionError("it was not full");
    } catch (ExportException e) {
      assertThat(e.kind()).isEqualTo(ExportException.Kind.STORAGE_FULL);
      target.discard();
    }
    assertThat(sharedFiles()).isEmpty();
  }

  @Test
  public void documentThatIsGoneIsNamed() throws Exception {
    documents.writeTo(new File(folder.getRoot(), "gone/away"));
    save(documents.uri("gone.zip"));
    assertThat(end().problem()).isEqualTo(ExportException.Kind.TARGET_LOST);
  }

  @Test
  public void documentOfAKilledProcessIsDeletedAtTheNextStart() throws Exception {
    Uri document = documents.uri("half.zip");
    DocumentTarget target = new DocumentTarget(application, document);
    target.open().write(new byte[100]);
    assertThat(documents.file(document)).hasSize(100);
    new ExportJob(application, container.sessions(), new AppExecutors()).cleanUp();
    assertThat(documents.file(document)).doesNotExist();
  }

  @Test
  public void threeHoursTakeNoMoreMemoryThanTheirVerdicts() throws Exception {
    TestSessions recorder = new TestSessions(container.sessions());
    ExportRequest hours = ExportRequest.ofSession(recorder.recordMinutes(180));
    Uri document = documents.uri("hours.zip");
    long start = System.nanoTime();
    Memory memory = new Memory();
    onMain(() -> job.save(hours, ExportOptions.DEFAULT, document));
    ExportState state;
    do {
      state = states.take();
      memory.look();
    } while (state.isRunning());
    assertThat(state.phase()).isEqualTo(ExportState.Phase.DONE);
    assertThat(state.result().clipSeconds()).isEqualTo(3 * 3600);
    System.out.printf(
        Locale.ROOT,
        "3 h: %d MB in %.1f s, at most %d MB more in use%n",
        state.result().bytes() >> 20,
        (System.nanoTime() - start) * 1e-9,
        memory.grown() >> 20);
    assertThat(memory.grown()).isLessThan(48L << 20);
    try (ZipFile zip = new ZipFile(documents.file(document))) {
      assertThat(zip.stream().filter(entry -> entry.getName().endsWith(".wav"))).hasSize(180);
    }
  }

  /** What is in use, after the garbage is collected. */
  private static final class Memory {
    private final long before = used();
    private long most = before;
    private int looks;

    void look() {
      if (looks++ % 20 == 10) {
        most = Math.max(most, used());
      }
    }

    long grown() {
      return most - before;
    }

    private static long used() {
      Runtime runtime = Runtime.getRuntime();
      runtime.gc();
      return runtime.totalMemory() - runtime.freeMemory();
    }
  }

  private void save(Uri document) {
    onMain(() -> job.save(request, ExportOptions.DEFAULT, document));
  }

  private ExportState end() throws InterruptedException {
    ExportState state;
    do {
      state = states.take();
    } while (state.isRunning());
    return state;
  }

  private List<String> sharedFiles() {
    String[] files = new File(application.getCacheDir(), "exports").list();
    return files == null ? List.of() : List.of(files);
  }

  private void onMain(Runnable task) {
    container.executors().main().execute(task);
  }
}
