// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small corpora: every recording is a short noise of its own, drawn by its path. */
final class TinyCorpus {
  static final int RATE = 8000;
  static final int SAMPLES = 80;

  private final Path folder;

  TinyCorpus(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  TinyCorpus wavs(String... files) throws IOException {
    for (String file : files) {
      bytes(file, wav(noise(file.hashCode())));
    }
    return this;
  }

  TinyCorpus text(String file, String... lines) throws IOException {
    return bytes(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  TinyCorpus bytes(String file, byte[] bytes) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
    return this;
  }

  /** Packs the folder, as official zips do. */
  Path zip(Path zip) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out);
        Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new ZipEntry(folder.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, entries);
        entries.closeEntry();
      }
    }
    return zip;
  }

  static short[] noise(long seed) {
    Random random = new Random(seed);
    short[] samples = new short[SAMPLES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (random.nextInt(65536) - 32768);
    }
    return samples;
  }

  /** Returns a WAV file of 16 bits, mono, 8 kHz. */
  static byte[] wav(short[] samples) {
    int size = 2 * samples.length;
    ByteBuffer wav = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + size);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
    for (short sample : samples) {
      wav.putShort(sample);
    }
    return wav.array();
  }
}
