// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.undertone.ser.SyntheticSpeech.Voice;

final class SampleRecordingTest {

  @Test
  void theFileInTheProjectIsWhatItsGeneratorGives() throws IOException {
    Path root = Path.of(System.getProperty("undertone.root", ".."));
    byte[] kept = Files.readAllBytes(root.resolve(SampleRecording.FILE));
    assertThat(SampleRecording.wav()).isEqualTo(kept);
  }

  @Test
  void theRecordingIsNeitherClippedNorSilent() {
    float peak = 0;
    for (float sample : SampleRecording.samples()) {
      peak = Math.max(peak, Math.abs(sample));
    }
    assertThat(peak).isBetween(0.3f, 0.99f);
  }

  @Test
  void theSeedDecides() {
    float[] once = new SyntheticSpeech(16_000, 5).speech(Voice.CALM, 1);
    assertThat(new SyntheticSpeech(16_000, 5).speech(Voice.CALM, 1)).isEqualTo(once);
    assertThat(new SyntheticSpeech(16_000, 6).speech(Voice.CALM, 1)).isNotEqualTo(once);
  }
}
