// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Rect;
import android.graphics.RectF;
import android.os.Bundle;
import android.os.Parcelable;
import android.util.AttributeSet;
import android.view.KeyEvent;
import android.view.MotionEvent;
import android.view.View;
import androidx.annotation.Nullable;
import androidx.core.os.BundleCompat;
import androidx.core.view.ViewCompat;
import java.util.List;
import org.undertone.app.R;

/**
 * What was heard, drawn to scale over time: blocks with colour and shape, markers, an axis. As a {@link
 * #showLive live strip} it shows the last seconds and scrolls by itself; {@link #showWhole whole}, it
 * is zoomed by pinching, double tap or + and -, scrolled, and its segments can be tapped, or walked
 * through by keyboard and TalkBack. Main thread only.
 */
public final class TimelineView extends View {
  /** Told of taps. */
  public interface OnSpanClickListener {
    /** A span was tapped at a time, seconds of audio. */
    void onSpanClick(TimelineSpan span, double atSeconds);
  }

  private static final String STATE_VIEW = "view";
  private static final String STATE_START = "start";
  private static final String STATE_LENGTH = "length";
  private static final long NONE = Long.MIN_VALUE;
  private static final double ZOOM_STEP = 1.5;

  private final Look look;
  private final RectF scratch = new RectF();
  private TimelineViewport viewport = TimelineViewport.whole();
  private TimelinePainter painter;
  private TimelineGestures gestures;
  private TimelineTouchHelper access;
  private List<TimelineSpan> spans = List.of();
  private List<TimelineMarker> markers = List.of();
  private double playhead = Double.NaN;
  private long selected = NONE;
  private OnSpanClickListener listener;
  private double[] restored;

