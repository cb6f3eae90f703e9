// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.os.Process;
import android.util.Log;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.undertone.app.data.AlertFeedback;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.NewSession;
import org.undertone.app.data.SessionEvent;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionWriter;
import org.undertone.app.data.StorageException;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverAlertSettings;
import org.undertone.ser.timeline.SmootherSettings;
import org.undertone.ser.timeline.Verdict;

/**
 * A recording from start to end, on a thread of its own: it drains the microphone's ring, judges,
 * stores, and says what it does. All its state belongs to that thread; its methods may be called from
 * any thread and return at once.
 *
 * <p><b>Time.</b> Seconds of a session are seconds of audio heard. What was not heard, for whatever
 * reason, is not in them; the event {@link EventKind#RESUMED} says how long it was by the monotonic
 * clock. The event of the cause comes first, with a gap of 0, since its length is not yet known.
 *
 * <p><b>Gaps.</b> An interruption ends the {@link Take}: its last window gets its verdict, and what
 * comes later starts with an empty window. Segments may span a gap, for the seconds of audio do not
 * show it.
 */
final class RecordingSession {
  /** Told of the session, on its thread. */
  interface Listener {
    /**
     * There is a new state.
     *
     * @param readNanos when the last sample of a new verdict's window was read, as {@link
     *     System#nanoTime()} has it; 0 without a new verdict
     */
    void onState(RecordingState state, long readNanos);

    /** An alert is due now. */
    void onAlert(DriverAlert alert);
  }

  private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** What is shorter than the first verdict is a mistake, or never heard anything: not kept. */
  private static final double SHORTEST_SECONDS = 0.5;

  private final SessionParts parts;
  private final SessionMode mode;
  private final Listener listener;
  private final Thread thread = new Thread(this::run, "undertone-judge");
  private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
  private volatile boolean stopAsked;
  private Phase phase = Phase.STARTING;
  private EndReason end = EndReason.RUNNING;
  private String problem = "";
  private TimedClassifier classifier;
  private SessionVoice voice;
  private MicrophoneGuard microphone;
  private SessionWriter writer;
  private EmotionTracker tracker;
  private DriverWatch driver;
  private boolean audioKept;
  private boolean slowed;
  private boolean discarded;
  private long readNanos;

  /** Prepares a session. */
  RecordingSession(SessionParts parts, SessionMode mode, Listener listener) {
    this.parts = parts;
    this.mode = mode;
    this.listener = listener;
  }

  /** Starts it. */
  void start() {
    thread.start();
  }

  /** Stops it: what was read is judged, everything is stored. */
  void stop(EndReason reason, String why) {
    stopAsked = true;
    request(() -> end(reason, why));
  }

  /** Takes the driver's answer to an alert. */
  void answerAlert(AlertFeedback feedback) {
    request(
        () -> {
          if (driver != null && driver.answer(feedback, tracker.heardSeconds())) {
            writer.setFeedback(feedback);
            publish(0);
          }
        });
  }

  /** The system says whom it keeps from hearing: the audio sessions of recordings. */
  void silencedChanged(Set<Integer> audioSessions) {
    request(() -> microphone.silencedChanged(audioSessions));
  }

  /** An audio device came or went. */
  void routeChanged() {
    request(() -> microphone.routeChanged());
  }

  /** Samples may come from another device. */
  void rerouted() {
    request(() -> microphone.rerouted());
  }

  /** The device is hotter or cooler than before. */
  void heatChanged(Heat heat) {
    request(
        () -> {
          if (heat == Heat.CRITICAL) {
            end(EndReason.OVERHEATED, "the device reports a critical temperature");
          } else if (slowed != (heat == Heat.SEVERE)) {
            slowed = heat == Heat.SEVERE;
            tracker.setStride(slowed ? 2 : 1);
            event(slowed ? EventKind.THERMAL_SLOW : EventKind.THERMAL_NORMAL, 0);
            publish(0);
          }
        });
  }

  /** The clock of the device was set. */
  void clockChanged() {
    request(() -> event(EventKind.CLOCK_CHANGED, 0));
  }

  private void request(Runnable request) {
    requests.add(request);
    wake();
  }

  private void wake() {
    LockSupport.unpark(thread);
  }

  private void run() {
    Process.setThreadPriority(Process.THREAD_PRIORITY_DISPLAY);
    try {
      if (begin()) {
        listen();
      } else {
        end(EndReason.STOPPED, "");
      }
    } catch (MicrophoneException e) {
      fail(e.endReason(), e);
    } catch (StorageException e) {
      fail(reasonOf(e), e);
    } catch (IOException | RuntimeException e) {
      fail(EndReason.FAILED, e);
    }
    release();
  }

  private void listen() {
    while (end == EndReason.RUNNING) {
      for (Runnable next = requests.poll(); next != null; next = requests.poll()) {
        next.run();
      }
      if (!microphone.work()) {
        LockSupport.parkNanos(this, WAIT_NANOS);
      }
    }
    phase = Phase.STOPPING;
    publish(0);
    microphone.close();
    tracker.finish();
  }

