// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Context;
import android.view.ContextThemeWrapper;
import android.view.KeyEvent;
import android.view.View;
import android.view.View.MeasureSpec;
import android.view.accessibility.AccessibilityNodeInfo;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;
import org.undertone.app.R;
import org.undertone.ser.Emotion;

/** Where the blocks of a timeline lie, and who can reach them. */
@RunWith(AndroidJUnit4.class)
public class TimelineViewTest {
  private static final int WIDTH = 1000;

  private final List<Long> clicked = new ArrayList<>();
  private final List<Double> times = new ArrayList<>();

  private static TimelineSpan span(long id, double from, double to, Emotion emotion) {
    return new TimelineSpan(id, from, to, EmotionStyle.of(emotion), 0.71f, false);
  }

  private TimelineView view() {
    Context context =
        new ContextThemeWrapper(
            ApplicationProvider.<Context>getApplicationContext(), R.style.Theme_Undertone);
    TimelineView view = new TimelineView(context, null);
    view.setLayoutDirection(context.getResources().getConfiguration().getLayoutDirection());
    view.setSpans(
        List.of(
            span(1, 0, 40, Emotion.NEUTRAL),
            span(2, 40, 60, Emotion.ANGRY),
            span(3, 60, 100, Emotion.SAD)),
        100);
    view.setOnSpanClickListener(
        (span, at) -> {
          clicked.add(span.id());
          times.add(at);
        });
    view.measure(
        MeasureSpec.makeMeasureSpec(WIDTH, MeasureSpec.EXACTLY),
        MeasureSpec.makeMeasureSpec(0, MeasureSpec.UNSPECIFIED));
    view.layout(0, 0, WIDTH, view.getMeasuredHeight());
    return view;
  }

  private static AccessibilityNodeInfo node(TimelineView view, int id) {
    return view.getAccessibilityNodeProvider().createAccessibilityNodeInfo(id);
  }

  @Test
  public void blocksAreDrawnToScale() {
    TimelineView view = view();
    assertThat(view.indexAt(WIDTH * 0.3f)).isEqualTo(0);
    assertThat(view.indexAt(WIDTH * 0.5f)).isEqualTo(1);
    assertThat(view.indexAt(WIDTH * 0.7f)).isEqualTo(2);
    assertThat(view.getMeasuredHeight()).isGreaterThan(48);
  }

  @Test
  public void timeRunsFromTheStartOfTheLine() {
    RuntimeEnvironment.setQualifiers("+ar-ldrtl");
    TimelineView view = view();
    assertThat(view.indexAt(WIDTH * 0.7f)).isEqualTo(0);
    assertThat(view.indexAt(WIDTH * 0.3f)).isEqualTo(2);
  }

  @Test
  public void talkBackHearsEachSegmentInWordsAndCanOpenIt() {
    TimelineView view = view();
    assertThat(node(view, 1).getContentDescription().toString())
        .isEqualTo("Angry, 0:40 to 1:00, 71%");
    assertThat(node(view, 1).isClickable()).isTrue();
    assertThat(
            view.getAccessibilityNodeProvider()
                .performAction(1, AccessibilityNodeInfo.ACTION_CLICK, null))
        .isTrue();
    assertThat(clicked).containsExactly(2L);
    assertThat(times).containsExactly(40.0);
    assertThat(node(view, View.NO_ID).getContentDescription().toString())
        .isEqualTo("Timeline with 3 segments");
  }

  @Test
  public void zoomedItShowsAPartAndScrollsToTheRest() {
    TimelineView view = view();
    assertThat(view.canScrollHorizontally(1)).isFalse();
    view.zoom(4);
    assertThat(view.isVisible(view.spans().get(0))).isTrue();
    assertThat(view.indexAt(0)).isEqualTo(0);
    assertThat(view.indexAt(WIDTH - 1)).isEqualTo(2);
    assertThat(view.canScrollHorizontally(1)).isTrue();
    view.setSelected(3);
    assertThat(view.isVisible(view.spans().get(0))).isFalse();
    assertThat(view.onKeyDown(KeyEvent.KEYCODE_MINUS, new KeyEvent(0, 0))).isTrue();
    view.zoom(0.01);
    assertThat(view.canScrollHorizontally(1)).isFalse();
    assertThat(view.canScrollHorizontally(-1)).isFalse();
  }

  @Test
  public void aCorrectionIsSaidAsOne() {
    TimelineSpan corrected = new TimelineSpan(1, 12, 20, EmotionStyle.of(Emotion.HAPPY), 0, true);
    assertThat(SpanText.of(view().getContext(), corrected))
        .isEqualTo("Happy, 0:12 to 0:20, corrected by you");
  }
}
