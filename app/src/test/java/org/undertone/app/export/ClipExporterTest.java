// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.LooperMode;
import org.undertone.app.AppContainer;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.StoredScores;
import org.undertone.ser.Emotion;
import org.undertone.ser.audio.WavReader;

/** What is in an exported ZIP, out of real Room and real WAV files. */
@RunWith(RobolectricTestRunner.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class ClipExporterTest {
  private static final String STEM = "20260301-101530-s1";
  private static final ExportInfo INFO = new ExportInfo("0.1.0", ZoneOffset.UTC, "read me\n");

  private SessionRepository sessions;
  private TestSessions recorder;

  @Before
  public void open() {
    sessions = AppContainer.of(RuntimeEnvironment.getApplication()).sessions();
    recorder = new TestSessions(sessions);
  }

  @Test
  public void holdsTheLabelledClipsOfASessionAndTheirTable() throws Exception {
    long id = recorder.record("", true, TestSessions.talk());
    sessions.correct(recorder.segments(id).get(3), Emotion.ANGRY);
    List<Double> fractions = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportResult result =
        new ClipExporter(sessions, INFO)
            .export(ExportRequest.ofSession(id), ExportOptions.DEFAULT, out, fractions::add);
    Map<String, byte[]> zip = Zips.read(out.toByteArray());

    assertThat(zip.keySet())
        .containsExactly(
            "audio/" + STEM + "-0001.wav",
            "unlabelled/" + STEM + "-0002.wav",
            "audio/" + STEM + "-0004.wav",
            "labels/" + STEM + ".txt",
            "labels/" + STEM + ".TextGrid",
            "session.json",
            "metadata.csv",
            "segments.csv",
            "README.txt");
    String columns = "model_label,probability,corrected,start,end,duration,session,session_name";
    assertThat(Zips.text(zip, "metadata.csv").split("\r\n"))
        .containsExactly(
            "file_name,label,speaker," + columns,
            row("audio/" + STEM + "-0001.wav", "happy,me,happy,0.6500,false,0.0000,2.2500,2.2500"),
            row("audio/" + STEM + "-0004.wav", "angry,me,sad,0.6500,true,5.0000,7.0000,2.0000"));
    assertThat(Zips.text(zip, "segments.csv").lines())
        .hasSize(5)
        .anyMatch(line -> line.contains("no speech"));
    assertThat(result).isEqualTo(new ExportResult(1, 2, 1, 5.75, out.size(), 0));
    assertThat(fractions).isSorted().endsWith(1.0);
    assertThat(Zips.text(zip, "README.txt")).isEqualTo(INFO.readMe());
  }

  private static String row(String file, String rest) {
    return file + "," + rest + "," + STEM + ",2026-03-01 10:15:30";
  }

  @Test
  public void clipsAreTheKeptSamplesBitForBit() throws Exception {
    long id = recorder.record("", true, TestSessions.talk());
    File kept = sessions.load(id).orElseThrow().audio();
    float[] whole = samples(Files.readAllBytes(kept.toPath()));
    Map<String, byte[]> zip =
        Zips.read(export(ExportRequest.ofSession(id), new ExportOptions(true, false)));
    List<float[]> joined = new ArrayList<>();
    zip.forEach(
        (path, bytes) -> {
          if (path.endsWith(".wav")) {
            joined.add(samples(bytes));
          }
        });
    assertThat(joined).hasSize(4);
    int at = 0;
    for (float[] clip : joined) {
      assertThat(clip).isEqualTo(Arrays.copyOfRange(whole, at, at + clip.length));
      at += clip.length;
    }
    assertThat(at).isEqualTo(whole.length).isEqualTo(7 * TestSessions.RATE);
  }

  @Test
  public void labelTracksSayWhatWasHeardAndCorrected() throws Exception {
    long id = recorder.record("", false, TestSessions.talk());
    List<Long> segments = recorder.segments(id);
    sessions.correct(segments.get(1), Emotion.CALM);
    sessions.setSegmentNote(segments.get(0), "he said \"well\"\nand left");
    Map<String, byte[]> zip = Zips.read(export(ExportRequest.ofSession(id)));

    assertThat(Zips.text(zip, "labels/" + STEM + ".txt"))
        .isEqualTo(
            "0.000000\t2.250000\thappy\n2.250000\t3.750000\tcalm\n3.750000\t5.000000\tno speech\n"
                + "5.000000\t7.000000\tsad\n1.000000\t1.000000\talert: tense\n");
    StrictTextGrid grid = StrictTextGrid.parse(Zips.text(zip, "labels/" + STEM + ".TextGrid"));
    assertThat(grid.end()).isEqualTo(7);
    assertThat(grid.tiers())
        .extracting(StrictTextGrid.Tier::name)
        .containsExactly("model", "corrected", "notes", "alerts");
    assertThat(texts(grid.tiers().get(0))).containsExactly("happy", "unsure", "no speech", "sad");
    assertThat(texts(grid.tiers().get(1))).containsExactly("", "calm", "", "");
    assertThat(texts(grid.tiers().get(2))).containsExactly("he said \"well\" and left", "", "", "");
    assertThat(grid.tiers().get(3).marks()).containsExactly(new StrictTextGrid.Mark(1, 1, "tense"));
  }

  @Test
  public void sessionJsonHasEveryVerdictModelAndApp() throws Exception {
    long id = recorder.record("Ada", true, TestSessions.talk());
    sessions.rename(id, "Über \"x\",\n=1");
    sessions.setNote(id, "note");
    Map<String, byte[]> zip = Zips.read(export(ExportRequest.ofSession(id)));
    JsonObject json = JsonParser.parseString(Zips.text(zip, "session.json")).getAsJsonObject();
    assertThat(json.getAsJsonObject("app").get("version").getAsString()).isEqualTo("0.1.0");
    assertThat(json.getAsJsonObject("model").get("name").getAsString()).isEqualTo("net \"1\"");
    assertThat(json.getAsJsonObject("model").get("sha256").getAsString()).isEqualTo("00ff");
    JsonObject session = json.getAsJsonObject("session");
    assertThat(session.get("name").getAsString()).isEqualTo("Über \"x\",\n=1");
    assertThat(session.get("speaker").getAsString()).isEqualTo("Ada");
    assertThat(session.get("started_at").getAsString()).isEqualTo("2026-03-01T10:15:30Z");
    List<StoredScores> verdicts = sessions.scores(id);
    assertThat(json.getAsJsonArray("verdicts")).hasSameSizeAs(verdicts).isNotEmpty();
    JsonObject first = json.getAsJsonArray("verdicts").get(0).getAsJsonObject();
    assertThat(first.getAsJsonObject("scores").get("happy").getAsDouble()).isEqualTo(0.65);
    assertThat(json.getAsJsonArray("segments").get(3).getAsJsonObject().get("clip").getAsString())
        .isEqualTo("audio/" + STEM + "-0004.wav");
    assertThat(json.getAsJsonArray("alerts").get(0).getAsJsonObject().get("state").getAsString())
        .isEqualTo("tense");
    assertThat(json.getAsJsonArray("events").get(0).getAsJsonObject().get("kind").getAsString())
        .isEqualTo("read_error");
    assertThat(Zips.text(zip, "metadata.csv"))
        .contains(STEM + ",\"Über \"\"x\"\",\n=1\"\r\n")
        .contains(",Ada,");
  }

  @Test
  public void selectionHoldsNothingOfTheRest() throws Exception {
    long id = recorder.record("", true, TestSessions.talk());
    List<Long> segments = recorder.segments(id);
    ExportRequest request = ExportRequest.ofSegments(id, List.of(segments.get(3)));
    Map<String, byte[]> zip = Zips.read(export(request));
    assertThat(zip.keySet())
        .filteredOn(path -> path.endsWith(".wav"))
        .containsExactly("audio/" + STEM + "-0004.wav");
    StrictTextGrid grid = StrictTextGrid.parse(Zips.text(zip, "labels/" + STEM + ".TextGrid"));
    assertThat(texts(grid.tiers().get(0))).containsExactly("", "sad");
    assertThat(Zips.text(zip, "session.json")).doesNotContain("read_error").doesNotContain("tense");
  }

  @Test
  public void manySessionsHaveNamesOfTheirOwnAndTheSameBytesEachTime() throws Exception {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(recorder.record("", i != 1, TestSessions.talk()));
    }
    byte[] first = export(ExportRequest.ofSessions(ids));
    Map<String, byte[]> zip = Zips.read(first);
    assertThat(zip.keySet()).filteredOn(path -> path.startsWith("sessions/")).hasSize(3);
    assertThat(zip.keySet()).filteredOn(path -> path.startsWith("audio/")).hasSize(4);
    assertThat(zip.keySet())
        .doesNotContain("session.json")
        .allMatch(path -> path.matches("[A-Za-z0-9/._-]+"));
    assertThat(export(ExportRequest.ofSessions(ids))).isEqualTo(first);
  }

  @Test
  public void withoutAudioThereIsNoTableOfClips() throws Exception {
    long id = recorder.record("", false, TestSessions.talk());
    Map<String, byte[]> zip = Zips.read(export(ExportRequest.ofSession(id)));
    assertThat(zip.keySet()).contains("segments.csv").doesNotContain("metadata.csv");
  }

  @Test
  public void lostOrForeignAudioIsCountedAndTheRestExported() throws Exception {
    long lost = recorder.record("", true, TestSessions.talk());
    long foreign = recorder.record("", true, TestSessions.talk());
    long whole = recorder.record("", true, TestSessions.talk());
    assertThat(sessions.load(lost).orElseThrow().audio().delete()).isTrue();
    Files.writeString(sessions.load(foreign).orElseThrow().audio().toPath(), "no sound");
    ExportResult result =
        new ClipExporter(sessions, INFO)
            .export(
                ExportRequest.ofSessions(List.of(lost, foreign, whole)),
                ExportOptions.DEFAULT,
                new ByteArrayOutputStream(),
                fraction -> {});
    assertThat(result.missingAudio()).isEqualTo(2);
    assertThat(result.clips()).isEqualTo(2);
    assertThat(result.sessions()).isEqualTo(3);
  }

  @Test
  public void audioThatEndsEarlyGivesTheClipsThatAreThere() throws Exception {
    long id = recorder.record("", true, TestSessions.talk());
    try (RandomAccessFile file =
        new RandomAccessFile(sessions.load(id).orElseThrow().audio(), "rw")) {
      // Three seconds are left: all of the first segment and half of the second.
      file.setLength(file.length() - 4L * TestSessions.RATE * Short.BYTES);
    }
    Map<String, byte[]> zip = Zips.read(export(ExportRequest.ofSession(id)));
    assertThat(samples(zip.get("audio/" + STEM + "-0001.wav"))).hasSize(36_000);
    assertThat(samples(zip.get("unlabelled/" + STEM + "-0002.wav"))).hasSize(12_000);
    assertThat(zip).doesNotContainKey("audio/" + STEM + "-0004.wav");
  }

  @Test
  public void fullDiskIsNamed() throws Exception {
    File full = new File("/dev/full");
    Assume.assumeTrue("skipped: this system has no /dev/full", full.exists());
    long id = recorder.record("", true, TestSessions.talk());
    assertThatThrownBy(() -> exportTo(id, new FileOutputStream(full)))
        .isInstanceOfSatisfying(
            ExportException.class,
            e -> assertThat(e.kind()).isEqualTo(ExportException.Kind.STORAGE_FULL));
  }

  @Test
  public void whatIsDeletedMeanwhileIsNamed() {
    assertThatThrownBy(() -> exportTo(77, new ByteArrayOutputStream()))
        .isInstanceOfSatisfying(
            ExportException.class,
            e -> assertThat(e.kind()).isEqualTo(ExportException.Kind.NOTHING_LEFT));
  }

  @Test
  public void interruptEndsTheExportWithinAClip() throws Exception {
    long id = recorder.record("", true, TestSessions.talk());
    OutputStream interrupting =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            if (size() > 10_000) {
              Thread.currentThread().interrupt();
            }
          }
        };
    assertThatThrownBy(() -> exportTo(id, interrupting)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(((ByteArrayOutputStream) interrupting).size()).isLessThan(40_000);
  }

  private void exportTo(long id, OutputStream out) throws Exception {
    new ClipExporter(sessions, INFO)
        .export(ExportRequest.ofSession(id), ExportOptions.DEFAULT, out, fraction -> {});
  }

  private byte[] export(ExportRequest request) throws Exception {
    return export(request, ExportOptions.DEFAULT);
  }

  private byte[] export(ExportRequest request, ExportOptions options) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ClipExporter(sessions, INFO).export(request, options, out, fraction -> {});
    return out.toByteArray();
  }

  private static List<String> texts(StrictTextGrid.Tier tier) {
    return tier.marks().stream().map(StrictTextGrid.Mark::text).toList();
  }

  private static float[] samples(byte[] wav) {
    try (WavReader reader = new WavReader(new ByteArrayInputStream(wav))) {
      assertThat(reader.format().bits()).isEqualTo(16);
      assertThat(reader.format().channels()).isEqualTo(1);
      assertThat(reader.sampleRate()).isEqualTo(TestSessions.RATE);
      float[] samples = new float[wav.length];
      int count = 0;
      int read;
      while ((read = reader.read(samples, count, samples.length - count)) > 0) {
        count += read;
      }
      return Arrays.copyOf(samples, count);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
