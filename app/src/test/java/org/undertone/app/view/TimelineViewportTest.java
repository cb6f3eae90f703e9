// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.Test;

/** Time to pixels and back. */
public class TimelineViewportTest {
  private static final Offset<Double> EXACTLY = Offset.offset(1e-3);

  private static TimelineViewport whole(double seconds) {
    TimelineViewport viewport = TimelineViewport.whole();
    viewport.setBounds(10, 500, false);
    viewport.setTotalSeconds(seconds);
    return viewport;
  }

  @Test
  public void aLiveStripGrowsFromTheStartAndThenScrolls() {
    TimelineViewport viewport = TimelineViewport.live(60);
    viewport.setBounds(0, 600, false);
    viewport.setTotalSeconds(20);
    assertThat(viewport.startSeconds()).isZero();
    assertThat(viewport.xOf(20)).isEqualTo(200);
    viewport.setTotalSeconds(90);
    assertThat(viewport.startSeconds()).isEqualTo(30);
    assertThat(viewport.xOf(90)).isEqualTo(600);
  }

  @Test
  public void pixelsLeadBackToTheirTime() {
    TimelineViewport viewport = whole(100);
    viewport.zoom(3, 123);
    for (float x = 10; x <= 510; x += 50) {
      assertThat((double) viewport.xOf(viewport.secondsAt(x))).isCloseTo(x, EXACTLY);
    }
    viewport.setBounds(10, 500, true);
    assertThat(viewport.xOf(viewport.startSeconds())).isEqualTo(510);
    assertThat((double) viewport.xOf(viewport.secondsAt(77))).isCloseTo(77, EXACTLY);
  }

  @Test
  public void theTimeUnderThePinchStaysThere() {
    TimelineViewport viewport = whole(100);
    double before = viewport.secondsAt(200);
    viewport.zoom(2.5, 200);
    assertThat(viewport.secondsAt(200)).isCloseTo(before, EXACTLY);
    assertThat(viewport.lengthSeconds()).isCloseTo(40, EXACTLY);
  }

  @Test
  public void nothingBeyondTheEndsIsShown() {
    TimelineViewport viewport = whole(100);
    viewport.zoom(2, 260);
    viewport.scroll(1e6f);
    assertThat(viewport.endSeconds()).isCloseTo(100, EXACTLY);
    assertThat(viewport.canScroll(1)).isFalse();
    viewport.scroll(-1e6f);
    assertThat(viewport.startSeconds()).isZero();
    viewport.zoom(1e-3, 260);
    assertThat(viewport.isWhole()).isTrue();
    viewport.zoom(1e9, 260);
    assertThat(viewport.lengthSeconds()).isEqualTo(TimelineViewport.SHORTEST_SECONDS);
  }

  @Test
  public void ticksAreRoundAndFarEnoughApart() {
    assertThat(whole(100).tickSeconds(60)).isEqualTo(15);
    assertThat(whole(3 * 3600).tickSeconds(60)).isEqualTo(1800);
    assertThat(whole(100 * 3600).tickSeconds(60)).isEqualTo(12 * 3600);
    assertThat(whole(0).tickSeconds(60)).isEqualTo(1);
  }
}
