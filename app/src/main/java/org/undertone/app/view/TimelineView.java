// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Rect;
import android.os.Bundle;
import android.os.Parcelable;
import android.util.AttributeSet;
import android.view.KeyEvent;
import android.view.MotionEvent;
import android.view.View;
import androidx.annotation.Nullable;
import androidx.core.os.BundleCompat;
import java.util.List;

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

  private final Look look;
  private final TimelineContent content = new TimelineContent();
  private TimelineViewport viewport = TimelineViewport.whole();
  private TimelinePainter painter;
  private TimelineInteraction interaction;
  private OnSpanClickListener listener;
  private SavedViewport saved;

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
    interaction = new TimelineInteraction(this, content, viewport, painter);
    requestLayout();
    invalidate();
  }

  /**
   * Sets the blocks, in order of time, and how long everything is, seconds of audio. Cheap enough for
   * every verdict.
   */
  public void setSpans(List<TimelineSpan> newSpans, double totalSeconds) {
    if (content.spans().equals(newSpans) && viewport.totalSeconds() == totalSeconds) {
      return;
    }
    content.setSpans(newSpans);
    viewport.setTotalSeconds(totalSeconds);
    if (saved != null && totalSeconds > 0) {
      saved.restore(viewport);
      saved = null;
    }
    changed();
  }

  /** Sets the markers. */
  public void setMarkers(List<TimelineMarker> newMarkers) {
    content.setMarkers(newMarkers);
    changed();
  }

  /** Sets the point that is played, seconds of audio, and keeps it in view; NaN for none. */
  public void setPlayhead(double seconds) {
    content.setPlayhead(seconds);
    if (!Double.isNaN(seconds) && !viewport.isWhole() && !viewport.isLive()) {
      viewport.reveal(seconds, seconds);
    }
    invalidate();
  }

  /** Frames the span with this id, and scrolls to it. */
  public void setSelected(long id) {
    content.select(id);
    for (TimelineSpan span : content.spans()) {
      if (content.isSelected(span) && !viewport.isLive()) {
        viewport.reveal(span.startSeconds(), span.endSeconds());
      }
    }
    changed();
  }

  /** Frames no span any more. */
  public void clearSelected() {
    content.clearSelection();
    changed();
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
    interaction.changed();
  }

  List<TimelineSpan> spans() {
    return content.spans();
  }

  boolean isVisible(TimelineSpan span) {
    return viewport.shows(span);
  }

  boolean isClickableSpans() {
    return listener != null;
  }

  /** Returns the place in {@link #spans()} of what is at a pixel, or -1. */
  int indexAt(float x) {
    return content.indexAt(viewport.secondsAt(x));
  }

  /** Tells the listener of a tap on a span; at its start where no place was tapped. */
  boolean click(int index, double atSeconds) {
    if (listener == null || index < 0 || index >= spans().size()) {
      return false;
    }
    playSoundEffect(android.view.SoundEffectConstants.CLICK);
    TimelineSpan span = spans().get(index);
    listener.onSpanClick(span, Double.isNaN(atSeconds) ? span.startSeconds() : atSeconds);
    return true;
  }

  @Override
  public boolean canScrollHorizontally(int direction) {
    return viewport.canScroll(direction);
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
    painter.draw(canvas, content, getPaddingTop());
  }

  @Override
  public boolean onTouchEvent(MotionEvent event) {
    return interaction.onTouchEvent(event) || super.onTouchEvent(event);
  }

  @Override
  public void computeScroll() {
    interaction.computeScroll();
  }

  @Override
  protected boolean dispatchHoverEvent(MotionEvent event) {
    return interaction.dispatchHoverEvent(event) || super.dispatchHoverEvent(event);
  }

  @Override
  public boolean dispatchKeyEvent(KeyEvent event) {
    return interaction.dispatchKeyEvent(event) || super.dispatchKeyEvent(event);
  }

  @Override
  public boolean onKeyDown(int code, KeyEvent event) {
    return interaction.onKeyDown(code) || super.onKeyDown(code, event);
  }

  @Override
  protected void onFocusChanged(boolean gained, int direction, @Nullable Rect previous) {
    super.onFocusChanged(gained, direction, previous);
    interaction.onFocusChanged(gained, direction, previous);
  }

  @Override
  protected Parcelable onSaveInstanceState() {
    Bundle state = new Bundle();
    state.putParcelable(STATE_VIEW, super.onSaveInstanceState());
    SavedViewport.save(viewport, state);
    return state;
  }

  @Override
  protected void onRestoreInstanceState(Parcelable parcelable) {
    Bundle state = (Bundle) parcelable;
    super.onRestoreInstanceState(BundleCompat.getParcelable(state, STATE_VIEW, Parcelable.class));
    saved = SavedViewport.of(state);
  }
}
