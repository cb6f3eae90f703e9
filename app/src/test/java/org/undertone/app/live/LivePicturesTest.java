// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import androidx.test.core.app.ActivityScenario;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.io.File;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.MainActivity;
import org.undertone.app.Screens;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.ser.Emotion;
import org.undertone.ser.timeline.Verdict;

/** Draws the live screen in each of its states and looks: none may be blank, and no two alike. */
@RunWith(AndroidJUnit4.class)
public class LivePicturesTest {
  private static final int STEP = 16;

  private static Map<String, RecordingState> states() {
    Map<String, RecordingState> states = new LinkedHashMap<>();
    states.put("idle", RecordingState.NONE);
    states.put("listening", LiveStates.listening(null, List.of(LiveStates.silence(0, 1.2))));
    states.put(
        "angry",
        LiveStates.listening(LiveStates.verdict(Emotion.ANGRY, 0.71f), LiveStates.segments()));
    states.put("unsure", LiveStates.listening(LiveStates.unsureVerdict(), LiveStates.segments()));
    states.put(
        "no-speech", LiveStates.listening(Verdict.noSpeech(39, 42, 0.2), LiveStates.segments()));
    states.put(
        "voiceless", LiveStates.listening(Verdict.noSpeech(39, 42, 2.2), LiveStates.segments()));
    states.put("interrupted", LiveStates.interrupted(EventKind.CALL));
    states.put("slowed", LiveStates.slowed());
    states.put("ended", LiveStates.ended(EndReason.STORAGE_FULL, 7));
    return states;
  }

  private static void draw(String look) {
    Set<Long> seen = new HashSet<>();
    try (ActivityScenario<MainActivity> scenario = LiveScreens.launch()) {
      for (Map.Entry<String, RecordingState> state : states().entrySet()) {
        if (state.getKey().equals("ended")) {
          LiveScreens.send(LiveStates.slowed());
        }
        LiveScreens.send(state.getValue());
        ShadowLooper.idleMainLooper(1, TimeUnit.SECONDS);
        scenario.onActivity(
            activity -> {
              File file = Screens.capture(activity, "live-" + state.getKey() + look);
              seen.add(fingerprint(BitmapFactory.decodeFile(file.toString())));
            });
      }
    }
    assertThat(seen).hasSize(states().size());
  }

  private static long fingerprint(Bitmap picture) {
    long hash = 7;
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y += STEP) {
      for (int x = 0; x < picture.getWidth(); x += STEP) {
        hash = hash * 31 + picture.getPixel(x, y);
        colors.add(picture.getPixel(x, y));
      }
    }
    assertThat(colors).as("colours in the picture").hasSizeGreaterThan(4);
    return hash;
  }

  @Test
  public void looksRightInDaylight() {
    draw("");
  }

  @Test
  public void looksRightAtNight() {
    RuntimeEnvironment.setQualifiers("+night");
    draw("-night");
  }

  @Test
  public void looksRightWithLettersTwiceAsLarge() {
    RuntimeEnvironment.setFontScale(2);
    draw("-large");
  }

  @Test
  public void looksRightOnItsSide() {
    RuntimeEnvironment.setQualifiers("+land");
    draw("-land");
  }

  @Test
  public void looksRightInGerman() {
    RuntimeEnvironment.setQualifiers("+de");
    draw("-de");
  }

  @Test
  public void looksRightFromRightToLeft() {
    RuntimeEnvironment.setQualifiers("+ar-ldrtl");
    draw("-rtl");
  }

  @Test
  public void looksRightOnASmallPhone() {
    RuntimeEnvironment.setQualifiers("+w320dp-h533dp-hdpi");
    draw("-small");
  }
}
