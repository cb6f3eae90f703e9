// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.infer.ModelFile;

class GoldenWindowsTest {
  private static final Path ROOT = Path.of(System.getProperty("undertone.root", ".."));
  private static final String REMEDY =
      "the built-in model or the features changed: run GoldenWindows.main to write the asset anew";

  @Test
  void theAppsSelfTestKnowsTheBuiltInModel() throws IOException {
    ModelFile model = EmotionRecognizer.builtInModel();
    int size = model.spec().windowFrames() * model.spec().mfcc().nMfcc();
    int labels = model.spec().labels().size();
    List<byte[]> windows = GoldenWindows.windows(ROOT);
    float[] probabilities = new float[labels];
    try (TfliteClassifier classifier = new TfliteClassifier(model);
        DataInputStream in =
            new DataInputStream(Files.newInputStream(ROOT.resolve(GoldenWindows.FILE)))) {
      assertThat(in.readInt()).isEqualTo(GoldenWindows.MAGIC);
      assertThat(in.readUTF()).as(REMEDY).isEqualTo(model.networkHash());
      assertThat(in.readUTF()).as(REMEDY).isEqualTo(model.spec().mfcc().hash());
      assertThat(in.readInt()).isEqualTo(GoldenWindows.COUNT);
      assertThat(in.readInt() * in.readInt()).as(REMEDY).isEqualTo(size);
      assertThat(in.readInt()).as(REMEDY).isEqualTo(labels);
      for (byte[] window : windows) {
        byte[] kept = in.readNBytes(size);
        for (int i = 0; i < size; i++) {
          // Rounding may fall to the other side on another processor.
          assertThat((int) kept[i]).as(REMEDY).isCloseTo(window[i], within(1));
        }
        classifier.classify(GoldenWindows.values(kept), probabilities);
        for (float probability : probabilities) {
          assertThat(in.readFloat()).as(REMEDY).isCloseTo(probability, within(1e-4f));
        }
      }
      assertThat(in.read()).isEqualTo(-1);
    }
  }
}
