// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.File;
import java.util.Optional;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.SessionRepository;

/**
 * What an export will hold, as far as it can be told beforehand; immutable.
 *
 * @param sessions sessions that are still there
 * @param segments segments of all kinds
 * @param withAudio sessions whose audio was kept
 * @param missingAudio sessions whose audio was kept but is not there
 * @param speech clips of speech
 * @param all clips of everything
 * @param timelineSeconds length of what is not sound
 */
record ExportPlan(
    int sessions,
    int segments,
    int withAudio,
    int missingAudio,
    Clips speech,
    Clips all,
    double timelineSeconds) {
  /** 16-bit samples of speech in a quiet room, compressed; seen with recordings of a phone. */
  private static final double AUDIO_COMPRESSED = 0.8;

  /** Two verdicts a second, each some 200 bytes of JSON that are mostly digits. */
  private static final double TIMELINE_BYTES_PER_SECOND = 120;

  private static final double BYTES_PER_SESSION = 1500;

  /**
   * Clips of one kind.
   *
   * @param count how many
   * @param seconds how long together
   * @param bytes as WAV files
   */
  record Clips(int count, double seconds, double bytes) {
    static final Clips NONE = new Clips(0, 0, 0);

    private Clips with(double length, int sampleRate) {
      return new Clips(count + 1, seconds + length, bytes + length * sampleRate * Short.BYTES);
    }
  }

  /** Looks up what is asked for; blocks on the database. */
  static ExportPlan of(ExportRequest request, SessionRepository sessions)
      throws InterruptedException {
    ExportPlan plan = new ExportPlan(0, 0, 0, 0, Clips.NONE, Clips.NONE, 0);
    for (long id : request.sessionIds()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the plan is no longer wanted");
      }
      Optional<SessionDetail> detail = sessions.load(id);
      if (detail.isPresent()) {
        plan = plan.with(SessionSlice.of(detail.get(), request));
      }
    }
    return plan;
  }

  private ExportPlan with(SessionSlice slice) {
    if (!slice.whole() && slice.parts().isEmpty()) {
      return this;
    }
    File audio = slice.detail().audio();
    boolean there = audio != null && audio.isFile();
    boolean lost = !there && (audio != null || slice.detail().summary().hasAudio());
    Clips ofSpeech = speech;
    Clips ofAll = all;
    double length = 0;
    for (SessionSlice.Part part : slice.parts()) {
      double seconds = part.segment().durationSeconds();
      length += seconds;
      if (there) {
        int rate = slice.detail().sampleRate();
        ofAll = ofAll.with(seconds, rate);
        ofSpeech = part.isClip(ExportOptions.DEFAULT) ? ofSpeech.with(seconds, rate) : ofSpeech;
      }
    }
    return new ExportPlan(
        sessions + 1,
        segments + slice.parts().size(),
        withAudio + (there ? 1 : 0),
        missingAudio + (lost ? 1 : 0),
        ofSpeech,
        ofAll,
        timelineSeconds + length);
  }

  /** Returns the clips that options ask for. */
  Clips clips(ExportOptions options) {
    if (!options.audio()) {
      return Clips.NONE;
    }
    return options.onlySpeech() ? speech : all;
  }

  /** Returns the size of the ZIP in bytes, roughly. */
  long estimatedBytes(ExportOptions options) {
    return Math.round(
        clips(options).bytes() * AUDIO_COMPRESSED
            + timelineSeconds * TIMELINE_BYTES_PER_SECOND
            + sessions * BYTES_PER_SESSION);
  }
}
