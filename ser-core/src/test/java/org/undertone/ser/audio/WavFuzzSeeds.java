// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tiny files from which fuzzing starts, and which the ordinary build reads again. To write them
 * anew, run {@link #main} with the folder of {@code WavReaderFuzzTestInputs} as its argument.
 */
final class WavFuzzSeeds {
  private WavFuzzSeeds() {}

  /** Returns the content of each file by its name. */
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> seeds = new TreeMap<>();
    for (WavEncoding encoding : WavEncoding.values()) {
      for (int channels : new int[] {1, 2, 6}) {
        WavFormat format = WavFormat.of(16_000, channels, encoding).withFrames(4);
        String name = encoding.name().toLowerCase(Locale.ROOT) + "_" + channels + "ch.wav";
        seeds.put(name, written(format));
      }
    }
    seeds.put("open_size.wav", written(WavFormat.of(16_000, 1, WavEncoding.PCM_16)));
    byte[] samples = WavBytes.int16(1, 2, 3);
    seeds.put(
        "extra_chunks.wav",
        WavBytes.riff()
            .chunk("JUNK", new byte[3])
            .fmt(1, 1, 48_000, 16)
            .chunk("FLLR", new byte[5])
            .chunk("data", samples)
            .chunk("LIST", new byte[4])
            .bytes());
    seeds.put(
        "rf64.wav",
        WavBytes.form("RF64", "WAVE")
            .ds64(samples.length)
            .fmt(1, 1, 8000, 16)
            .chunkOfSize("data", WavBytes.OPEN, samples)
            .bytes());
    seeds.put(
        "truncated.wav",
        WavBytes.riff().fmt(1, 1, 8000, 16).chunkOfSize("data", 1000, samples).bytes());
    seeds.put("empty.wav", WavBytes.riff().fmt(1, 1, 8000, 16).chunk("data").bytes());
    seeds.put("mu_law.wav", WavBytes.riff().fmt(7, 1, 8000, 8).chunk("data", samples).bytes());
    return seeds;
  }

  private static byte[] written(WavFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    float[] samples = new float[4 * format.channels()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) i / samples.length - 0.5f;
    }
    try (WavWriter writer = new WavWriter(out, format)) {
      writer.write(samples, 0, 4);
    }
    return out.toByteArray();
  }

  /** Writes the seeds. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, byte[]> seed : all().entrySet()) {
      Files.write(folder.resolve(seed.getKey()), seed.getValue());
    }
  }
}
