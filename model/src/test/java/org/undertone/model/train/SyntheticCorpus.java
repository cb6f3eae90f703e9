// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.ser.Emotion;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.audio.WavEncoding;
import org.undertone.ser.audio.WavFormat;
import org.undertone.ser.audio.WavWriter;

/** A folder of own clips: synthetic speakers, each with a pitch of its own, in three emotions. */
public final class SyntheticCorpus {
  /** The emotions, which sound very different. */
  public static final Map<Emotion, Voice> VOICES =
      Map.of(Emotion.NEUTRAL, Voice.CALM, Emotion.ANGRY, Voice.AGITATED, Emotion.SAD, Voice.LOW);

  private static final int RATE = 16_000;
  private static final double SECONDS = 2;
  private static final double ROOM_RMS = 0.0003;

  private SyntheticCorpus() {}

  /** Writes clips of the speakers s1, s2 and so on, and a metadata.csv. */
  public static Path write(Path folder, int speakers, int takes) throws IOException {
    Files.createDirectories(folder);
    StringBuilder list = new StringBuilder("file_name,label,speaker\n");
    for (int speaker = 1; speaker <= speakers; speaker++) {
      for (Emotion emotion : List.of(Emotion.NEUTRAL, Emotion.SAD, Emotion.ANGRY)) {
        for (int take = 1; take <= takes; take++) {
          String name = "s" + speaker + "-" + emotion.label() + "-" + take + ".wav";
          long seed = 1000L * speaker + 100L * emotion.index() + take;
          wav(folder.resolve(name), clip(speaker, emotion, seed));
          list.append(name).append(',').append(emotion.label());
          list.append(",s").append(speaker).append('\n');
        }
      }
    }
    Files.writeString(folder.resolve("metadata.csv"), list, StandardCharsets.UTF_8);
    return folder;
  }

  /**
   * Writes clips of each speaker in three emotions and two statements, and a manifest.csv.
   *
   * @param speakers their names end in the number that gives the pitch, 1 to 9
   */
  public static Path writeWithStatements(Path folder, String... speakers) throws IOException {
    Files.createDirectories(folder);
    StringBuilder list = new StringBuilder("file,speaker,emotion,statement\n");
    for (String speaker : speakers) {
      int number = Character.digit(speaker.charAt(speaker.length() - 1), 10);
      for (Emotion emotion : List.of(Emotion.NEUTRAL, Emotion.SAD, Emotion.ANGRY)) {
        for (String statement : List.of("kids", "dogs")) {
          String name = speaker + "-" + emotion.label() + "-" + statement + ".wav";
          wav(folder.resolve(name), clip(number, emotion, name.hashCode()));
          String row = String.join(",", name, speaker, emotion.label(), statement);
          list.append(row).append('\n');
        }
      }
    }
    Files.writeString(folder.resolve("manifest.csv"), list, StandardCharsets.UTF_8);
    return folder;
  }

  /** Writes a folder as {@link #write} does and returns its clips. */
  public static List<Clip> clips(Path folder, int speakers, int takes) throws IOException {
    return Corpora.open(write(folder, speakers, takes)).clips();
  }

  private static float[] clip(int speaker, Emotion emotion, long seed) {
    SyntheticSpeech synthesis = new SyntheticSpeech(RATE, seed);
    Voice voice = VOICES.get(emotion);
    Voice own =
        new Voice(
            voice.pitchHz() * (0.8 + 0.15 * speaker),
            voice.pitchRange(),
            voice.syllablesPerSecond(),
            voice.rms(),
            voice.brightness());
    float[] speech = synthesis.speech(own, SECONDS);
    return SyntheticSpeech.mix(speech, synthesis.noise(ROOM_RMS, SECONDS));
  }

  /** Writes samples as a WAV file of 16 bits. */
  public static Path wav(Path file, float... samples) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        WavWriter writer =
            new WavWriter(
                out, WavFormat.of(RATE, 1, WavEncoding.PCM_16).withFrames(samples.length))) {
      writer.write(samples, 0, samples.length);
    }
    return file;
  }
}
