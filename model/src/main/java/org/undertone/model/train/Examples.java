// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.undertone.ser.infer.FeatureStatistics;
import org.undertone.ser.infer.FeatureWindow;

/**
 * Makes the network's input of a training clip: a window that ends anywhere after enough speech, as
 * the pipeline would see it, augmented, and normalised. Of {@link PlainSpeech}, whose clips are long,
 * windows have any length from a second: else their length alone would tell them from acted speech.
 * The random numbers depend on the seed, the epoch and the clip alone. For one thread at a time.
 */
final class Examples {
  /** A training window has at least this much speech, in seconds, or all that its clip has. */
  private static final double MIN_SPEECH_SECONDS = 1;

  private final Recipe recipe;
  private final List<TrainingClip> clips;
  private final Augmenter augmenter;
  private final WindowEnds ends;
  private final FeatureWindow window;
  private final int bands;
  private final int coefficients;
  private final int plainSpeed;
  private final Set<String> plain;
  private final int enough;
  private FeatureStatistics statistics;

  Examples(Recipe recipe, List<TrainingClip> clips) {
    this.recipe = recipe;
    this.clips = List.copyOf(clips);
    bands = recipe.mfcc().nMels();
    coefficients = recipe.mfcc().nMfcc();
    augmenter = new Augmenter(recipe.augmentation(), bands, recipe.mfcc().hopSeconds());
    int second = (int) Math.round(MIN_SPEECH_SECONDS / recipe.mfcc().hopSeconds());
    enough = Math.min(second, recipe.windowFrames() / 2);
    ends = new WindowEnds(recipe.windowFrames(), enough, recipe.augmentation().wholeProbability());
    plain = PlainSpeech.corpora(clips);
    window = new FeatureWindow(recipe.mfcc(), recipe.windowFrames());
    plainSpeed = recipe.augmentation().speeds().indexOf(1.0);
  }

  /**
   * Returns mean and deviation of the features over the speech of all clips. Every corpus counts the
   * same, however large.
   *
   * @throws IllegalArgumentException if there is none
   */
  FeatureStatistics statistics() {
    List<float[]> speechFrames = clips.stream().map(this::featuresOfSpeech).toList();
    Map<String, Long> frames = new LinkedHashMap<>();
    for (int i = 0; i < clips.size(); i++) {
      long own = speechFrames.get(i).length / coefficients;
      frames.merge(clips.get(i).corpus(), own, Long::sum);
    }
    double[] sum = new double[coefficients];
    double[] squares = new double[coefficients];
    double weights = 0;
    for (int clip = 0; clip < clips.size(); clip++) {
      float[] features = speechFrames.get(clip);
      double weight = 1.0 / Math.max(1, frames.get(clips.get(clip).corpus()));
      for (int i = 0; i < features.length; i++) {
        sum[i % coefficients] += weight * features[i];
        squares[i % coefficients] += weight * features[i] * features[i];
      }
      weights += weight * features.length;
    }
    if (weights == 0) {
      throw new IllegalArgumentException("no speech was found in any clip to train on");
    }
    weights /= coefficients;
    float[] mean = new float[coefficients];
    float[] std = new float[coefficients];
    for (int i = 0; i < coefficients; i++) {
      mean[i] = (float) (sum[i] / weights);
      double variance = squares[i] / weights - (sum[i] / weights) * (sum[i] / weights);
      std[i] = (float) Math.sqrt(Math.max(1e-6, variance));
    }
    return new FeatureStatistics(mean, std);
  }

  /** Sets the statistics that normalise the examples: before the first is made. */
  void normaliseBy(FeatureStatistics modelStatistics) {
    statistics = modelStatistics;
  }

  /** Returns the number of values of an example. */
  int size() {
    return recipe.windowFrames() * coefficients;
  }

  /** Computes the input for clip {@code index}, {@code [frame][coefficient]} row by row. */
  void make(int index, int epoch, long seed, float[] features) {
    TrainingClip clip = clips.get(index);
    Random random = random(index, epoch, seed);
    int speed = random.nextInt(recipe.augmentation().speeds().size());
    boolean[] speech = clip.speech(speed);
    int end = ends.draw(speech, random);
    int frames = recipe.windowFrames();
    if (plain.contains(clip.corpus())) {
      frames = enough + random.nextInt(frames - enough + 1);
    }
    int start = Math.max(0, end - frames);
    float[] stretch = Arrays.copyOfRange(clip.logMel(speed), start * bands, end * bands);
    augmenter.augment(stretch, clip.speechDb(speed), random);
    double jitter = recipe.augmentation().floorJitterDb() * (2 * random.nextDouble() - 1);
    fill(stretch, speech, start);
    window.features(recipe.floorDb() + jitter, random.nextDouble(), features);
    statistics.normalise(features);
    augmenter.mask(features, coefficients, random);
  }

  private static Random random(int index, int epoch, long seed) {
    long mixed = seed;
    mixed = mixed * 0x9E3779B97F4A7C15L + epoch;
    mixed = mixed * 0xBF58476D1CE4E5B9L + index;
    mixed ^= mixed >>> 29;
    return new Random(mixed * 0x94D049BB133111EBL);
  }

  private void fill(float[] logMel, boolean[] speech, int start) {
    window.clear();
    float[] frame = new float[bands];
    for (int i = 0; i < logMel.length / bands; i++) {
      System.arraycopy(logMel, i * bands, frame, 0, bands);
      window.add(frame, speech[start + i]);
    }
  }

  /** The features of the clip's speech, not augmented, for the statistics. */
  private float[] featuresOfSpeech(TrainingClip clip) {
    boolean[] speech = clip.speech(plainSpeed);
    FeatureWindow whole = new FeatureWindow(recipe.mfcc(), Math.max(1, speech.length));
    float[] logMel = clip.logMel(plainSpeed);
    float[] frame = new float[bands];
    for (int i = 0; i < speech.length; i++) {
      System.arraycopy(logMel, i * bands, frame, 0, bands);
      whole.add(frame, speech[i]);
    }
    float[] features = new float[Math.max(1, speech.length) * coefficients];
    whole.features(recipe.floorDb(), features);
    float[] kept = new float[features.length];
    int size = 0;
    for (int i = whole.stretchStart(); i < whole.stretchEnd(); i++) {
      if (speech[i]) {
        System.arraycopy(features, whole.row(i) * coefficients, kept, size, coefficients);
        size += coefficients;
      }
    }
    return Arrays.copyOf(kept, size);
  }
}
