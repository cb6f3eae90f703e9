// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.Progress;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelSpec;

final class TeachersTest {
  private static final float[] SURE = {0.1f, 0, 0, 0.2f, 0.7f, 0, 0, 0};
  private static final float[] OTHER = {0.3f, 0.1f, 0.1f, 0.3f, 0.1f, 0, 0.1f, 0};

  @TempDir private static Path folder;
  private static List<TrainingClip> clips;
  private static LabelMask threeLabels;

  @BeforeAll
  static void prepare() throws IOException {
    Recipe recipe = TinyRecipe.full();
    clips =
        PreparedClips.prepare(recipe, SyntheticCorpus.clips(folder, 2, 2), Progress.NONE).clips();
    threeLabels = LabelMask.forTrainedNetwork(clips);
  }

  /** Says the same of every window. */
  private static final class Says implements EmotionClassifier {
    private final float[] answer;
    private boolean closed;

    Says(float[] answer) {
      this.answer = answer;
    }

    @Override
    public ModelSpec spec() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void classify(float[] window, float[] probabilities) {
      System.arraycopy(answer, 0, probabilities, 0, answer.length);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static Teachers.Teacher teacher(float[] answer, String corpus) {
    return new Teachers.Teacher(new Says(answer), Set.of(corpus));
  }

  @Test
  void answerIsTheGeometricMeanOfThoseWhoKnowTheCorpusOverItsLabels() {
    String own = clips.get(0).corpus();
    try (Teachers teachers =
        new Teachers(List.of(teacher(SURE, own), teacher(OTHER, own), teacher(SURE, "another")))) {
      float[] answer = teachers.answer(new float[0], clips.get(0), threeLabels);
      double neutral = Math.sqrt(0.1 * 0.3);
      double sad = Math.sqrt(0.2 * 0.3);
      double angry = Math.sqrt(0.7 * 0.1);
      double sum = neutral + sad + angry;
      assertThat(answer[Emotion.NEUTRAL.index()]).isCloseTo((float) (neutral / sum), within(1e-6f));
      assertThat(answer[Emotion.SAD.index()]).isCloseTo((float) (sad / sum), within(1e-6f));
      assertThat(answer[Emotion.ANGRY.index()]).isCloseTo((float) (angry / sum), within(1e-6f));
      assertThat(answer[Emotion.HAPPY.index()]).isZero();
    }
  }

  @Test
  void nothingIsAnsweredForACorpusThatNobodyKnows() {
    try (Teachers teachers = new Teachers(List.of(teacher(SURE, "another")))) {
      assertThat(teachers.answer(new float[0], clips.get(0), threeLabels)).isEmpty();
    }
    assertThat(Teachers.NONE.answer(new float[0], clips.get(0), threeLabels)).isEmpty();
  }

  @Test
  void closesItsClassifiers() {
    Says says = new Says(SURE);
    new Teachers(List.of(new Teachers.Teacher(says, Set.of()))).close();
    assertThat(says.closed).isTrue();
  }

  /** Smoothed labels are 0.95 and 0.05 spread over eight; the teacher's share is the rest. */
  @Test
  void targetsAreMadeOfLabelsAndAnswersByTheShare() {
    Recipe base = TinyRecipe.of(TinyRecipe.full(), TinyRecipe.withMixup(0).training());
    Recipe recipe = TinyRecipe.taught(base, 0.75, base);
    Examples examples = new Examples(recipe, clips);
    examples.normaliseBy(examples.statistics());
    LabelMask labels = LabelMask.forNewNetwork(clips);
    try (Teachers teachers = new Teachers(List.of(teacher(SURE, clips.get(0).corpus())));
        Batches batches = new Batches(recipe, clips, examples, labels, teachers, 1)) {
      batches.start(1);
      Batch batch = batches.next();
      for (int clip = 0; clip < batch.size(); clip++) {
        float[] row = Arrays.copyOfRange(batch.targets(), 8 * clip, 8 * clip + 8);
        int labelled = 0;
        for (int label = 0; label < 8; label++) {
          float rest = row[label] - 0.75f * SURE[label];
          labelled += rest > 0.2f ? 1 : 0;
          float smoothed = rest > 0.2f ? 0.95f + 0.05f / 8 : 0.05f / 8;
          assertThat(rest).isCloseTo(0.25f * smoothed, within(1e-6f));
        }
        assertThat(labelled).as("labels in a target").isEqualTo(1);
      }
    }
  }
}
