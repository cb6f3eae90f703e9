// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Random;
import org.undertone.ser.Emotion;
import org.undertone.ser.feature.MfccSpec;

/** Model specs for tests. */
public final class Models {
  /** Features at 16 kHz with a hop of 10 ms. */
  public static final MfccSpec MFCC = MfccSpec.of(16_000, 512, 160, 40, 20);

  private Models() {}

  /** Returns a model of 3 s windows and a verdict every quarter second. */
  public static ModelSpec spec() {
    return spec(300, 25, 1.5, List.of(Emotion.values()));
  }

  /** Returns a model of the given window. */
  public static ModelSpec spec(
      int windowFrames, int hopFrames, double minSpeechSeconds, List<Emotion> labels) {
    return new ModelSpec(
        "test",
        labels,
        MFCC,
        windowFrames,
        hopFrames,
        60,
        minSpeechSeconds,
        statistics(MFCC.nMfcc()),
        400,
        1.5,
        0.4,
        "{\"corpora\":[\"none\"]}");
  }

  /** Returns the same model with another floor. */
  public static ModelSpec withFloor(ModelSpec spec, double floorDb) {
    JsonObject json = spec.toJson();
    json.addProperty("floor_db", floorDb);
    return ModelSpec.fromJson(json);
  }

  /** Returns statistics of no particular speech, different for each coefficient. */
  public static FeatureStatistics statistics(int coefficients) {
    Random random = new Random(3);
    float[] mean = new float[coefficients];
    float[] std = new float[coefficients];
    for (int i = 0; i < coefficients; i++) {
      mean[i] = i == 0 ? -200 : (float) (10 * random.nextGaussian());
      std[i] = 5 + 10 * random.nextFloat();
    }
    return new FeatureStatistics(mean, std);
  }
}