  /** Opens all that is needed; returns false if it was stopped meanwhile, before anything is stored. */
  private boolean begin() throws IOException {
    OpenedModel model = parts.models().open();
    classifier = new TimedClassifier(model.classifier(), parts.latency());
    ModelSpec spec = classifier.spec();
    int rate = spec.mfcc().sampleRate();
    voice = new SessionVoice(parts.profiles(), parts.settings(), spec);
    microphone =
        new MicrophoneGuard(parts, rate, this::wake, this::rerouted, new MicrophoneListener());
    microphone.open(() -> stopAsked);
    if (stopAsked) {
      return false;
    }
    audioKept = parts.settings().keepAudio();
    writer =
        parts
            .sessions()
            .begin(
                new NewSession(
                    Instant.now(),
                    mode,
                    spec.name(),
                    model.networkHash(),
                    rate,
                    voice.name(),
                    audioKept));
    writer.setListener(new WriterListener());
    tracker =
        new EmotionTracker(
            classifier, pipelineSettings(spec), voice.profile(), writer, new TrackerListener());
    if (mode == SessionMode.DRIVER) {
      DriverAlertSettings sensitivity =
          DriverAlertSettings.forSensitivity(parts.settings().sensitivity());
      driver = new DriverWatch(sensitivity, parts.alertSounds());
    }
    phase = Phase.LISTENING;
    publish(0);
    return true;
  }

  private PipelineSettings pipelineSettings(ModelSpec spec) {
    PipelineSettings live = PipelineSettings.live(spec);
    double threshold = parts.settings().unsureThreshold().orElse(spec.unsureThreshold());
    return new PipelineSettings(
        live.minSpeechSeconds(),
        live.minScoredSeconds(),
        voice.isLearning(),
        SmootherSettings.calibrated(spec.temperature(), threshold));
  }

  /** The first reason counts. */
  private void end(EndReason reason, String why) {
    if (end == EndReason.RUNNING) {
      end = reason;
      problem = why.isEmpty() ? problem : why;
    }
  }

  private void fail(EndReason reason, Exception cause) {
    Log.e("Undertone", "the recording ends: " + reason, cause);
    end(reason, cause.toString());
  }

  /** Frees and stores all that there is, however far it came. */
  private void release() {
    if (microphone != null) {
      microphone.abandon();
    }
    if (writer != null) {
      store();
    }
    if (classifier != null) {
      classifier.close();
    }
    phase = Phase.IDLE;
    publish(0);
  }

  private void store() {
    double heard = 0;
    if (tracker != null) {
      tracker.finishTimeline();
      voice.save();
      heard = tracker.heardSeconds();
    }
    if (!writer.end(end, heard) && problem.isEmpty()) {
      problem = "the end of the session could not be stored";
    }
    if (heard < SHORTEST_SECONDS) {
      discard();
    }
  }

  private void discard() {
    try {
      parts.sessions().delete(List.of(writer.sessionId()));
      discarded = true;
    } catch (RuntimeException e) {
      Log.w("Undertone", "an empty session stays in the history", e);
    }
  }

  private void event(EventKind kind, double gapSeconds) {
    writer.addEvent(new SessionEvent(tracker.heardSeconds(), kind, gapSeconds));
  }

  private void publish(long verdictNanos) {
    boolean begun = tracker != null;
    listener.onState(
        new RecordingState(
            phase,
            mode,
            writer == null || discarded ? 0 : writer.sessionId(),
            begun ? tracker.heardSeconds() : 0,
            begun ? tracker.levelDb() : RecordingState.SILENCE_DB,
            begun ? tracker.verdict() : null,
            begun ? tracker.recent() : List.of(),
            phase == Phase.INTERRUPTED ? microphone.interruption() : null,
            slowed,
            audioKept,
            end,
            problem,
            driver == null ? DriverStatus.START : driver.status()),
        verdictNanos);
  }

  private final class MicrophoneListener implements MicrophoneGuard.Listener {
    @Override
    public void onSamples(float[] samples, int length, int sampleRate, long nanos) {
      readNanos = nanos;
      tracker.accept(samples, length, sampleRate);
      // A verdict that an end brings, not a sample, has no latency.
      readNanos = 0;
    }

    @Override
    public void onLost(double seconds) {
      tracker.endTake();
      problem = "judging is too slow, sound was lost";
      Log.w("Undertone", problem + ": " + seconds + " s");
      event(EventKind.READ_ERROR, seconds);
    }

    @Override
    public void onInterrupted(EventKind cause) {
      tracker.endTake();
      event(cause, 0);
      phase = phase == Phase.LISTENING ? Phase.INTERRUPTED : phase;
      publish(0);
    }

    @Override
    public void onResumed(double gapSeconds) {
      event(EventKind.RESUMED, gapSeconds);
      phase = phase == Phase.INTERRUPTED ? Phase.LISTENING : phase;
      publish(0);
    }

    @Override
    public void onGivenUp(EndReason reason, String why) {
      end(reason, why);
    }
  }

  private final class TrackerListener implements EmotionTracker.Listener {
    @Override
    public void onLevel() {
      publish(0);
    }

    @Override
    public void onVerdict(Verdict verdict) {
      if (driver != null) {
        driver
            .add(verdict)
            .ifPresent(
                alert -> {
                  writer.addAlert(alert);
                  listener.onAlert(alert);
                });
      }
      voice.saveNowAndThen(tracker.heardSeconds());
      publish(readNanos);
    }
  }

  /** Comes on the writer's thread. */
  private final class WriterListener implements SessionWriter.Listener {
    @Override
    public void onFailure(StorageException failure) {
      stop(reasonOf(failure), failure.getMessage());
    }

    @Override
    public void onAudioStopped(StorageException failure) {
      request(
          () -> {
            audioKept = false;
            problem = failure.getMessage();
            event(EventKind.AUDIO_STOPPED, 0);
            publish(0);
          });
    }
  }

  private static EndReason reasonOf(StorageException failure) {
    return failure.kind() == StorageException.Kind.FULL ? EndReason.STORAGE_FULL : EndReason.FAILED;
  }
}
