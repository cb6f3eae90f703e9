// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.ModelFiles;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.EmotionPipeline;
import org.undertone.ser.LabelScheme;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.VoiceProfile;

final class ListenCommandTest {
  @TempDir private Path folder;
  private Path model;

  @BeforeEach
  void prepare() throws IOException {
    model = TestModels.write(folder.resolve("model.tflite"));
  }

  @Test
  void hearsOnStandardInputWhatThePipelineHears() throws IOException {
    short[] samples = TestSound.voice(8, 140);
    SerRun run = listen(TestSound.raw(samples), "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json()).isEqualTo(expected(samples));
    assertThat(run.err()).contains("heard 8.0 s");
  }

  private List<JsonObject> expected(short... samples) throws IOException {
    float[] signal = new float[samples.length];
    for (int i = 0; i < signal.length; i++) {
      signal[i] = samples[i] / 32768f;
    }
    ModelFile file = ModelFiles.read(model);
    Labelling labelling = new Labelling(LabelScheme.EIGHT, file.spec().unsureThreshold());
    List<JsonObject> verdicts = new ArrayList<>();
    try (EmotionClassifier classifier = new TfliteClassifier(file)) {
      EmotionPipeline pipeline =
          new EmotionPipeline(
              classifier,
              PipelineSettings.live(file.spec()),
              new VoiceProfile(file.spec()),
              TestSound.RATE,
              verdict -> verdicts.add(JsonResults.window(labelling, verdict)));
      pipeline.accept(signal, 0, signal.length);
      pipeline.finish();
    }
    List<JsonObject> parsed = new ArrayList<>();
    verdicts.forEach(v -> parsed.add(Json.LINE.fromJson(v.toString(), JsonObject.class)));
    return parsed;
  }

  @Test
  void endsWithTheSharesOfTime() {
    SerRun run = listen(TestSound.raw(new short[5 * TestSound.RATE]));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches(" +0:05.0  no speech"))
        .anyMatch(line -> line.equals("heard 5.0 s"))
        .anyMatch(line -> line.matches("  no speech +100 % .*"));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void emptyInputEndsQuietly() {
    SerRun run = listen(new byte[0]);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out() + run.err()).isEmpty();
  }

  @Test
  void needsTheRateOfRawSamples() {
    SerRun run = SerRun.of("listen", "--stdin", "--model", model.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("ser: --stdin needs --rate");
  }

  @Test
  void unknownDeviceIsNamed() {
    SerRun run = SerRun.of("listen", "--device", "no such device", "--model", model.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("\"no such device\"").contains("--list-devices");
  }

  private SerRun listen(byte[] input, String... args) {
    List<String> all = new ArrayList<>(List.of("listen", "--stdin", "--rate", "16000"));
    all.addAll(List.of("--model", model.toString()));
    all.addAll(List.of(args));
    return SerRun.withInput(input, all.toArray(new String[0]));
  }
}
