// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.Progress;
import org.undertone.ser.Emotion;

final class BatchesTest {
  private static final Recipe RECIPE = TinyRecipe.withMixup(0);

  @TempDir private static Path folder;
  private static List<TrainingClip> clips;

  @BeforeAll
  static void prepare() throws IOException {
    clips =
        PreparedClips.prepare(RECIPE, SyntheticCorpus.clips(folder, 3, 2), Progress.NONE).clips();
    assertThat(clips).hasSize(18);
  }

  @Test
  void everyClipComesOnceAnEpochInAnOrderOfItsOwn() {
    List<Integer> first = order(RECIPE, clips, 1);
    List<Integer> second = order(RECIPE, clips, 2);
    assertThat(first).hasSize(18).doesNotHaveDuplicates();
    assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
    assertThat(order(RECIPE, clips, 1)).isEqualTo(first);
    assertThat(order(RECIPE, clips, 1, 2)).isNotEqualTo(first);
  }

  /** Batch normalisation has nothing to go by in a batch of one. */
  @Test
  void leavesOutALastBatchOfOne() {
    List<TrainingClip> some = clips.subList(0, 17);
    Examples examples = examples(RECIPE, some);
    try (Batches batches =
        new Batches(
            RECIPE, some, examples, LabelMask.forNewNetwork(some, LabelMask.labelsOf(some)), 1)) {
      for (int epoch = 1; epoch <= 3; epoch++) {
        assertThat(batches.start(epoch)).isEqualTo(2);
        assertThat(batches.next().size()).isEqualTo(8);
        assertThat(batches.next().size()).isEqualTo(8);
      }
    }
    assertThat(order(RECIPE, some, 1)).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void targetsAreSmoothedLabels() {
    Examples examples = examples(RECIPE, clips);
    try (Batches batches =
        new Batches(
            RECIPE,
            clips,
            examples,
            LabelMask.forNewNetwork(clips, LabelMask.labelsOf(clips)),
            1)) {
      int count = batches.start(1);
      assertThat(count).isEqualTo(3);
      int[] counts = new int[Emotion.COUNT];
      for (int i = 0; i < count; i++) {
        Batch batch = batches.next();
        assertThat(batch.targetShape().getShape()).containsExactly(batch.size(), 8);
        for (int clip = 0; clip < batch.size(); clip++) {
          float[] row = Arrays.copyOfRange(batch.targets(), 8 * clip, 8 * clip + 8);
          float sum = 0;
          for (int label = 0; label < 8; label++) {
            sum += row[label];
            if (row[label] > 0.5) {
              counts[label]++;
              assertThat(row[label]).isCloseTo(0.95f + 0.05f / 8, within(1e-6f));
            } else {
              assertThat(row[label]).isCloseTo(0.05f / 8, within(1e-6f));
            }
          }
          assertThat(sum).isCloseTo(1, within(1e-5f));
        }
      }
      assertThat(counts).containsExactly(6, 0, 0, 6, 6, 0, 0, 0);
    }
  }

  @Test
  void drawsAsManyClipsOfACorpusAsTheRecipeSays() {
    String corpus = clips.get(0).corpus();
    Recipe few = TinyRecipe.withClipsPerEpoch(Map.of(corpus, 10, "another", 3));
    List<Integer> first = order(few, clips, 1);
    assertThat(first).hasSize(10).doesNotHaveDuplicates();
    assertThat(order(few, clips, 2)).isNotEqualTo(first);
  }

  /** Half of a clip and half of another: the smaller half is never the clip's own. */
  @Test
  void mixesFeaturesAndTargetsByTheSameShare() {
    Recipe mixing = TinyRecipe.withMixup(1);
    Examples examples = examples(mixing, clips);
    try (Batches batches =
        new Batches(
            mixing,
            clips,
            examples,
            LabelMask.forNewNetwork(clips, LabelMask.labelsOf(clips)),
            1)) {
      batches.start(1);
      Batch batch = batches.next();
      for (int clip = 0; clip < batch.size(); clip++) {
        float[] row = Arrays.copyOfRange(batch.targets(), 8 * clip, 8 * clip + 8);
        float sum = 0;
        float most = 0;
        for (float target : row) {
          sum += target;
          most = Math.max(most, target);
        }
        assertThat(sum).isCloseTo(1, within(1e-5f));
        assertThat(most).isGreaterThan(0.48f);
      }
    }
  }

  /** Tells the clips of an epoch by the features that the same examples make of them. */
  private static List<Integer> order(Recipe recipe, List<TrainingClip> some, int epoch) {
    return order(recipe, some, epoch, 1);
  }

  private static List<Integer> order(Recipe recipe, List<TrainingClip> some, int epoch, long seed) {
    Examples examples = examples(recipe, some);
    List<ByteBuffer> known = new ArrayList<>();
    float[] features = new float[examples.size()];
    for (int i = 0; i < some.size(); i++) {
      examples.make(i, epoch, seed, features);
      known.add(bytes(features));
    }
    List<Integer> order = new ArrayList<>();
    try (Batches batches =
        new Batches(
            recipe,
            some,
            examples,
            LabelMask.forNewNetwork(some, LabelMask.labelsOf(some)),
            seed)) {
      int count = batches.start(epoch);
      for (int i = 0; i < count; i++) {
        Batch batch = batches.next();
        for (int clip = 0; clip < batch.size(); clip++) {
          int from = clip * examples.size();
          order.add(
              known.indexOf(
                  bytes(Arrays.copyOfRange(batch.features(), from, from + examples.size()))));
        }
      }
    }
    assertThat(order).doesNotContain(-1);
    return order;
  }

  private static Examples examples(Recipe recipe, List<TrainingClip> some) {
    Examples examples = new Examples(recipe, some);
    examples.normaliseBy(examples.statistics());
    return examples;
  }

  private static ByteBuffer bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    return bytes;
  }
}
