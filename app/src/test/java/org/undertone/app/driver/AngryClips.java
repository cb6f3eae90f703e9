// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import static org.junit.Assume.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jflac.FLACDecoder;
import org.jflac.PCMProcessor;
import org.jflac.metadata.StreamInfo;
import org.jflac.util.ByteData;

/** Strongly angry speech out of RAVDESS, joined, at 16 kHz. */
final class AngryClips {
  private static final int RATE = 16_000;

  private AngryClips() {}

  /** Returns the clips of these actors one after the other, or skips the test if they are not here. */
  static List<float[]> of(int... actors) throws IOException {
    Path folder =
        Path.of(System.getProperty("undertone.data", "../../shared/data"))
            .resolve("ravdess_speech");
    assumeTrue(
        "skipped: needs the recordings of ravdess_speech in "
            + folder
            + " (set -Dundertone.data=FOLDER)",
        Files.isDirectory(folder));
    List<float[]> clips = new ArrayList<>();
    for (int actor : actors) {
      String ending = String.format(Locale.ROOT, "-%02d.flac", actor);
      List<Path> files;
      try (Stream<Path> all = Files.list(folder)) {
        files =
            all.filter(file -> file.getFileName().toString().startsWith("03-01-05-02"))
                .filter(file -> file.getFileName().toString().endsWith(ending))
                .sorted()
                .toList();
      }
      for (Path file : files) {
        clips.add(read(file));
      }
    }
    return clips;
  }

  private static float[] read(Path file) throws IOException {
    ByteArrayOutputStream pcm = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(file)) {
      FLACDecoder decoder = new FLACDecoder(in);
      decoder.addPCMProcessor(
          new PCMProcessor() {
            @Override
            public void processStreamInfo(StreamInfo info) {
              if (info.getSampleRate() != RATE || info.getChannels() != 1) {
                throw new IllegalStateException(file + " is " + info);
              }
            }

            @Override
            public void processPCM(ByteData data) {
              pcm.write(data.getData(), 0, data.getLen());
            }
          });
      decoder.decode();
    }
    ShortBuffer shorts =
        ByteBuffer.wrap(pcm.toByteArray()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    float[] samples = new float[shorts.remaining()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = shorts.get(i) / 32768f;
    }
    return samples;
  }
}
