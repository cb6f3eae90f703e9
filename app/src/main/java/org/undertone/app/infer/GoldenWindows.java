// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;

/**
 * Windows on which the self-test runs a network: a mean voice, a silence, random features, and for models
 * with the built-in one's features also stretches of the bundled recording. For the built-in model the
 * right probabilities are known too. The recorded windows are the asset {@value #ASSET}, which the
 * test GoldenWindowsTest of the module model writes: big-endian, magic, SHA-256 of the network in hexadecimal
 * digits and feature hash as UTF, counts of windows, frames, coefficients and labels as ints, then of each
 * window its values as signed bytes in units of 1/{@value #STEPS}, and its probabilities as floats.
 */
final class GoldenWindows {
  /** Name of the asset. */
  static final String ASSET = "undertone.golden";

  /** Values are multiples of 1 over this. */
  static final int STEPS = 32;

  private static final int MAGIC = 0x55475731;
  private static final int RANDOM_WINDOWS = 4;
  // Some deviations below the mean is what cepstra of silence are, once normalised.
  private static final float SILENCE = -3;
  private static final long SEED = 20_260_101;

  private final List<float[]> windows;
  private final List<float[]> expected;

  private GoldenWindows(List<float[]> windows, List<float[]> expected) {
    this.windows = windows;
    this.expected = expected;
  }

  /**
   * Returns the windows for a model.
   *
   * @param asset content of the asset
   * @throws IOException if the asset is broken
   */
  static GoldenWindows of(ModelFile file, byte[] asset) throws IOException {
    ModelSpec spec = file.spec();
    List<float[]> windows = new ArrayList<>();
    List<float[]> expected = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(asset))) {
      if (in.readInt() != MAGIC) {
        throw new IOException(ASSET + " is of another version");
      }
      boolean sameNetwork = in.readUTF().equals(file.networkHash());
      boolean sameFeatures = in.readUTF().equals(spec.mfcc().hash());
      int count = in.readInt();
      int frames = in.readInt();
      int coefficients = in.readInt();
      int labels = in.readInt();
      boolean usable = sameFeatures && frames == spec.windowFrames();
      for (int i = 0; i < count && usable; i++) {
        windows.add(values(in, frames * coefficients));
        float[] probabilities = probabilities(in, labels);
        if (sameNetwork) {
          expected.add(probabilities);
        }
      }
    }
    addMade(windows, spec.windowFrames() * spec.mfcc().nMfcc());
    return new GoldenWindows(
        Collections.unmodifiableList(windows), Collections.unmodifiableList(expected));
  }

  private static float[] values(DataInputStream in, int count) throws IOException {
    byte[] steps = new byte[count];
    in.readFully(steps);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) steps[i] / STEPS;
    }
    return values;
  }

  private static float[] probabilities(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  private static void addMade(List<float[]> windows, int size) {
    windows.add(new float[size]);
    float[] silence = new float[size];
    Arrays.fill(silence, SILENCE);
    windows.add(silence);
    // java.util.Random is the same on every Java, Android's too.
    Random random = new Random(SEED);
    for (int i = 0; i < RANDOM_WINDOWS; i++) {
      float[] window = new float[size];
      for (int j = 0; j < size; j++) {
        window[j] = (float) random.nextGaussian();
      }
      windows.add(window);
    }
  }

  /** Returns the windows, normalised features {@code [frame][coefficient]}; not to be changed. */
  List<float[]> windows() {
    return windows;
  }

  /** Returns the right probabilities of a window, where they are known; not to be changed. */
  Optional<float[]> expected(int window) {
    return window < expected.size() ? Optional.of(expected.get(window)) : Optional.empty();
  }
}
