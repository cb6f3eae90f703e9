// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.SessionRepository;

/**
 * Writes sessions as a ZIP that other tools read:
 *
 * <ul>
 *   <li>{@code audio/*.wav}: a clip for each segment with an emotion, 16-bit mono at the model's rate; in
 *       {@code unlabelled/} those that have none. Only where audio was kept.
 *   <li>{@code metadata.csv}: the labels of {@code audio/}, in the audio-folder form of Hugging Face's
 *       {@code datasets}, which {@code ser train} reads too. Left out where there is no clip: an empty one
 *       would be refused.
 *   <li>{@code segments.csv}: all segments, with or without clips.
 *   <li>{@code labels/*.txt} and {@code labels/*.TextGrid}: each session for Audacity and Praat.
 *   <li>{@code session.json}, or {@code sessions/*.json} if there are several: scores, model and app.
 * </ul>
 *
 * The same sessions give the same bytes. Memory depends on the longest session's verdicts (some 200 bytes
 * a second) and the number of segments (some ten bytes each), not on the audio. Blocks on database and
 * files: for a background thread, which may be interrupted.
 */
public final class ClipExporter {
  /** Told how far the export has come. */
  public interface Progress {
    /** Takes the part that is done, 0 to 1, never less than before; on the exporting thread. */
    void onProgress(double fraction);
  }

  private static final DateTimeFormatter STEM =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
  private static final DateTimeFormatter UNNAMED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final SessionRepository sessions;
  private final ExportInfo info;

  /** Exports out of a repository. */
  public ClipExporter(SessionRepository sessions, ExportInfo info) {
    this.sessions = sessions;
    this.info = info;
  }

  /**
   * Writes an export and closes the stream, also if this fails; what was written is then to be thrown
   * away. Kept audio that is not there is left out and counted, not a failure.
   *
   * @throws ExportException if it cannot be written, or nothing is left of what is asked for
   * @throws InterruptedException if the thread was interrupted
   */
  public ExportResult export(
      ExportRequest request, ExportOptions options, OutputStream out, Progress progress)
      throws ExportException, InterruptedException {
    try (ExportZip zip = new ExportZip(out)) {
      return new Run(request, options, zip, progress).run();
    } catch (ExportException e) {
      throw e;
    } catch (InterruptedIOException e) {
      // Now the exception says so.
      boolean ignored = Thread.interrupted();
      throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
    } catch (IOException e) {
      throw new ExportException(ExportException.Kind.FAILED, "the export failed", e);
    }
  }

  /** One export. */
  private final class Run {
    private final ExportRequest request;
    private final ExportOptions options;
    private final ExportZip zip;
    private final Progress progress;
    private final ExportTables tables = new ExportTables();
    private int exported;
    private int missingAudio;

    Run(ExportRequest request, ExportOptions options, ExportZip zip, Progress progress) {
      this.request = request;
      this.options = options;
      this.zip = zip;
      this.progress = progress;
    }

    ExportResult run() throws IOException {
      List<Long> ids = request.sessionIds();
      long time = 0;
      for (int i = 0; i < ids.size(); i++) {
        TargetStream.checkInterrupted();
        Optional<SessionDetail> detail = sessions.load(ids.get(i));
        if (detail.isPresent()) {
          SessionSlice slice = SessionSlice.of(detail.get(), request);
          if (slice.whole() || !slice.parts().isEmpty()) {
            time = Math.max(time, millis(slice));
            int place = i;
            session(slice, done -> progress.onProgress((place + done) / ids.size()));
          }
        }
        progress.onProgress((i + 1.0) / ids.size());
      }
      if (exported == 0) {
        throw new ExportException(
            ExportException.Kind.NOTHING_LEFT, "nothing is left of " + request, null);
      }
      tables.write(zip, time);
      zip.text("README.txt", time, out -> out.write(info.readMe()));
      return new ExportResult(
          exported,
          tables.clips(),
          tables.unlabelled(),
          tables.clipSeconds(),
          zip.finish(),
          missingAudio);
    }

    private void session(SessionSlice slice, Progress within) throws IOException {
      Instant start = slice.detail().summary().startedAt();
      long id = slice.detail().summary().id();
      String stem = STEM.withZone(info.zone()).format(start) + "-s" + id;
      String name = slice.detail().summary().name().trim();
      name = name.isEmpty() ? UNNAMED.withZone(info.zone()).format(start) : name;
      long time = millis(slice);
      Map<Integer, String> clips = new HashMap<>();
      if (options.audio()) {
        clips(slice, stem, name, clips, within);
      }
      for (SessionSlice.Part part : slice.parts()) {
        tables.segment(slice, stem, name, part, clips.getOrDefault(part.number(), ""));
      }
      zip.text("labels/" + stem + ".txt", time, out -> LabelTrack.write(slice, out));
      zip.text("labels/" + stem + ".TextGrid", time, out -> TextGrid.write(slice, out));
      boolean single = request.sessionIds().size() == 1;
      zip.text(
          single ? "session.json" : "sessions/" + stem + ".json",
          time,
          out -> SessionJson.write(slice, sessions.scores(id), clips, info.appVersion(), out));
      exported++;
    }

    private void clips(
        SessionSlice slice, String stem, String name, Map<Integer, String> clips, Progress within)
        throws IOException {
      if (slice.detail().audio() == null) {
        missingAudio += slice.detail().summary().hasAudio() ? 1 : 0;
        return;
      }
      ClipProgress read = new ClipProgress(within);
      KeptSamples samples;
      try {
        samples = new KeptSamples(slice.detail().audio(), read);
      } catch (IOException e) {
        android.util.Log.w("Undertone", "no clips of " + stem, e);
        missingAudio++;
        return;
      }
      try (samples) {
        read.expect(samples.length());
        for (SessionSlice.Part part : slice.parts()) {
          long from = samples.at(part.segment().startSeconds());
          long to = samples.at(part.segment().endSeconds());
          if (part.isClip(options) && to > from) {
            String path = slice.clipPath(stem, part);
            zip.binary(path, millis(slice), out -> samples.write(from, to, out));
            clips.put(part.number(), path);
            double rate = samples.sampleRate();
            tables.clip(slice, stem, name, part, path, from / rate, to / rate);
          }
        }
      }
    }
  }

  private static long millis(SessionSlice slice) {
    return slice.detail().summary().startedAt().toEpochMilli();
  }

  /** Turns samples into a part of the whole, a hundred times at most, and ends interrupted work. */
  private static final class ClipProgress implements KeptSamples.Listener {
    private static final int STEPS = 100;

    private final Progress progress;
    private long expected = 1;
    private long read;
    private long step;

    ClipProgress(Progress progress) {
      this.progress = progress;
    }

    void expect(long samples) {
      expected = Math.max(1, samples);
    }

    @Override
    public void onRead(int samples) throws IOException {
      TargetStream.checkInterrupted();
      read += samples;
      if (read * STEPS / expected > step) {
        step = read * STEPS / expected;
        progress.onProgress(Math.min(1, (double) read / expected));
      }
    }
  }
}
