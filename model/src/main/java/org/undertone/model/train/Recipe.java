// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.undertone.model.Digests;
import org.undertone.model.corpus.Clip;
import org.undertone.ser.feature.MfccSpec;

/**
 * How a model is made, read from a file of the repository; immutable. With the corpora and the seed
 * it fixes every weight, on one kind of processor.
 *
 * @param name name of the model
 * @param mfcc the features
 * @param windowFrames frames in the network's input
 * @param hopFrames frames from one verdict to the next
 * @param floorDb floor below the window's loudest value when the model is used, dB
 * @param minSpeechSeconds speech in the window without which a live verdict is not given
 * @param profilePriorFrames frames of speech after which a voice profile takes out half of the mean
 *     answer
 * @param unsureThreshold calibrated probability below which the answer is "unsure"
 * @param network shape of the network
 * @param training the loop
 * @param augmentation what is done to the training clips
 * @param experts other nets of the same file, trained on the same clips or on some of their corpora
 */
public record Recipe(
    String name,
    MfccSpec mfcc,
    int windowFrames,
    int hopFrames,
    double floorDb,
    double minSpeechSeconds,
    double profilePriorFrames,
    double unsureThreshold,
    NetworkShape network,
    Training training,
    Augmentation augmentation,
    List<Expert> experts) {

  /**
   * Some nets of the same shape, trained apart from other random numbers, whose answers are averaged
   * in one file. Each is a convolution, residual blocks (two convolutions with batch normalisation and
   * a way around them) and a head on the mean and the deviation over time. Blocks may end in squeeze
   * and excitation, and frames be weighted by attention.
   *
   * @param members number of nets
   * @param stemKernel kernel length of the first convolution, odd, frames
   * @param stemStride step of the first convolution, frames
   * @param channels output channels of each residual block; the first convolution has as many as the
   *     first block
   * @param kernels kernel length of each residual block, odd, frames
   * @param pools max-pooling after each block, 1 for none
   * @param squeeze how many times fewer units than channels squeeze and excitation has in each block, 0
   *     for none
   * @param attention hidden channels of the attention that weights the frames, 0 for equal weights
   * @param dropout probability of dropout before the last layer
   */
  public record NetworkShape(
      int members,
      int stemKernel,
      int stemStride,
      List<Integer> channels,
      List<Integer> kernels,
      List<Integer> pools,
      int squeeze,
      int attention,
      double dropout) {}

  /**
   * The training loop: AdamW, a linear warm-up and a cosine to zero.
   *
   * @param epochs passes over the clips; the last one counts, none is chosen
   * @param batchSize clips in a batch
   * @param learningRate largest learning rate
   * @param warmupEpochs epochs of warm-up
   * @param weightDecay decoupled weight decay
   * @param labelSmoothing probability spread over the labels that the clip's corpus has
   * @param averaging decay of the running average of the weights, which is what is kept
   * @param mixupProbability how often a batch is mixed with itself
   * @param mixupAlpha both parameters of the beta distribution that the share of a mix is drawn from
   * @param clipsPerEpoch most clips of a corpus in an epoch, drawn anew for each, by the corpus' name;
   *     0 to leave it out; of others as many as {@code "*"} says, all if it is not there
   * @param seed of everything random
   */
  public record Training(
      int epochs,
      int batchSize,
      double learningRate,
      double warmupEpochs,
      double weightDecay,
      double labelSmoothing,
      double averaging,
      double mixupProbability,
      double mixupAlpha,
      Map<String, Integer> clipsPerEpoch,
      long seed) {

    /** Stands for each corpus that is not named. */
    private static final String OTHERS = "*";

    /** Returns the most clips of a corpus in an epoch. */
    int mostOf(String corpus) {
      int mostOfOthers = clipsPerEpoch.getOrDefault(OTHERS, Integer.MAX_VALUE);
      return clipsPerEpoch.getOrDefault(corpus, mostOfOthers);
    }

    /** Batch normalisation needs this many clips in a batch, and so an epoch does. */
    static final int LEAST_CLIPS = 2;

    /**
     * Returns how many clips an epoch has.
     *
     * @param corpora of each clip its corpus
     */
    int drawn(Collection<String> corpora) {
      Map<String, Integer> counts = new HashMap<>();
      corpora.forEach(corpus -> counts.merge(corpus, 1, Integer::sum));
      int drawn = 0;
      for (Map.Entry<String, Integer> corpus : counts.entrySet()) {
        drawn += Math.min(corpus.getValue(), mostOf(corpus.getKey()));
      }
      return drawn;
    }

    /**
     * Returns the corpora that are limited by name: a limit of a name spelt otherwise would do nothing.
     * None where all others are limited, too: see {@link #leavesOutUnnamed} for these.
     */
    public Set<String> limited() {
      return clipsPerEpoch.containsKey(OTHERS) ? Set.of() : clipsPerEpoch.keySet();
    }

    /** Returns whether a corpus is left out for no other reason than that it is not named. */
    public boolean leavesOutUnnamed(String corpus) {
      return !clipsPerEpoch.containsKey(corpus) && mostOf(corpus) == 0;
    }
  }

  /**
   * Augmentation, drawn anew for each clip and epoch.
   *
   * @param wholeProbability how often a window holds nearly all the speech of its clip that it can;
   *     else it ends anywhere after a second of speech
   * @param speeds playing speeds, pitch and tempo together; 1 is always among them
   * @param floorJitterDb the floor varies by so much up and down, dB
   * @param equaliserDb largest bulge of a random equaliser, dB
   * @param reverberationProbability how often a room is added
   * @param phoneProbability how often all but the band of a telephone is taken out
   * @param noiseProbability how often noise is added
   * @param noiseMinSnrDb lowest ratio of speech to noise, dB
   * @param noiseMaxSnrDb highest ratio of speech to noise, dB
   * @param timeMaskFrames longest masked stretch of frames
   * @param bandMaskCoefficients widest masked stretch of coefficients
   */
  public record Augmentation(
      double wholeProbability,
      List<Double> speeds,
      double floorJitterDb,
      double equaliserDb,
      double reverberationProbability,
      double phoneProbability,
      double noiseProbability,
      double noiseMinSnrDb,
      double noiseMaxSnrDb,
      int timeMaskFrames,
      int bandMaskCoefficients) {}

  /**
   * A net of another shape, loop or augmentation, or for some corpora alone, in the same file. The file
   * is an ensemble with fixed weights: logits are averaged, so probabilities have their weighted
   * geometric mean. No gate chooses between the nets. An expert with fewer than two clips to learn from
   * is left out, and the recipe's own nets have its weight.
   *
   * @param recipe how it is made, of the same features, window, floor and speeds and with no experts; its seed
   *     follows from this recipe's. A file names its file, beside it
   * @param weight above 0; what all leave of 1 is the weight of the recipe's own nets
   */
  public record Expert(Recipe recipe, double weight) {
    /**
     * Returns whether it can be trained: an epoch has clips enough.
     *
     * @param corpora of each clip its corpus
     */
    boolean isHeard(Collection<String> corpora) {
      return recipe.training().drawn(corpora) >= Training.LEAST_CLIPS;
    }
  }

  /**
   * Reads a recipe, and those of its experts.
   *
   * @throws IOException if the file cannot be read, or is not a recipe; the message says why
   */
  public static Recipe read(Path file) throws IOException {
    return read(file, List.of());
  }

  /**
   * Reads a recipe and makes changes to it.
   *
   * @throws IOException if the file cannot be read, is not a recipe, or is none with the changes
   */
  public static Recipe read(Path file, List<RecipeChange> changes) throws IOException {
    return RecipeFile.read(file, changes);
  }

  /** Returns this recipe with another seed. */
  public Recipe withSeed(long seed) {
    return withTraining(training.epochs(), seed, experts);
  }

  /**
   * Returns this recipe with other epochs, and its experts with no more than these.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Recipe withEpochs(int epochs) {
    List<Expert> others = new ArrayList<>();
    for (Expert expert : experts) {
      int own = Math.min(epochs, expert.recipe().training().epochs());
      others.add(new Expert(expert.recipe().withEpochs(own), expert.weight()));
    }
    return withTraining(epochs, training.seed(), List.copyOf(others));
  }

  /** Returns the recipe of the own nets alone. */
  Recipe withoutExperts() {
    return withTraining(training.epochs(), training.seed(), List.of());
  }

  private Recipe withTraining(int epochs, long seed, List<Expert> others) {
    Training changed =
        new Training(
            epochs,
            training.batchSize(),
            training.learningRate(),
            training.warmupEpochs(),
            training.weightDecay(),
            training.labelSmoothing(),
            training.averaging(),
            training.mixupProbability(),
            training.mixupAlpha(),
            training.clipsPerEpoch(),
            seed);
    Recipe recipe =
        new Recipe(
            name,
            mfcc,
            windowFrames,
            hopFrames,
            floorDb,
            minSpeechSeconds,
            profilePriorFrames,
            unsureThreshold,
            network,
            changed,
            augmentation,
            others);
    RecipeChecks.check(recipe);
    return recipe;
  }

  /** Returns the epochs of all its nets and of all its experts together. */
  public int allEpochs() {
    int epochs = network.members() * training.epochs();
    for (Expert expert : experts) {
      epochs += expert.recipe().allEpochs();
    }
    return epochs;
  }

  /** Returns the name of every net: this recipe's as often as it has members, then its experts'. */
  public List<String> netNames() {
    List<String> names = new ArrayList<>(Collections.nCopies(network.members(), name));
    experts.forEach(expert -> names.addAll(expert.recipe().netNames()));
    return names;
  }

  /**
   * Returns the names of the experts that are left out: there are not enough clips of corpora that they
   * are for.
   */
  public List<String> unheardExperts(List<Clip> clips) {
    List<String> corpora = clips.stream().map(Clip::corpus).toList();
    return experts.stream()
        .filter(expert -> !expert.isHeard(corpora))
        .map(expert -> expert.recipe().name())
        .toList();
  }

  /** Returns a hash of all values, 16 hexadecimal digits. */
  public String hash() {
    return Digests.sha256Hex(toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }
}
