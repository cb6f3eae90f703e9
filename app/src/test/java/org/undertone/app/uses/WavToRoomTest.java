// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.preference.PreferenceManager;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.driver.CoolPhone;
import org.undertone.app.settings.Settings;
import org.undertone.ser.audio.WavEncoding;
import org.undertone.ser.audio.WavFormat;
import org.undertone.ser.audio.WavWriter;
import org.undertone.ser.timeline.Segment;

/**
 * The phone and the command hear the same: what is in the database after a recording was played to the
 * microphone is what {@code ser classify} says of the file.
 */
@RunWith(AndroidJUnit4.class)
@Config(shadows = CoolPhone.class)
public final class WavToRoomTest {
  private static final double MINUTE = 62;
  private static final double TOLERANCE_SECONDS = 0.02;

  @Rule public final Phone phone = new Phone();
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aMinuteOfActor3() throws Exception {
    compare(3);
  }

  @Test
  public void aMinuteOfActor8() throws Exception {
    compare(8);
  }

  @Test
  public void aMinuteOfActor21() throws Exception {
    compare(21);
  }

  private void compare(int actor) throws Exception {
    Ser.assumeBuilt();
    float[] samples = Ravdess.joined(actor, MINUTE);
    // The command knows no voice profile: a stranger speaks.
    PreferenceManager.getDefaultSharedPreferences(phone.app())
        .edit()
        .putBoolean(Settings.PROFILE_ENABLED, false)
        .commit();
    phone.openAgain();
    List<StoredSegment> stored = phone.stored(phone.record(samples)).segments();

    JsonArray told = Ser.classify(wav(samples)).get(0).getAsJsonArray("segments");
    assertThat(stored.stream().map(segment -> label(segment.segment())))
        .containsExactlyElementsOf(
            told.asList().stream()
                .map(segment -> segment.getAsJsonObject().get("label").getAsString())
                .toList());
    double largest = 0;
    for (int i = 0; i < told.size(); i++) {
      Segment segment = stored.get(i).segment();
      JsonObject expected = told.get(i).getAsJsonObject();
      largest = Math.max(largest, difference(segment.startSeconds(), expected, "start_s"));
      largest = Math.max(largest, difference(segment.endSeconds(), expected, "end_s"));
    }
    System.out.printf(
        Locale.ROOT,
        "actor %d: %.2f s, %d segments in the database and in the JSON, labels equal, times at most"
            + " %.3f ms apart%n",
        actor,
        (double) samples.length / Phone.RATE,
        told.size(),
        1000 * largest);
    assertThat(largest).isLessThanOrEqualTo(TOLERANCE_SECONDS);
  }

  private static double difference(double seconds, JsonObject expected, String key) {
    return Math.abs(seconds - expected.get(key).getAsDouble());
  }

  private static String label(Segment segment) {
    return switch (segment.state()) {
      case NO_SPEECH -> "no speech";
      case UNSURE -> "unsure";
      case EMOTION -> segment.emotion().label();
    };
  }

  private Path wav(float[] samples) throws IOException {
    File file = folder.newFile("recording.wav");
    WavFormat format = WavFormat.of(Phone.RATE, 1, WavEncoding.PCM_16).withFrames(samples.length);
    try (WavWriter writer = new WavWriter(new FileOutputStream(file), format)) {
      writer.write(samples, 0, samples.length);
    }
    return file.toPath();
  }
}
