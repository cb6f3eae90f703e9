// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class WindowEndsTest {
  private static final int FRAMES = 300;

  @Test
  void endsAnywhereAfterEnoughSpeech() {
    // A second of 100 frames; the window of 96 forgets what lies further back.
    SortedSet<Integer> ends = drawn(new WindowEnds(96, 20, 0), speech(50, 150));
    assertThat(ends.first()).isEqualTo(70);
    assertThat(ends.last()).isEqualTo(226);
    assertThat(ends).hasSize(157);
  }

  @Test
  void holdsNearlyAllTheSpeechThatAWindowCan() {
    SortedSet<Integer> ends = drawn(new WindowEnds(96, 20, 1), speech(50, 110));
    // 51 of 60 frames.
    assertThat(ends.first()).isEqualTo(101);
    assertThat(ends.last()).isEqualTo(155);
  }

  @Test
  void takesTheLastEndWithTheMostWhereNoneHasEnough() {
    assertThat(drawn(new WindowEnds(96, 20, 0), speech(50, 60))).containsExactly(146);
  }

  @Test
  void takesTheEndOfAClipWithoutSpeech() {
    assertThat(drawn(new WindowEnds(96, 20, 0), speech(0, 0))).containsExactly(FRAMES);
    assertThat(drawn(new WindowEnds(96, 20, 1), speech(0, 0))).containsExactly(FRAMES);
  }

  private static SortedSet<Integer> drawn(WindowEnds windowEnds, boolean[] speech) {
    SortedSet<Integer> ends = new TreeSet<>();
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      ends.add(windowEnds.draw(speech, random));
    }
    return ends;
  }

  private static boolean[] speech(int from, int to) {
    boolean[] speech = new boolean[FRAMES];
    Arrays.fill(speech, from, to, true);
    return speech;
  }
}
