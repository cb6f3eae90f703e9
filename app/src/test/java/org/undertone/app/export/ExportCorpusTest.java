// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.LooperMode;
import org.undertone.app.AppContainer;
import org.undertone.app.data.SessionRepository;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.ser.Emotion;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.audio.ResampledSource;
import org.undertone.ser.audio.WavReader;

/** What the app exports is a corpus to the {@code ser} command, run as a user runs it. */
@RunWith(RobolectricTestRunner.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class ExportCorpusTest {
  private static final Path ROOT = Path.of(System.getProperty("undertone.root", ".."));
  private static final Path SER = ROOT.resolve("model/target/ser.jar");
  private static final Emotion[] HEARD = {Emotion.NEUTRAL, Emotion.HAPPY, Emotion.SAD};

  /** A network that trains in a second. */
  private static final String RECIPE =
      "{\"name\":\"tiny\",\"mfcc\":{\"sample_rate\":16000,\"n_fft\":512,\"hop_length\":256,"
          + "\"n_mels\":32,\"n_mfcc\":16,\"fmin\":0.0,\"fmax\":8000.0,\"center\":true},"
          + "\"windowFrames\":96,\"hopFrames\":32,\"floorDb\":45.0,\"minSpeechSeconds\":0.5,"
          + "\"profilePriorFrames\":200.0,\"unsureThreshold\":0.3,\"network\":{\"members\":1,"
          + "\"stemKernel\":5,\"stemStride\":2,\"channels\":[8,12],\"kernels\":[3,3],\"pools\":[2,2],"
          + "\"squeeze\":4,\"attention\":6,\"dropout\":0.1},\"training\":{\"epochs\":2,"
          + "\"batchSize\":8,\"learningRate\":0.01,\"warmupEpochs\":0.5,\"weightDecay\":0.01,"
          + "\"labelSmoothing\":0.05,\"averaging\":0.8,\"mixupProbability\":0,\"mixupAlpha\":0.2,"
          + "\"clipsPerEpoch\":{},\"seed\":1},\"augmentation\":{\"wholeProbability\":0,"
          + "\"speeds\":[1.0],\"floorJitterDb\":0,\"equaliserDb\":0,\"reverberationProbability\":0,"
          + "\"phoneProbability\":0,\"noiseProbability\":0,\"noiseMinSnrDb\":0,"
          + "\"noiseMaxSnrDb\":0,\"timeMaskFrames\":0,\"bandMaskCoefficients\":0},\"experts\":[]}";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private SessionRepository sessions;

  @Before
  public void open() {
    Assume.assumeTrue("skipped: needs " + SER + " (mvn package -pl model -am)", Files.exists(SER));
    sessions = AppContainer.of(RuntimeEnvironment.getApplication()).sessions();
  }

  @Test
  public void classifyAndTrainReadTheClipsOfTheSampleWithTheirLabels() throws Exception {
    TestSessions recorder = new TestSessions(sessions);
    List<Long> ids = new ArrayList<>();
    ids.add(recorder.record("Ada", true, pieces(sample(), 3)));
    ids.add(recorder.record("", true, pieces(TestSessions.voice(5, 12), 3)));
    sessions.correct(recorder.segments(ids.get(0)).get(0), Emotion.ANGRY);
    Path zip = export(ids);

    List<String> lines = ser("classify", "--json", zip.toString());
    List<JsonObject> heard = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("{")) {
        heard.add(JsonParser.parseString(line).getAsJsonObject());
      }
    }
    assertThat(heard).hasSizeGreaterThanOrEqualTo(8);
    assertThat(heard).allMatch(one -> one.has("label") && !one.has("error"));
    assertThat(heard)
        .allMatch(one -> one.get("file").getAsString().startsWith(zip + "!audio/20260301-"));

    Path recipe = Files.writeString(folder.getRoot().toPath().resolve("tiny.json"), RECIPE);
    Path model = folder.getRoot().toPath().resolve("mine.tflite");
    lines = ser("train", "--recipe", "" + recipe, "--corpus", "" + zip, "--out", "" + model);
    String seconds = ", " + Math.round(12 + (double) sample().length / TestSessions.RATE) + " s";
    assertThat(lines).contains("clips: " + heard.size() + " clips of 2 speakers" + seconds);
    assertThat(model).isNotEmptyFile();
    ser(
        "evaluate",
        "--model",
        "" + model,
        "--corpus",
        "" + zip,
        "--out",
        "" + folder.getRoot() + "/e");
    Path predictions = folder.getRoot().toPath().resolve("e/predictions.csv");
    assertThat(Files.readAllLines(predictions))
        .hasSize(heard.size() + 1)
        .anyMatch(line -> line.contains("-s1-0001.wav") && line.contains("angry"))
        .anyMatch(line -> line.contains("-s1-0002.wav") && line.contains("happy"))
        .anyMatch(line -> line.contains("own_Ada"))
        .anyMatch(line -> line.contains("own_me"));
  }

  @Test
  public void evaluateReadsRealClipsWithTheirLabelsAsTheyWereCut() throws Exception {
    Path ravdess = Path.of(System.getProperty("undertone.data", "")).resolve("ravdess_speech");
    Assume.assumeTrue(
        "skipped: needs the recordings of RAVDESS in " + ravdess + " (-Dundertone.data=FOLDER)",
        Files.isDirectory(ravdess));
    TestSessions recorder = new TestSessions(sessions);
    List<Long> ids = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String actor : List.of("01", "02", "03")) {
      List<TestSessions.Piece> pieces = new ArrayList<>();
      for (Emotion emotion : List.of(Emotion.ANGRY, Emotion.SAD, Emotion.SURPRISED)) {
        String name =
            String.format(Locale.ROOT, "03-01-%02d-01-01-01-%s.flac", emotion.index() + 1, actor);
        try (AudioSource clip =
            new ResampledSource(AudioFiles.open(ravdess.resolve(name)), TestSessions.RATE)) {
          pieces.add(TestSessions.Piece.of(emotion, samples(clip)));
        }
        expected.add(
            String.format(
                Locale.ROOT,
                "s%d-%04d.wav,own_actor %s,1,%s",
                ids.size() + 1,
                pieces.size(),
                actor,
                emotion.label()));
      }
      ids.add(recorder.record("actor " + actor, true, pieces));
    }
    Path zip = export(ids);
    Path out = folder.getRoot().toPath().resolve("e");
    Path model = ROOT.resolve("model/src/main/resources/org/undertone/model/undertone.tflite");
    List<String> lines =
        ser("evaluate", "--model", "" + model, "--corpus", "" + zip, "--out", "" + out);
    assertThat(lines).anyMatch(line -> line.startsWith("clips: 9 clips of 3 speakers, "));
    String predictions = Files.readString(out.resolve("predictions.csv"));
    for (String row : expected) {
      assertThat(predictions).contains(row);
    }
  }

  /** Cuts sound into pieces of so many seconds, each with the next emotion. */
  private static List<TestSessions.Piece> pieces(float[] samples, int seconds) {
    List<TestSessions.Piece> pieces = new ArrayList<>();
    int step = seconds * TestSessions.RATE;
    for (int at = 0; at < samples.length; at += step) {
      Emotion emotion = HEARD[pieces.size() % HEARD.length];
      float[] piece = Arrays.copyOfRange(samples, at, Math.min(samples.length, at + step));
      pieces.add(TestSessions.Piece.of(emotion, piece));
    }
    return pieces;
  }

  private static float[] sample() throws Exception {
    File file = ROOT.resolve("samples/synthetic-speech.wav").toFile();
    try (WavReader reader = new WavReader(new FileInputStream(file))) {
      assertThat(reader.sampleRate()).isEqualTo(TestSessions.RATE);
      return samples(reader);
    }
  }

  private static float[] samples(AudioSource source) throws IOException {
    float[] samples = new float[20 * TestSessions.RATE];
    int count = 0;
    int read;
    while ((read = source.read(samples, count, samples.length - count)) > 0) {
      count += read;
    }
    return Arrays.copyOf(samples, count);
  }

  private Path export(List<Long> ids) throws Exception {
    File zip = new File(folder.getRoot(), "clips.zip");
    new ClipExporter(sessions, new ExportInfo("0.1.0", ZoneOffset.UTC, "read me"))
        .export(
            ExportRequest.ofSessions(ids),
            ExportOptions.DEFAULT,
            new FileOutputStream(zip),
            fraction -> {});
    return zip.toPath();
  }

  /** Runs the command; returns what it printed. */
  private List<String> ser(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(SER.toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] out = process.getInputStream().readAllBytes();
    String text = new String(out, StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text.lines().toList();
  }
}
