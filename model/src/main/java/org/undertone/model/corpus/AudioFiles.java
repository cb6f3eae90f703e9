// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.audio.WavReader;

/** Opens WAV and FLAC, told apart by their content, not by their name. */
public final class AudioFiles {
  private static final int FIRST_SAMPLES = 1 << 16;

  private AudioFiles() {}

  /**
   * Opens a file. The caller closes the source.
   *
   * @throws IOException if the file is not there, is neither WAV nor FLAC, or is damaged; the message names the file
   */
  public static AudioSource open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file + " does not exist");
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder, not a WAV or FLAC file");
    }
    return open(Files.newInputStream(file), file.toString());
  }

  /**
   * Opens sound out of a stream, which is closed with the source, and also if this fails.
   *
   * @param name how messages name the sound
   */
  public static AudioSource open(InputStream stream, String name) throws IOException {
    try {
      BufferedInputStream in = new BufferedInputStream(stream);
      in.mark(AudioMagic.LENGTH);
      AudioMagic magic = AudioMagic.of(in.readNBytes(AudioMagic.LENGTH));
      in.reset();
      AudioSource source =
          switch (magic) {
            case WAV -> new WavReader(in);
            case FLAC -> new FlacSource(in);
            case EMPTY -> throw new IOException("it is empty");
            default ->
                throw new IOException("it is " + magic.words() + "; convert it to WAV or FLAC");
          };
      return new NamedSource(source, name);
    } catch (IOException | RuntimeException e) {
      try (stream) {
        throw NamedSource.named(name, e);
      }
    }
  }

  /**
   * Returns handles on the WAV and FLAC files in a zip, by their paths in it and sorted by them.
   *
   * @throws IOException if it is no zip that can be read; the message names it
   */
  public static SortedMap<String, ClipAudio> inZip(Path zip) throws IOException {
    if (!Files.exists(zip)) {
      throw new NoSuchFileException(zip + " does not exist");
    }
    CorpusTree tree = new ZipTree(zip);
    SortedMap<String, ClipAudio> audio = new TreeMap<>();
    for (String file : tree.audioFiles()) {
      audio.put(file, tree.audio(file));
    }
    return audio;
  }

  /**
   * Reads a source to its end. The source is not closed.
   *
   * @return all samples, mono, in [-1, 1]
   * @throws IOException if the source fails
   */
  public static float[] readAll(AudioSource source) throws IOException {
    float[] samples = new float[FIRST_SAMPLES];
    int size = 0;
    int read;
    while ((read = source.read(samples, size, samples.length - size)) >= 0) {
      size += read;
      if (size == samples.length) {
        samples = Arrays.copyOf(samples, 2 * size);
      }
    }
    return Arrays.copyOf(samples, size);
  }

  /** Returns whether a source that was read to its end came to it before its header says. */
  public static boolean truncated(AudioSource source) {
    return source instanceof NamedSource named
        && named.source() instanceof WavReader wav
        && wav.truncated();
  }
}
