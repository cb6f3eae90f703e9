// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.undertone.model.export.Precision;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.FeatureWindow;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;

/**
 * How an exported file compares with the network that was trained, over clips; immutable.
 *
 * @param precision of the file's weights
 * @param clips number of clips
 * @param sameClass clips on which both name the same emotion
 * @param largestDifference of any probability
 */
public record ExportCheck(Precision precision, int clips, int sameClass, double largestDifference) {

  /**
   * Runs the last window of every clip through the training engine and through TensorFlow Lite.
   *
   * @param file the exported model
   * @throws IOException if the file is refused
   */
  public static ExportCheck run(
      TrainedNetwork network, byte[] file, Precision precision, PreparedClips prepared)
      throws IOException {
    try (DjlNetwork trained = new DjlNetwork(network)) {
      return run(trained::probabilities, file, precision, prepared);
    }
  }

  /**
   * Does the same for any network of the engine.
   *
   * @param trained returns the probabilities for a window
   */
  static ExportCheck run(
      UnaryOperator<float[]> trained, byte[] file, Precision precision, PreparedClips prepared)
      throws IOException {
    ModelFile model = ModelFile.read(file);
    ModelSpec spec = model.spec();
    FeatureWindow window = new FeatureWindow(spec.mfcc(), spec.windowFrames());
    float[] features = new float[spec.windowFrames() * spec.mfcc().nMfcc()];
    float[] exported = new float[spec.labels().size()];
    int same = 0;
    double largest = 0;
    try (EmotionClassifier classifier = new TfliteClassifier(model)) {
      for (TrainingClip clip : prepared.clips()) {
        fill(window, clip, prepared.plainSpeed(), spec.mfcc().nMels());
        window.features(spec.floorDb(), features);
        spec.statistics().normalise(features);
        float[] expected = trained.apply(features);
        classifier.classify(features, exported);
        for (int i = 0; i < expected.length; i++) {
          largest = Math.max(largest, Math.abs((double) expected[i] - exported[i]));
        }
        same += best(expected) == best(exported) ? 1 : 0;
      }
    }
    return new ExportCheck(precision, prepared.size(), same, largest);
  }

  private static void fill(FeatureWindow window, TrainingClip clip, int speed, int bands) {
    window.clear();
    float[] frame = new float[bands];
    boolean[] speech = clip.speech(speed);
    for (int i = 0; i < speech.length; i++) {
      System.arraycopy(clip.logMel(speed), i * bands, frame, 0, bands);
      window.add(frame, speech[i]);
    }
  }

  private static int best(float[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Returns the largest difference that an export of this precision may have. */
  public double bound() {
    return switch (precision) {
      case FLOAT32 -> 1e-5;
      case FLOAT16 -> 2e-3;
      case INT8 -> 5e-2;
    };
  }

  /**
   * Returns the number of clips on which the file may name another class: with float16 one in a
   * thousand, for among many clips some are tied within its bound; with weights of a byte one in a
   * hundred. Three at least of those, for a few clips that are nearly undecided are soon more.
   */
  public int otherClassBound() {
    return switch (precision) {
      case FLOAT32 -> 0;
      case FLOAT16 -> clips / 1000;
      case INT8 -> Math.max(3, clips / 100);
    };
  }

  /** Returns whether the file is as good as the network: close enough, and the same classes. */
  public boolean holds() {
    return largestDifference <= bound() && clips - sameClass <= otherClassBound();
  }
}
