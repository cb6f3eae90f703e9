// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.graphics.Rect;
import android.view.KeyEvent;
import android.view.MotionEvent;
import androidx.annotation.Nullable;
import androidx.core.view.ViewCompat;

/**
 * How a timeline is reached: one that can be zoomed by fingers, keyboard and TalkBack, span by span; a
 * live strip by none of them, but TalkBack is told its last span. Main thread only.
 */
final class TimelineInteraction {
  private static final double ZOOM_STEP = 1.5;

  private final TimelineView view;
  private final TimelineContent content;

  /** These two are null for a live strip. */
  private final TimelineGestures gestures;

  private final TimelineTouchHelper access;

  /** Takes over what TalkBack knows of the view. */
  TimelineInteraction(
      TimelineView view,
      TimelineContent content,
      TimelineViewport viewport,
      TimelinePainter painter) {
    this.view = view;
    this.content = content;
    boolean live = viewport.isLive();
    gestures = live ? null : new TimelineGestures(view, viewport);
    access = live ? null : new TimelineTouchHelper(view, content, viewport, painter);
    ViewCompat.setAccessibilityDelegate(view, access);
  }

  /** Tells TalkBack that spans came, went or moved. */
  void changed() {
    if (access != null) {
      access.invalidateRoot();
    } else {
      describeLive();
    }
  }

  private void describeLive() {
    String text = SpanText.ofLast(view.getContext(), content.spans());
    if (!text.contentEquals(String.valueOf(view.getContentDescription()))) {
      view.setContentDescription(text);
    }
  }

  /** Returns whether the touch was one for the timeline, as all that return a boolean here. */
  boolean onTouchEvent(MotionEvent event) {
    return gestures != null && gestures.onTouchEvent(event);
  }

  /** Goes on with a fling. */
  void computeScroll() {
    if (gestures != null) {
      gestures.computeScroll();
    }
  }

  boolean dispatchHoverEvent(MotionEvent event) {
    return access != null && access.dispatchHoverEvent(event);
  }

  boolean dispatchKeyEvent(KeyEvent event) {
    return access != null && access.dispatchKeyEvent(event);
  }

  /** Zooms by + and -. */
  boolean onKeyDown(int code) {
    boolean in = code == KeyEvent.KEYCODE_PLUS || code == KeyEvent.KEYCODE_EQUALS;
    if (gestures == null || !(in || code == KeyEvent.KEYCODE_MINUS)) {
      return false;
    }
    view.zoom(in ? ZOOM_STEP : 1 / ZOOM_STEP);
    return true;
  }

  void onFocusChanged(boolean gained, int direction, @Nullable Rect previous) {
    if (access != null) {
      access.onFocusChanged(gained, direction, previous);
    }
  }
}
