// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.ModelFiles;
import org.undertone.model.Recognition;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.ser.TestData;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.VoiceProfile;

final class SameSpeakerTest {
  @TempDir private Path folder;
  private Path model;
  private Path first;
  private Path second;
  private Path kept;

  @BeforeEach
  void prepare() throws IOException {
    model = TestModels.write(folder.resolve("model.tflite"));
    first = TestSound.wav(folder.resolve("first.wav"), TestSound.voice(6, 120));
    second = TestSound.wav(folder.resolve("second.wav"), TestSound.voice(4, 140));
    kept = folder.resolve("ann.json");
  }

  @Test
  void judgesAsTheRecogniserDoesWithOneProfile() throws IOException {
    VoiceProfile profile = new VoiceProfile(ModelFiles.read(model).spec());
    List<JsonObject> lines = classify("--json", text(first), text(second), text(first)).json();
    try (EmotionRecognizer recognizer = EmotionRecognizer.load(model)) {
      int line = 0;
      for (Path file : List.of(first, second, first)) {
        JsonObject heard = lines.get(line++);
        double seconds = profile.frames() * recognizer.spec().mfcc().hopSeconds();
        assertThat(number(heard, "profile_maturity")).isCloseTo(profile.maturity(), within(1e-6));
        assertThat(number(heard, "profile_speech_s")).isCloseTo(seconds, within(1e-3));
        try (AudioSource source = AudioFiles.open(file)) {
          Recognition expected = recognizer.classify(source, profile, true);
          assertThat(heard.get("label").getAsString()).isEqualTo(expected.label());
          assertThat(number(heard, "probability")).isCloseTo(expected.probability(), within(1e-5));
        }
      }
    }
    assertThat(number(lines.get(0), "profile_maturity")).isZero();
    assertThat(number(lines.get(2), "profile_speech_s")).isGreaterThan(5);
    // The same sound, but no longer a stranger's.
    assertThat(lines.get(2).get("scores")).isNotEqualTo(lines.get(0).get("scores"));
  }

  @Test
  void strangersHaveNoProfile() {
    SerRun run = ser("--json", text(first));
    assertThat(run.json().get(0).keySet()).noneMatch(key -> key.startsWith("profile"));
    assertThat(ser("--csv", text(first)).out()).doesNotContain("profile");
    assertThat(ser(text(first)).out()).doesNotContain("profile");
  }

  @Test
  void textAndCsvSayHowMuchWasHeard() {
    SerRun charts = classify(text(first), text(second));
    assertThat(charts.out())
        .contains("(6.0 s; voice profile: 0.0 s, 0 % mature)")
        .containsPattern("\\(4\\.0 s; voice profile: [4-6]\\.[0-9] s, [0-9]+ % mature\\)");
    SerRun table = classify(text(folder));
    assertThat(table.out().lines().findFirst().orElseThrow()).endsWith("  profile  file");
    List<String> csv =
        classify("--csv", text(first), "gone.wav", text(second)).out().lines().toList();
    assertThat(csv.get(0)).endsWith(",duration_s,error,profile_speech_s,profile_maturity");
    assertThat(csv.get(1)).endsWith(",0.000,0.000000");
    assertThat(csv.get(2)).endsWith(",,");
    assertThat(csv.get(3)).doesNotEndWith(",0.000000");
  }

  @Test
  void filesThatFailTeachNothing() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.wav"), "not sound");
    SerRun run = classify("--json", text(first), text(bad), "gone.wav", text(second));
    assertThat(run.exitCode()).isEqualTo(1);
    List<JsonObject> without = classify("--json", text(first), text(second)).json();
    assertThat(run.json()).hasSize(4);
    assertThat(run.json().get(3)).isEqualTo(without.get(1));
  }

  @Test
  void keepsTheProfileFromRunToRun() throws IOException {
    List<JsonObject> together = classify("--json", text(first), text(second)).json();
    SerRun one = classify("--json", "--profile", text(kept), text(first));
    assertThat(one.exitCode()).as(one.err()).isZero();
    SerRun two = classify("--json", "--profile", text(kept), text(second));
    assertThat(two.json().get(0)).isEqualTo(together.get(1));
    JsonObject json = JsonParser.parseString(Files.readString(kept)).getAsJsonObject();
    VoiceProfile profile = VoiceProfile.fromJson(ModelFiles.read(model).spec(), json);
    assertThat(profile.frames()).isGreaterThan(400);
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void refusesAProfileThatDoesNotFitAndLeavesItAsItIs() throws IOException {
    VoiceProfile other = new VoiceProfile(EmotionRecognizer.builtInModel().spec());
    Files.writeString(kept, other.toJson().toString());
    SerRun run = classify("--json", "--profile", text(kept), text(first));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(text(kept)).contains("another model");
    assertThat(Files.readString(kept)).isEqualTo(other.toJson().toString());
    for (String damaged : List.of("", "[1]", "{\"frames\":", "{}", "nonsense")) {
      Files.writeString(kept, damaged);
      SerRun refused = classify("--profile", text(kept), text(first));
      assertThat(refused.exitCode()).as(damaged).isEqualTo(1);
      assertThat(refused.err()).as(damaged).contains(text(kept)).doesNotContain("Exception");
    }
  }

  @Test
  void wrongOptionsAreSaid() {
    SerRun alone = ser("--profile", text(kept), text(first));
    assertThat(alone.exitCode()).isEqualTo(2);
    assertThat(alone.err()).contains("--profile needs --same-speaker");
    assertThat(classify("--profile", text(folder), text(first)).err()).contains("is a folder");
    assertThat(classify("--profile", text(folder.resolve("no/a.json")), text(first)).err())
        .contains("there is no folder");
  }

  /** The built-in model on an actor's clips, of which it has heard none live. */
  @Test
  void profileMaturesOnRealClips() throws IOException {
    Path clips = TestData.corpus("ravdess_speech");
    SerRun run =
        SerRun.of("classify", "--same-speaker", "--json", clips + "/03-01-0[1-8]-01-01-01-01.flac");
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<JsonObject> lines = run.json();
    assertThat(lines).hasSize(8);
    double last = -1;
    for (JsonObject line : lines) {
      assertThat(number(line, "profile_maturity")).isGreaterThan(last);
      last = number(line, "profile_maturity");
    }
    assertThat(number(lines.get(7), "profile_speech_s")).isBetween(7.0, 25.0);
  }

  private SerRun classify(String... args) {
    return SerRun.of(
        List.of(args),
        StandardCharsets.UTF_8,
        "classify",
        "--same-speaker",
        "--model",
        model.toString());
  }

  private SerRun ser(String... args) {
    return SerRun.of(
        List.of(args), StandardCharsets.UTF_8, "classify", "--model", model.toString());
  }

  private static String text(Path path) {
    return path.toString();
  }

  private static double number(JsonObject json, String key) {
    return json.get(key).getAsDouble();
  }
}
