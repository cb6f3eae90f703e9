// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.view.GestureDetector;
import android.view.MotionEvent;
import android.view.ScaleGestureDetector;
import android.widget.OverScroller;
import androidx.annotation.NonNull;

/** Fingers on a timeline: pinch and double tap zoom, drags and flings scroll, a tap hits a span. */
final class TimelineGestures {
  private static final double DOUBLE_TAP_ZOOM = 2;
  private static final int FAR = 1 << 24;

  private final TimelineView view;
  private final TimelineViewport viewport;
  private final GestureDetector taps;
  private final ScaleGestureDetector pinches;
  private final OverScroller scroller;
  private int flung;

  TimelineGestures(TimelineView view, TimelineViewport viewport) {
    this.view = view;
    this.viewport = viewport;
    scroller = new OverScroller(view.getContext());
    taps = new GestureDetector(view.getContext(), new Taps());
    pinches = new ScaleGestureDetector(view.getContext(), new Pinches());
  }

  boolean onTouchEvent(MotionEvent event) {
    boolean pinched = pinches.onTouchEvent(event);
    return taps.onTouchEvent(event) || pinched;
  }

  /** Goes on with a fling. */
  void computeScroll() {
    if (scroller.computeScrollOffset()) {
      scrollBy(scroller.getCurrX() - flung);
      flung = scroller.getCurrX();
      view.postInvalidateOnAnimation();
    }
  }

  private void scrollBy(float dx) {
    viewport.scroll(dx);
    view.changed();
  }

  private final class Taps extends GestureDetector.SimpleOnGestureListener {
    @Override
    public boolean onDown(@NonNull MotionEvent event) {
      scroller.forceFinished(true);
      return true;
    }

    @Override
    public boolean onSingleTapConfirmed(@NonNull MotionEvent event) {
      return view.click(view.indexAt(event.getX()), viewport.secondsAt(event.getX()));
    }

    @Override
    public boolean onDoubleTap(@NonNull MotionEvent event) {
      viewport.zoom(DOUBLE_TAP_ZOOM, event.getX());
      view.changed();
      return true;
    }

    @Override
    public boolean onScroll(MotionEvent first, @NonNull MotionEvent now, float dx, float dy) {
      if (!viewport.canScroll(dx > 0 ? 1 : -1)) {
        return false;
      }
      view.getParent().requestDisallowInterceptTouchEvent(Math.abs(dx) > Math.abs(dy));
      scrollBy(dx);
      return true;
    }

    @Override
    public boolean onFling(MotionEvent first, @NonNull MotionEvent now, float vx, float vy) {
      flung = 0;
      scroller.fling(0, 0, (int) -vx, 0, -FAR, FAR, 0, 0);
      view.postInvalidateOnAnimation();
      return true;
    }
  }

  private final class Pinches extends ScaleGestureDetector.SimpleOnScaleGestureListener {
    @Override
    public boolean onScaleBegin(@NonNull ScaleGestureDetector detector) {
      view.getParent().requestDisallowInterceptTouchEvent(true);
      return true;
    }

    @Override
    public boolean onScale(@NonNull ScaleGestureDetector detector) {
      viewport.zoom(detector.getScaleFactor(), detector.getFocusX());
      view.changed();
      return true;
    }
  }
}
