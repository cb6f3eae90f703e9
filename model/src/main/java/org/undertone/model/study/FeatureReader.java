// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.undertone.model.Digests;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.model.corpus.Progress;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.audio.ResampledSource;
import org.undertone.ser.feature.ClipFeatures;

/** Computes the features of all clips, at 16 kHz, and keeps them in a file for the next time. */
final class FeatureReader {
  /** Sample rate of everything, Hz: that of the data at hand. */
  static final int RATE = 16_000;

  /** Changes when the numbers do. */
  private static final int VERSION = 1;

  private final List<StudyClip> clips;
  private final Path file;

  /**
   * Prepares for clips.
   *
   * @param folder where the features are kept
   */
  FeatureReader(List<StudyClip> clips, Path folder) {
    this.clips = clips;
    file = folder.resolve("features-" + fingerprint().substring(0, 16) + ".bin");
  }

  /** Returns a hash of all that the features come from. */
  String fingerprint() {
    StringBuilder text = new StringBuilder();
    text.append(VERSION).append(' ').append(FrameStack.VERSION).append(' ').append(RATE);
    text.append(ClipFeatures.columns());
    clips.forEach(one -> text.append('\n').append(one.clip().id()).append(' ').append(one.sound()));
    return Digests.sha256Hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the features of all clips. Uses all cores.
   *
   * @throws IOException if a clip cannot be read or the file not be written
   */
  FeatureTables read(Progress progress) throws IOException {
    float[][][] tables = kept().orElse(null);
    if (tables == null) {
      tables = compute(progress);
      keep(tables);
    }
    return new FeatureTables(tables[0], tables[1]);
  }

  private float[][][] compute(Progress progress) throws IOException {
    float[][][] tables = new float[2][clips.size()][];
    AtomicInteger done = new AtomicInteger();
    ThreadLocal<ClipFeatures> features = ThreadLocal.withInitial(() -> new ClipFeatures(RATE));
    ThreadLocal<FrameStack> stacks = ThreadLocal.withInitial(() -> new FrameStack(RATE));
    try {
      IntStream.range(0, clips.size())
          .parallel()
          .forEach(
              i -> {
                float[] samples = samples(clips.get(i));
                tables[0][i] = floats(features.get().compute(samples));
                tables[1][i] = stacks.get().compute(samples);
                synchronized (progress) {
                  progress.at(done.incrementAndGet(), clips.size());
                }
              });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    return tables;
  }

  private static float[] samples(StudyClip one) {
    try (AudioSource source = one.clip().open();
        AudioSource sound = new ResampledSource(source, RATE)) {
      return AudioFiles.readAll(sound);
    } catch (IOException e) {
      throw new UncheckedIOException(one.clip().id() + ": " + e.getMessage(), e);
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private Optional<float[][][]> kept() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    float[][][] tables = new float[2][clips.size()][];
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (float[][] table : tables) {
        for (int i = 0; i < table.length; i++) {
          byte[] bytes = new byte[Float.BYTES * in.readInt()];
          in.readFully(bytes);
          table[i] = new float[bytes.length / Float.BYTES];
          ByteBuffer.wrap(bytes).asFloatBuffer().get(table[i]);
        }
      }
      return Optional.of(tables);
    } catch (IOException | NegativeArraySizeException e) {
      // Whatever is wrong with it, computing again puts it right.
      return Optional.empty();
    }
  }

  private void keep(float[][][] tables) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
      for (float[][] table : tables) {
        for (float[] row : table) {
          ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * row.length);
          bytes.asFloatBuffer().put(row);
          out.writeInt(row.length);
          out.write(bytes.array());
        }
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
