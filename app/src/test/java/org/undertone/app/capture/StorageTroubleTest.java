// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.SessionWriter;
import org.undertone.app.data.StorageException;
import org.undertone.app.settings.Settings;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;

/** The real store, whose writer says that it is in trouble. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class StorageTroubleTest {
  private final float[] speech = new SyntheticSpeech(Rig.RATE, 6).speech(Voice.CALM, 5);
  private Rig rig;
  private volatile SessionWriter.Listener listener;

  @Before
  public void startAndHear() {
    rig = new Rig();
    SessionRepository real = rig.sessions;
    rig.sessions =
        intercepting(
            SessionRepository.class,
            real,
            begun -> begun instanceof SessionWriter ? listening((SessionWriter) begun) : begun);
    rig.preferences.edit().putBoolean(Settings.KEEP_AUDIO, true).commit();
    rig.start();
    rig.microphone.play(speech);
    rig.awaitHeard(5);
  }

  @After
  public void close() throws IOException {
    rig.close();
  }

  private SessionWriter listening(SessionWriter writer) {
    return intercepting(SessionWriter.class, writer, result -> result);
  }

  private <T> T intercepting(Class<T> type, T real, UnaryOperator<Object> results) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("setListener")) {
                listener = (SessionWriter.Listener) arguments[0];
              }
              try {
                return results.apply(method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  public void aFullDiskStopsTheSession() {
    listener.onFailure(new StorageException(StorageException.Kind.FULL, "disk full", null));
    RecordingState end = rig.awaitEnd();
    assertThat(end.end()).isEqualTo(EndReason.STORAGE_FULL);
    assertThat(end.problem()).contains("disk full");
    assertThat(rig.stored().summary().end()).isEqualTo(EndReason.STORAGE_FULL);
    assertThat(rig.storedSegments()).isNotEmpty();
  }

  @Test
  public void withoutSpaceForAudioTheTimelineGoesOn() {
    assertThat(rig.last().audioKept()).isTrue();
    listener.onAudioStopped(new StorageException(StorageException.Kind.FULL, "no space", null));
    rig.await(state -> !state.audioKept());
    rig.microphone.play(speech);
    rig.awaitHeard(10);
    RecordingState end = rig.stop();
    assertThat(end.end()).isEqualTo(EndReason.STOPPED);
    assertThat(rig.storedSegments().get(rig.storedSegments().size() - 1).endSeconds())
        .isEqualTo(10);
  }
}
