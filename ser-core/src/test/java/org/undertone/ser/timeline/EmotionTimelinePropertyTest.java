// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.ser.Emotion;

/** What must hold for every sequence of verdicts, on sequences drawn from a seed. */
class EmotionTimelinePropertyTest {
  private static final double MINIMUM = 1;

  private final List<Segment> segments = new ArrayList<>();
  private final EmotionTimeline timeline = new EmotionTimeline(segments::add, MINIMUM);

  private static List<Verdict> verdicts(Random random) {
    List<Verdict> verdicts = new ArrayList<>();
    double window = 0.2 + 3 * random.nextDouble();
    double end = 5 * random.nextDouble() + window;
    for (int i = 1 + random.nextInt(200); i > 0; i--) {
      double start = end - window;
      Emotion emotion = Emotion.values()[random.nextInt(2)];
      switch (random.nextInt(4)) {
        case 0 -> verdicts.add(Verdict.noSpeech(start, end, 0));
        case 1 -> verdicts.add(Synthetic.unsure(start, end, Synthetic.random(random)));
        default -> verdicts.add(Synthetic.emotion(start, end, emotion));
      }
      // Hops from none to 1.2 s, now and then a gap longer than any window.
      end += random.nextInt(30) == 0 ? 6 * random.nextDouble() : 0.3 * random.nextInt(5);
    }
    return verdicts;
  }

  private static void assertCovers(List<Segment> segments, double start, double end) {
    double time = start;
    for (Segment segment : segments) {
      assertThat(segment.startSeconds()).isEqualTo(time);
      time = segment.endSeconds();
    }
    assertThat(time).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void coversAllTimeWithSegmentsThatDifferAndLast(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      EmotionTimelinePropertyTest one = new EmotionTimelinePropertyTest();
      one.check(verdicts(random));
    }
  }

  private void check(List<Verdict> verdicts) {
    double start = verdicts.get(0).startSeconds();
    for (Verdict verdict : verdicts) {
      timeline.add(verdict);
      List<Segment> soFar = new ArrayList<>(segments);
      soFar.add(timeline.open().orElseThrow());
      assertCovers(soFar, start, verdict.endSeconds());
    }
    TimeShares before = timeline.shares();
    timeline.finish();

    double end = verdicts.get(verdicts.size() - 1).endSeconds();
    assertCovers(segments, start, end);
    assertThat(segments.stream().mapToInt(Segment::verdicts).sum()).isEqualTo(verdicts.size());
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (segments.size() > 1) {
        assertThat(segment.durationSeconds()).isGreaterThanOrEqualTo(MINIMUM);
      }
      if (i > 0) {
        Segment last = segments.get(i - 1);
        assertThat(segment.state() == last.state() && segment.emotion() == last.emotion())
            .isFalse();
      }
    }
    assertThat(before.totalSeconds()).isCloseTo(end - start, within(1e-9));
    assertThat(timeline.shares().totalSeconds()).isEqualTo(before.totalSeconds());
  }
}
