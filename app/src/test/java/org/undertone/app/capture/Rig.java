// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.Manifest;
import android.app.Application;
import android.content.Context;
import android.content.SharedPreferences;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.Shadows;
import org.robolectric.shadows.ShadowAudioRecord;
import org.undertone.app.AppExecutors;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.OpenDatabase;
import org.undertone.app.data.RoomSessionRepository;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.SessionEvent;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.infer.ProfileStore;
import org.undertone.app.settings.Settings;
import org.undertone.ser.EmotionPipeline;
import org.undertone.ser.LinearClassifier;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.Models;
import org.undertone.ser.infer.VoiceProfile;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.EmotionTimeline;
import org.undertone.ser.timeline.Segment;

/**
 * A session on real parts: AudioRecord, TarsosDSP, pipeline, Room. Only the sound, the network, the
 * clock and the news from the system are the test's. Not for the main thread.
 */
final class Rig implements RecordingSession.Listener, Closeable {
  static final int RATE = 16_000;

  /** Less than the ring holds. */
  private static final int LEAD_SECONDS = 4;

  /** After which a condition that should come is said never to come; generous. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

  final FedMicrophone microphone = FedMicrophone.install();
  final List<RecordingState> states = new CopyOnWriteArrayList<>();
  final List<DriverAlert> alerts = new CopyOnWriteArrayList<>();
  final AtomicLong clockMillis = new AtomicLong(1_000_000);
  final LatencyMeter latency = new LatencyMeter();
  final Application application = RuntimeEnvironment.getApplication();
  final SharedPreferences preferences =
      application.getSharedPreferences("rig", Context.MODE_PRIVATE);
  final ProfileStore profiles = new ProfileStore(new File(application.getFilesDir(), "voices"));
  volatile boolean callOn;
  volatile boolean alertSounds;

  private volatile RecordingState latest = RecordingState.NONE;

  /** Whether only the last state is kept. */
  volatile boolean forgetful;

  EmotionClassifier classifier = new LinearClassifier(Models.spec());
  OpenedModel.Opener opener = () -> new OpenedModel(classifier, "00ff");
  private final AppExecutors executors = new AppExecutors();
  private final RoomSessionRepository repository =
      new RoomSessionRepository(application, executors);
  SessionRepository sessions = repository;
  RecordingSession session;

  /** Samples read that were not heard, and never will be. */
  private volatile long unheard;

  Rig() {
    microphone.readOnlyWhile(this::keepsUp);
    allowMicrophone(true);
  }

  /** A phone's microphone gives a second in a second; this one waits for what is behind it. */
  private boolean keepsUp() {
    RecordingState now = last();
    long ahead = microphone.samplesRead() - unheard - Math.round(now.elapsedSeconds() * RATE);
    return now.phase() == Phase.INTERRUPTED || ahead < LEAD_SECONDS * RATE;
  }

  void allowMicrophone(boolean allowed) {
    if (allowed) {
      Shadows.shadowOf(application).grantPermissions(Manifest.permission.RECORD_AUDIO);
    } else {
      Shadows.shadowOf(application).denyPermissions(Manifest.permission.RECORD_AUDIO);
    }
  }

  SessionParts parts() {
    return new SessionParts(
        opener,
        new MicrophoneOpener(application),
        sessions,
        profiles,
        new Settings(preferences),
        latency,
        () -> callOn,
        () -> alertSounds,
        clockMillis::get);
  }

  void start(SessionMode mode) {
    states.clear();
    latest = RecordingState.NONE;
    unheard = microphone.samplesRead();
    session = new RecordingSession(parts(), mode, this);
    session.start();
  }

  void start() {
    start(SessionMode.LIVE);
  }

  @Override
  public void onState(RecordingState state, long readNanos) {
    if (last().phase() == Phase.INTERRUPTED && state.phase() == Phase.LISTENING) {
      unheard = microphone.samplesRead() - Math.round(state.elapsedSeconds() * RATE);
    }
    if (!forgetful) {
      states.add(state);
    }
    latest = state;
    if (readNanos != 0) {
      latency.addVerdict(System.nanoTime() - readNanos);
    }
  }

  @Override
  public void onAlert(DriverAlert alert) {
    alerts.add(alert);
  }

  RecordingState last() {
    return latest;
  }

  RecordingState await(Predicate<RecordingState> condition) {
    await(() -> condition.test(last()), () -> "the last state is " + last());
    return last();
  }

  void awaitHeard(double seconds) {
    await(state -> state.elapsedSeconds() >= seconds - 1e-3);
  }

  RecordingState awaitEnd() {
    return await(state -> !state.isActive() && state.end() != null);
  }

  RecordingState stop() {
    session.stop(EndReason.STOPPED, "");
    return awaitEnd();
  }

  static void await(BooleanSupplier condition, Supplier<String> otherwise) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError(otherwise.get());
      }
      sleep(2);
    }
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  SessionDetail stored() {
    return repository.load(last().sessionId()).orElseThrow();
  }

  List<Segment> storedSegments() {
    return stored().segments().stream().map(StoredSegment::segment).collect(Collectors.toList());
  }

  List<EventKind> storedEvents() {
    return stored().events().stream().map(SessionEvent::kind).collect(Collectors.toList());
  }

  /** Returns what the pipeline makes of samples, straight. */
  static List<Segment> direct(EmotionClassifier classifier, float[] samples, int rate) {
    List<Segment> segments = new ArrayList<>();
    EmotionTimeline timeline = new EmotionTimeline(segments::add);
    EmotionPipeline pipeline =
        new EmotionPipeline(
            classifier,
            PipelineSettings.live(classifier.spec()),
            new VoiceProfile(classifier.spec()),
            rate,
            timeline::add);
    pipeline.accept(samples, 0, samples.length);
    pipeline.finish();
    timeline.finish();
    return segments;
  }

  /** Returns samples as 16 bits keep them. */
  static float[] rounded(float[] samples) {
    float[] rounded = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      // As the stream of 16-bit samples is decoded.
      rounded[i] = Math.round(samples[i] * Short.MAX_VALUE) * (1f / Short.MAX_VALUE);
    }
    return rounded;
  }

  @Override
  public void close() throws IOException {
    if (session != null && last().isActive()) {
      stop();
    }
    executors.disk().shutdown();
    OpenDatabase.of(repository).close();
    executors.io().shutdown();
    ShadowAudioRecord.clearSource();
  }
}
