// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.ser.Emotion;

final class PreparedClipsTest {
  @TempDir private static Path folder;
  private static List<Clip> clips;
  private static PreparedClips prepared;

  @BeforeAll
  static void prepare() throws IOException {
    clips = SyntheticCorpus.clips(folder.resolve("mine"), 3, 2);
    prepared = PreparedClips.prepare(TinyRecipe.plain(32), clips, Progress.NONE);
  }

  @Test
  void knowsItsClipsAndSpeakers() {
    assertThat(prepared.ids()).isEqualTo(clips.stream().map(Clip::id).toList());
    assertThat(prepared.speakers()).containsExactly("own_s1", "own_s2", "own_s3");
    PreparedClips two = prepared.ofClips(Set.of(clips.get(4).id(), clips.get(1).id()));
    assertThat(two.ids()).containsExactly(clips.get(1).id(), clips.get(4).id());
    assertThat(two.speakers()).containsExactly("own_s1");
  }

  @Test
  void shufflesLabelsByTheSeedAndNothingElse() {
    PreparedClips shuffled = prepared.withShuffledLabels(1);
    assertThat(shuffled.ids()).isEqualTo(prepared.ids());
    assertThat(labels(shuffled))
        .isNotEqualTo(labels(prepared))
        .containsExactlyInAnyOrderElementsOf(labels(prepared))
        .isEqualTo(labels(prepared.withShuffledLabels(1)))
        .isNotEqualTo(labels(prepared.withShuffledLabels(2)));
    for (int i = 0; i < clips.size(); i++) {
      assertThat(shuffled.clips().get(i).logMel(0)).isSameAs(prepared.clips().get(i).logMel(0));
    }
  }

  @Test
  void fingerprintIsThatOfClipsAndLabels() {
    assertThat(prepared.ofClips(Set.copyOf(prepared.ids())).fingerprint())
        .isEqualTo(prepared.fingerprint());
    assertThat(prepared.withShuffledLabels(1).fingerprint()).isNotEqualTo(prepared.fingerprint());
    assertThat(prepared.ofSpeakers(Set.of("own_s1")).fingerprint())
        .isNotEqualTo(prepared.fingerprint());
  }

  private static List<Emotion> labels(PreparedClips some) {
    return some.clips().stream().map(TrainingClip::emotion).toList();
  }
}
