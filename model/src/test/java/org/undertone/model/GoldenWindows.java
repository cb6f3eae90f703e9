// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;

/**
 * Windows of the bundled recording and what the built-in model makes of them, which the app's self-test
 * compares with what the phone makes of them. {@link #main} writes the app's asset; run it whenever the
 * built-in model changes. The app's class GoldenWindows describes and reads the file.
 */
public final class GoldenWindows {
  /** Where the asset is kept in the project. */
  static final String FILE = "app/src/main/assets/undertone.golden";

  /** Values are kept as multiples of 1 over this. */
  static final int STEPS = 32;

  static final int MAGIC = 0x55475731;
  static final int COUNT = 4;

  private static final String RECORDING = "samples/synthetic-speech.wav";

  private GoldenWindows() {}

  /** Writes the asset below the project's root folder, the current one unless it is given. */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args.length > 0 ? args[0] : "");
    Path file = root.resolve(FILE);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes(windows(root)));
  }

  /** Returns the windows, evenly spread over the recording, in steps: {@code [window][value]}. */
  static List<byte[]> windows(Path root) throws IOException {
    List<byte[]> all = new ArrayList<>();
    try (EmotionRecognizer recognizer = EmotionRecognizer.of(recording(all));
        AudioSource source = AudioFiles.open(root.resolve(RECORDING))) {
      recognizer.classify(source);
    }
    List<byte[]> chosen = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      chosen.add(all.get(i * (all.size() - 1) / (COUNT - 1)));
    }
    return chosen;
  }

  /** Returns a classifier that notes what it is given. */
  private static EmotionClassifier recording(List<byte[]> windows) throws IOException {
    TfliteClassifier classifier = new TfliteClassifier(EmotionRecognizer.builtInModel());
    return new EmotionClassifier() {
      @Override
      public ModelSpec spec() {
        return classifier.spec();
      }

      @Override
      public void classify(float[] window, float[] probabilities) {
        windows.add(steps(window));
        classifier.classify(window, probabilities);
      }

      @Override
      public void close() {
        classifier.close();
      }
    };
  }

  private static byte[] steps(float[] window) {
    byte[] steps = new byte[window.length];
    for (int i = 0; i < steps.length; i++) {
      int step = Math.round(window[i] * STEPS);
      steps[i] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, step));
    }
    return steps;
  }

  /** Returns the values that steps stand for. */
  static float[] values(byte[] steps) {
    float[] values = new float[steps.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) steps[i] / STEPS;
    }
    return values;
  }

  private static byte[] bytes(List<byte[]> windows) throws IOException {
    ModelFile model = EmotionRecognizer.builtInModel();
    ModelSpec spec = model.spec();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TfliteClassifier classifier = new TfliteClassifier(model);
        DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeUTF(model.networkHash());
      out.writeUTF(spec.mfcc().hash());
      out.writeInt(windows.size());
      out.writeInt(spec.windowFrames());
      out.writeInt(spec.mfcc().nMfcc());
      out.writeInt(spec.labels().size());
      float[] probabilities = new float[spec.labels().size()];
      for (byte[] window : windows) {
        out.write(window);
        classifier.classify(values(window), probabilities);
        for (float probability : probabilities) {
          out.writeFloat(probability);
        }
      }
    }
    return bytes.toByteArray();
  }
}
