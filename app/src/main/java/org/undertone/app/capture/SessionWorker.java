// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.util.Log;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.undertone.app.data.AlertFeedback;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.NewSession;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionWriter;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.timeline.DriverAlert;

/**
 * The work of a {@link RecordingSession}: brings microphone, judge and journal together. Everything here
 * is for the judging thread, in the order {@link #begin}, {@link #work} as long as it {@link #isRunning},
 * {@link #finish}, {@link #release}; after a failure {@link #fail} and {@link #release}. All else is only
 * for while it works.
 */
final class SessionWorker {
  private final SessionParts parts;
  private final SessionMode mode;
  private final RecordingSession.Listener listener;
  private final SessionStatus status;

  /** What follows is null until {@link #begin} comes to it. */
  private TimedClassifier classifier;

  private MicrophoneGuard microphone;
  private SessionJournal journal;
  private SessionJudge judge;

  /** Prepares; may run on any thread. */
  SessionWorker(SessionParts parts, SessionMode mode, RecordingSession.Listener listener) {
    this.parts = parts;
    this.mode = mode;
    this.listener = listener;
    status = new SessionStatus(mode, listener);
  }

  /**
   * Opens all that is needed.
   *
   * @param cancelled whether it is not wanted any more
   * @param wake runs on any thread when there is something to do
   * @param rerouted runs on the main thread when samples may come from another device
   * @param trouble told of the writer's trouble, on the writing thread
   * @return false if it was cancelled, before anything is stored
   * @throws IOException if something cannot be had: model, microphone or storage
   */
  boolean begin(
      BooleanSupplier cancelled, Runnable wake, Runnable rerouted, SessionWriter.Listener trouble)
      throws IOException {
    OpenedModel model = parts.models().open();
    classifier = new TimedClassifier(model.classifier(), parts.latency());
    ModelSpec spec = classifier.spec();
    int rate = spec.mfcc().sampleRate();
    SessionVoice voice = new SessionVoice(parts.profiles(), parts.settings(), spec);
    microphone = new MicrophoneGuard(parts, rate, wake, rerouted, new MicrophoneListener());
    microphone.open(cancelled);
    if (cancelled.getAsBoolean()) {
      return false;
    }
    boolean audioKept = parts.settings().keepAudio();
    status.setAudioKept(audioKept);
    NewSession session =
        new NewSession(
            Instant.now(), mode, spec.name(), model.networkHash(), rate, voice.name(), audioKept);
    journal = new SessionJournal(parts.sessions(), session);
    journal.writer().setListener(trouble);
    judge = new SessionJudge(parts, mode, classifier, voice, journal.writer(), new JudgeListener());
    status.enter(Phase.LISTENING);
    publish(0);
    return true;
  }

  /** Returns whether nothing has ended it yet. */
  boolean isRunning() {
    return status.isRunning();
  }

  /** Does what there is to do; returns whether there may be more at once. */
  boolean work() {
    return microphone.work();
  }

  /** Judges what was read before it ended. */
  void finish() {
    status.enter(Phase.STOPPING);
    publish(0);
    microphone.close();
    judge.finish();
  }

  /** Ends it; the first reason counts. */
  void end(EndReason reason, String why) {
    status.end(reason, why);
  }

  /** Ends it because of a failure. */
  void fail(EndReason reason, Exception cause) {
    Log.e("Undertone", "the recording ends: " + reason, cause);
    end(reason, cause.toString());
  }

  /** Frees and stores all that there is, however far it came. */
  void release() {
    if (microphone != null) {
      microphone.abandon();
    }
    if (journal != null) {
      store();
    }
    if (classifier != null) {
      classifier.close();
    }
    status.enter(Phase.IDLE);
    publish(0);
  }

  private void store() {
    double heard = 0;
    if (judge != null) {
      judge.close();
      heard = judge.heardSeconds();
    }
    if (!journal.end(status.end(), heard) && !status.hasProblem()) {
      status.setProblem("the end of the session could not be stored");
    }
  }

  /** Takes the driver's answer to an alert. */
  void answerAlert(AlertFeedback feedback) {
    if (judge.answer(feedback)) {
      publish(0);
    }
  }

  /** The system says whom it keeps from hearing: the audio sessions of recordings. */
  void silencedChanged(Set<Integer> audioSessions) {
    microphone.silencedChanged(audioSessions);
  }

  /** An audio device came or went. */
  void routeChanged() {
    microphone.routeChanged();
  }

  /** Samples may come from another device. */
  void rerouted() {
    microphone.rerouted();
  }

  /** The device is hotter or cooler than before. */
  void heatChanged(Heat heat) {
    boolean slow = heat == Heat.SEVERE;
    if (heat == Heat.CRITICAL) {
      end(EndReason.OVERHEATED, "the device reports a critical temperature");
    } else if (status.setSlowed(slow)) {
      judge.setStride(slow ? 2 : 1);
      event(slow ? EventKind.THERMAL_SLOW : EventKind.THERMAL_NORMAL, 0);
      publish(0);
    }
  }

  /** The clock of the device was set. */
  void clockChanged() {
    event(EventKind.CLOCK_CHANGED, 0);
  }

  /** Audio is no longer kept. */
  void audioStopped(String why) {
    status.setAudioKept(false);
    status.setProblem(why);
    event(EventKind.AUDIO_STOPPED, 0);
    publish(0);
  }

  private void event(EventKind kind, double gapSeconds) {
    journal.addEvent(judge.heardSeconds(), kind, gapSeconds);
  }

  private void publish(long readNanos) {
    EventKind interruption = microphone == null ? null : microphone.interruption();
    status.publish(journal, judge, interruption, readNanos);
  }

  private final class MicrophoneListener implements MicrophoneGuard.Listener {
    @Override
    public void onSamples(float[] samples, int length, int sampleRate, long nanos) {
      judge.accept(samples, length, sampleRate, nanos);
    }

    @Override
    public void onLost(double seconds) {
      judge.endTake();
      String problem = "judging is too slow, sound was lost";
      status.setProblem(problem);
      Log.w("Undertone", problem + ": " + seconds + " s");
      event(EventKind.READ_ERROR, seconds);
    }

    @Override
    public void onInterrupted(EventKind cause) {
      judge.endTake();
      event(cause, 0);
      status.pass(Phase.LISTENING, Phase.INTERRUPTED);
      publish(0);
    }

    @Override
    public void onResumed(double gapSeconds) {
      event(EventKind.RESUMED, gapSeconds);
      judge.gap(gapSeconds);
      status.pass(Phase.INTERRUPTED, Phase.LISTENING);
      publish(0);
    }

    @Override
    public void onGivenUp(EndReason reason, String why) {
      end(reason, why);
    }
  }

  private final class JudgeListener implements SessionJudge.Listener {
    @Override
    public void onNews(long readNanos) {
      publish(readNanos);
    }

    @Override
    public void onAlert(DriverAlert alert) {
      listener.onAlert(alert);
    }
  }
}
