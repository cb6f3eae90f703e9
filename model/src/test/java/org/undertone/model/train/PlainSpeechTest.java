// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;

final class PlainSpeechTest {
  private static final Recipe RECIPE = TinyRecipe.plain(32);
  private static final int FRAMES = 3 * RECIPE.windowFrames();

  private final List<TrainingClip> clips =
      List.of(
          clip("acted", Emotion.NEUTRAL),
          clip("acted", Emotion.ANGRY),
          clip("song", Emotion.CALM),
          clip("read", Emotion.NEUTRAL),
          clip("read", Emotion.NEUTRAL));

  @Test
  void isACorpusThatIsNeutralThroughout() {
    assertThat(PlainSpeech.corpora(clips)).containsExactly("read");
  }

  @Test
  void teachesThatItIsNoEmotionButCalm() {
    assertThat(mask(clips.get(3))).isEqualTo(EnumSet.complementOf(EnumSet.of(Emotion.CALM)));
    assertThat(mask(clips.get(0))).containsExactlyInAnyOrder(Emotion.NEUTRAL, Emotion.ANGRY);
  }

  /** All clips are as long: were only the plain ones to fill the window, that would tell them. */
  @Test
  void hasWindowsOfAnyLengthFromHalfOfOne() {
    SortedSet<Integer> plain = lengths(3);
    assertThat(plain.first()).isBetween(RECIPE.windowFrames() / 2, RECIPE.windowFrames() / 2 + 3);
    assertThat(plain.last()).isBetween(RECIPE.windowFrames() - 3, RECIPE.windowFrames());
    assertThat(plain).hasSizeGreaterThan(RECIPE.windowFrames() / 3);
    assertThat(lengths(1).last()).isEqualTo(RECIPE.windowFrames());
  }

  private SortedSet<Integer> lengths(int clip) {
    Examples examples = new Examples(RECIPE, clips);
    examples.normaliseBy(examples.statistics());
    int coefficients = RECIPE.mfcc().nMfcc();
    float[] features = new float[examples.size()];
    SortedSet<Integer> lengths = new TreeSet<>();
    for (int epoch = 1; epoch <= 500; epoch++) {
      examples.make(clip, epoch, 1, features);
      int frames = 0;
      for (int row = 0; row < features.length; row += coefficients) {
        // The statistics are those of speech; the floor is far from their mean.
        frames += Math.abs(features[row]) < 1 ? 1 : 0;
      }
      lengths.add(frames);
    }
    return lengths;
  }

  private Set<Emotion> mask(TrainingClip clip) {
    float[] mask = new float[Emotion.COUNT];
    LabelMask.forTrainedNetwork(clips).write(clip, mask, 0);
    Set<Emotion> taught = EnumSet.noneOf(Emotion.class);
    for (Emotion emotion : Emotion.values()) {
      if (mask[emotion.index()] == 1) {
        taught.add(emotion);
      }
    }
    return taught;
  }

  /** As loud in every band and frame, all of it speech. */
  private static TrainingClip clip(String corpus, Emotion emotion) {
    boolean[] speech = new boolean[FRAMES];
    Arrays.fill(speech, true);
    return new TrainingClip(
        corpus + emotion,
        corpus,
        corpus + "_1",
        emotion,
        new float[][] {new float[FRAMES * RECIPE.mfcc().nMels()]},
        new boolean[][] {speech});
  }
}