  /** Makes the view, as layouts do. */
  public TimelineView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    look = new Look(context);
    use(viewport);
    setFocusable(true);
  }

  /** Shows the last seconds of what grows, from the start while there is less. */
  public void showLive(double lastSeconds) {
    use(TimelineViewport.live(lastSeconds));
  }

  /** Shows everything, to be zoomed and scrolled; so it is from the beginning. */
  public void showWhole() {
    use(TimelineViewport.whole());
  }

  private void use(TimelineViewport newViewport) {
    newViewport.setTotalSeconds(viewport.totalSeconds());
    viewport = newViewport;
    painter = new TimelinePainter(look, viewport);
    gestures = viewport.isLive() ? null : new TimelineGestures(this, viewport);
    access = viewport.isLive() ? null : new TimelineTouchHelper(this);
    ViewCompat.setAccessibilityDelegate(this, access);
    requestLayout();
    invalidate();
  }

  /**
   * Sets the blocks, in order of time, and how long everything is, seconds of audio. Cheap enough for
   * every verdict.
   */
  public void setSpans(List<TimelineSpan> newSpans, double totalSeconds) {
    if (spans.equals(newSpans) && viewport.totalSeconds() == totalSeconds) {
      return;
    }
    spans = List.copyOf(newSpans);
    viewport.setTotalSeconds(totalSeconds);
    if (restored != null && totalSeconds > 0) {
      viewport.show(restored[0], restored[1]);
      restored = null;
    }
    changed();
  }

  /** Sets the markers. */
  public void setMarkers(List<TimelineMarker> newMarkers) {
    markers = List.copyOf(newMarkers);
    changed();
  }

  /** Sets the point that is played, seconds of audio, and keeps it in view; NaN for none. */
  public void setPlayhead(double seconds) {
    playhead = seconds;
    if (!Double.isNaN(seconds) && !viewport.isWhole() && !viewport.isLive()) {
      viewport.reveal(seconds, seconds);
    }
    invalidate();
  }

  /** Frames the span with this id, and scrolls to it. */
  public void setSelected(long id) {
    selected = id;
    for (TimelineSpan span : spans) {
      if (span.id() == id && !viewport.isLive()) {
        viewport.reveal(span.startSeconds(), span.endSeconds());
      }
    }
    changed();
  }

  /** Frames no span any more. */
  public void clearSelected() {
    setSelected(NONE);
  }

  /** Sets who is told of taps. */
  public void setOnSpanClickListener(OnSpanClickListener newListener) {
    listener = newListener;
  }

  /** Zooms in by a factor, out below 1, about the middle. */
  public void zoom(double factor) {
    viewport.zoom(factor, getWidth() / 2f);
    changed();
  }

  /** Draws again, and tells TalkBack that blocks came, went or moved. */
  void changed() {
    invalidate();
    if (access != null) {
      access.invalidateRoot();
    } else {
      describeLive();
    }
  }

  private void describeLive() {
    CharSequence now =
        spans.isEmpty()
            ? getContext().getString(R.string.timeline_empty)
            : SpanText.of(getContext(), spans.get(spans.size() - 1));
    String text = getContext().getString(R.string.timeline_live, now);
    if (!text.contentEquals(String.valueOf(getContentDescription()))) {
      setContentDescription(text);
    }
  }

  List<TimelineSpan> spans() {
    return spans;
  }

  boolean isVisible(TimelineSpan span) {
    return span.endSeconds() > viewport.startSeconds()
        && span.startSeconds() < viewport.endSeconds();
  }

  boolean isSelected(TimelineSpan span) {
    return span.id() == selected;
  }

  boolean isClickableSpans() {
    return listener != null;
  }

  /** Puts where a span is into a rectangle, px in this view. */
  void place(TimelineSpan span, Rect into) {
    painter.place(span, getPaddingTop(), scratch);
    scratch.roundOut(into);
  }

  /** Returns the place in {@link #spans()} of what is at a pixel, or -1. */
  int indexAt(float x) {
    double at = viewport.secondsAt(x);
    for (int i = 0; i < spans.size(); i++) {
      if (at >= spans.get(i).startSeconds() && at < spans.get(i).endSeconds()) {
        return i;
      }
    }
    return -1;
  }

  /** Tells the listener of a tap on a span; at its start where no place was tapped. */
  boolean click(int index, double atSeconds) {
    if (listener == null || index < 0 || index >= spans.size()) {
      return false;
    }
    playSoundEffect(android.view.SoundEffectConstants.CLICK);
    TimelineSpan span = spans.get(index);
    listener.onSpanClick(span, Double.isNaN(atSeconds) ? span.startSeconds() : atSeconds);
    return true;
  }

  @Override
  public boolean canScrollHorizontally(int direction) {
    return viewport.canScroll(direction);
  }

  /** Scrolls by a share of what is seen, later in time above 0. */
  boolean page(double share) {
    double before = viewport.startSeconds();
    viewport.show(before + share * viewport.lengthSeconds(), viewport.lengthSeconds());
    changed();
    return viewport.startSeconds() != before;
  }

  @Override
  protected void onMeasure(int widthSpec, int heightSpec) {
    int height = (int) Math.ceil(painter.height()) + getPaddingTop() + getPaddingBottom();
    setMeasuredDimension(
        getDefaultSize(getSuggestedMinimumWidth(), widthSpec), resolveSize(height, heightSpec));
  }

  @Override
  protected void onLayout(boolean moved, int left, int top, int right, int bottom) {
    // By now direction and padding are known; asking earlier would resolve them too soon.
    placeViewport();
    changed();
  }

  private void placeViewport() {
    float inset = painter.inset();
    viewport.setBounds(
        getPaddingLeft() + inset,
        getWidth() - getPaddingLeft() - getPaddingRight() - 2 * inset,
        getLayoutDirection() == LAYOUT_DIRECTION_RTL);
  }

  @Override
  protected void onDraw(Canvas canvas) {
    float top = getPaddingTop();
    painter.drawGround(canvas, top);
    TimelineSpan framed = null;
    for (TimelineSpan span : spans) {
      if (isVisible(span)) {
        painter.drawSpan(canvas, span, top, false);
        framed = isSelected(span) ? span : framed;
      }
    }
    if (framed != null) {
      painter.drawSpan(canvas, framed, top, true);
    }
    painter.drawAxis(canvas, top);
    painter.drawMarkers(canvas, markers, top);
    if (playhead >= viewport.startSeconds() && playhead <= viewport.endSeconds()) {
      painter.drawPlayhead(canvas, playhead, top);
    }
  }

  @Override
  public boolean onTouchEvent(MotionEvent event) {
    return (gestures != null && gestures.onTouchEvent(event)) || super.onTouchEvent(event);
  }

  @Override
  public void computeScroll() {
    if (gestures != null) {
      gestures.computeScroll();
    }
  }

  @Override
  protected boolean dispatchHoverEvent(MotionEvent event) {
    return (access != null && access.dispatchHoverEvent(event)) || super.dispatchHoverEvent(event);
  }

  @Override
  public boolean dispatchKeyEvent(KeyEvent event) {
    return (access != null && access.dispatchKeyEvent(event)) || super.dispatchKeyEvent(event);
  }

  @Override
  public boolean onKeyDown(int code, KeyEvent event) {
    boolean in = code == KeyEvent.KEYCODE_PLUS || code == KeyEvent.KEYCODE_EQUALS;
    if (viewport.isLive() || !(in || code == KeyEvent.KEYCODE_MINUS)) {
      return super.onKeyDown(code, event);
    }
    zoom(in ? ZOOM_STEP : 1 / ZOOM_STEP);
    return true;
  }

  @Override
  protected void onFocusChanged(boolean gained, int direction, @Nullable Rect previous) {
    super.onFocusChanged(gained, direction, previous);
    if (access != null) {
      access.onFocusChanged(gained, direction, previous);
    }
  }

  @Override
  protected Parcelable onSaveInstanceState() {
    Bundle state = new Bundle();
    state.putParcelable(STATE_VIEW, super.onSaveInstanceState());
    if (!viewport.isLive() && !viewport.isWhole()) {
      state.putDouble(STATE_START, viewport.startSeconds());
      state.putDouble(STATE_LENGTH, viewport.lengthSeconds());
    }
    return state;
  }

  @Override
  protected void onRestoreInstanceState(Parcelable parcelable) {
    Bundle state = (Bundle) parcelable;
    super.onRestoreInstanceState(BundleCompat.getParcelable(state, STATE_VIEW, Parcelable.class));
    if (state.containsKey(STATE_START)) {
      restored = new double[] {state.getDouble(STATE_START), state.getDouble(STATE_LENGTH)};
    }
  }
}
