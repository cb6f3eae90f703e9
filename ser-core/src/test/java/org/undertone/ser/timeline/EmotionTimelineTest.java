// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;

class EmotionTimelineTest {
  private final List<Segment> segments = new ArrayList<>();
  private final EmotionTimeline timeline = new EmotionTimeline(segments::add, 1);

  /** Adds verdicts of 3 s windows that end at these times, all with this emotion. */
  private void add(Emotion emotion, double... ends) {
    for (double end : ends) {
      timeline.add(Synthetic.emotion(end - 3, end, emotion));
    }
  }

  private static void assertSegment(Segment segment, double start, double end, Emotion emotion) {
    assertThat(segment.startSeconds()).isCloseTo(start, within(1e-9));
    assertThat(segment.endSeconds()).isCloseTo(end, within(1e-9));
    assertThat(segment.emotion()).isEqualTo(emotion);
  }

  @Test
  void firstVerdictLabelsItsWindowAndLaterOnesTheirHop() {
    add(Emotion.SAD, 3, 4, 5);
    add(Emotion.CALM, 6, 7);
    timeline.finish();

    assertThat(segments).hasSize(2);
    assertSegment(segments.get(0), 0, 5, Emotion.SAD);
    assertSegment(segments.get(1), 5, 7, Emotion.CALM);
    assertThat(segments.get(0).verdicts()).isEqualTo(3);
    assertThat(segments.get(0).confidence()).isCloseTo(0.8f, within(1e-6f));
    assertThat(segments.get(1).durationSeconds()).isEqualTo(2);
  }

  @Test
  void startsWhereTheFirstWindowStarts() {
    add(Emotion.SAD, 10);
    timeline.finish();

    assertSegment(segments.get(0), 7, 10, Emotion.SAD);
  }

  @Test
  void deliversASegmentOnceTheNextHasLasted() {
    add(Emotion.SAD, 3, 3.5);
    add(Emotion.CALM, 4);
    assertThat(segments).isEmpty();
    add(Emotion.CALM, 4.5);
    assertThat(segments).hasSize(1);
    assertSegment(segments.get(0), 0, 3.5, Emotion.SAD);
    assertSegment(timeline.open().orElseThrow(), 3.5, 4.5, Emotion.CALM);
    timeline.finish();
    timeline.finish();
    assertThat(segments).hasSize(2);
    assertThat(timeline.open()).isEmpty();
  }

  @Test
  void flickerMergesIntoTheSegmentBefore() {
    add(Emotion.SAD, 3, 3.5);
    add(Emotion.CALM, 4);
    add(Emotion.SAD, 4.5, 5);
    add(Emotion.ANGRY, 5.5);
    add(Emotion.CALM, 6, 6.5);
    timeline.finish();

    assertThat(segments).hasSize(2);
    assertSegment(segments.get(0), 0, 5.5, Emotion.SAD);
    assertSegment(segments.get(1), 5.5, 6.5, Emotion.CALM);
    assertThat(segments.get(0).verdicts()).isEqualTo(6);
    // Four windows at 0.8, two at 0.2 / 7: the merged ones count.
    assertThat(segments.get(0).confidence()).isCloseTo((3.2f + 0.4f / 7) / 6, within(1e-5f));
  }

  @Test
  void shortFirstRunMergesIntoTheSegmentAfter() {
    timeline.add(Synthetic.emotion(0, 0.5, Emotion.SAD));
    timeline.add(Synthetic.emotion(0, 1, Emotion.CALM));
    timeline.add(Synthetic.emotion(0, 1.5, Emotion.CALM));
    timeline.finish();

    assertThat(segments).hasSize(1);
    assertSegment(segments.get(0), 0, 1.5, Emotion.CALM);
  }

  @Test
  void shortLastRunMergesIntoTheSegmentBefore() {
    add(Emotion.SAD, 3);
    add(Emotion.CALM, 3.5);
    assertSegment(timeline.open().orElseThrow(), 0, 3.5, Emotion.SAD);
    timeline.finish();

    assertThat(segments).hasSize(1);
    assertSegment(segments.get(0), 0, 3.5, Emotion.SAD);
  }

  @Test
  void timeThatNobodyListenedToIsNoSpeech() {
    add(Emotion.SAD, 3, 20);
    timeline.finish();

    assertThat(segments).hasSize(3);
    assertSegment(segments.get(0), 0, 3, Emotion.SAD);
    assertSegment(segments.get(1), 3, 17, null);
    assertThat(segments.get(1).state()).isEqualTo(Verdict.State.NO_SPEECH);
    assertThat(segments.get(1).verdicts()).isZero();
    assertSegment(segments.get(2), 17, 20, Emotion.SAD);
  }

  @Test
  void separatesNoSpeechAndUnsure() {
    add(Emotion.SAD, 3);
    timeline.add(Verdict.noSpeech(1, 4, 0));
    timeline.add(Verdict.noSpeech(2, 5, 0));
    timeline.add(Synthetic.unsure(3, 6, Synthetic.peak(Emotion.SAD, 0.2)));
    TimeShares before = timeline.shares();
    timeline.finish();
    TimeShares shares = timeline.shares();

    assertThat(segments)
        .extracting(Segment::state)
        .containsExactly(Verdict.State.EMOTION, Verdict.State.NO_SPEECH, Verdict.State.UNSURE);
    assertThat(segments.get(1).meanScores()).isNull();
    assertThat(segments.get(1).confidence()).isZero();
    assertThat(segments.get(2).meanScores().best()).isEqualTo(Emotion.SAD);
    for (TimeShares each : List.of(before, shares)) {
      assertThat(each.seconds(Emotion.SAD)).isEqualTo(3);
      assertThat(each.seconds(Emotion.CALM)).isZero();
      assertThat(each.noSpeechSeconds()).isEqualTo(2);
      assertThat(each.unsureSeconds()).isEqualTo(1);
      assertThat(each.speechSeconds()).isEqualTo(4);
      assertThat(each.totalSeconds()).isEqualTo(6);
    }
  }

  @Test
  void refusesTimeThatGoesBackwardsAndVerdictsAfterTheEnd() {
    add(Emotion.SAD, 5);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> add(Emotion.SAD, 4))
        .withMessageContaining("4.0");
    timeline.finish();
    assertThat(segments).hasSize(1);
    assertThatThrownBy(() -> add(Emotion.SAD, 6)).isInstanceOf(IllegalStateException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> new EmotionTimeline(segments::add, 0));
  }

  @Test
  void withoutVerdictsThereIsNothing() {
    timeline.finish();

    assertThat(segments).isEmpty();
    assertThat(timeline.shares().totalSeconds()).isZero();
  }
}
