// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.graphics.Rect;
import android.graphics.RectF;
import android.os.Bundle;
import android.view.View;
import androidx.annotation.NonNull;
import androidx.core.view.accessibility.AccessibilityNodeInfoCompat;
import androidx.core.view.accessibility.AccessibilityNodeInfoCompat.AccessibilityActionCompat;
import androidx.customview.widget.ExploreByTouchHelper;
import java.util.List;
import org.undertone.app.R;

/** Makes each span of a timeline something that TalkBack and a keyboard can reach. */
final class TimelineTouchHelper extends ExploreByTouchHelper {
  private static final double PAGE = 0.8;

  private final TimelineView view;
  private final TimelineContent content;
  private final TimelineViewport viewport;
  private final TimelinePainter painter;
  private final RectF scratch = new RectF();

  TimelineTouchHelper(
      TimelineView view,
      TimelineContent content,
      TimelineViewport viewport,
      TimelinePainter painter) {
    super(view);
    this.view = view;
    this.content = content;
    this.viewport = viewport;
    this.painter = painter;
  }

  @Override
  protected int getVirtualViewAt(float x, float y) {
    int index = view.indexAt(x);
    return index >= 0 ? index : HOST_ID;
  }

  @Override
  protected void getVisibleVirtualViews(List<Integer> ids) {
    List<TimelineSpan> spans = content.spans();
    for (int i = 0; i < spans.size(); i++) {
      if (viewport.shows(spans.get(i))) {
        ids.add(i);
      }
    }
  }

  @Override
  protected void onPopulateNodeForVirtualView(int id, @NonNull AccessibilityNodeInfoCompat node) {
    Rect bounds = new Rect(0, 0, 1, 1);
    List<TimelineSpan> spans = content.spans();
    if (id < spans.size()) {
      TimelineSpan span = spans.get(id);
      painter.place(span, view.getPaddingTop(), scratch);
      scratch.roundOut(bounds);
      node.setContentDescription(SpanText.of(view.getContext(), span));
      node.setSelected(content.isSelected(span));
      if (view.isClickableSpans()) {
        node.setClickable(true);
        node.addAction(AccessibilityActionCompat.ACTION_CLICK);
      }
    } else {
      // A span that has just gone; the helper still needs some words.
      node.setContentDescription(view.getContext().getString(R.string.timeline_empty));
    }
    setBounds(node, bounds);
  }

  // The replacement wants coordinates on the screen, which this class's own caller computes anyway.
  @SuppressWarnings("deprecation")
  private static void setBounds(AccessibilityNodeInfoCompat node, Rect bounds) {
    node.setBoundsInParent(bounds);
  }

  @Override
  protected void onPopulateNodeForHost(@NonNull AccessibilityNodeInfoCompat node) {
    int count = content.spans().size();
    node.setContentDescription(
        view.getResources().getQuantityString(R.plurals.timeline_segments, count, count));
    boolean rtl = view.getLayoutDirection() == View.LAYOUT_DIRECTION_RTL;
    if (view.canScrollHorizontally(rtl ? -1 : 1)) {
      node.addAction(AccessibilityActionCompat.ACTION_SCROLL_FORWARD);
      node.setScrollable(true);
    }
    if (view.canScrollHorizontally(rtl ? 1 : -1)) {
      node.addAction(AccessibilityActionCompat.ACTION_SCROLL_BACKWARD);
      node.setScrollable(true);
    }
  }

  @Override
  public boolean performAccessibilityAction(@NonNull View host, int action, Bundle arguments) {
    if (action == AccessibilityNodeInfoCompat.ACTION_SCROLL_FORWARD) {
      return page(PAGE);
    }
    if (action == AccessibilityNodeInfoCompat.ACTION_SCROLL_BACKWARD) {
      return page(-PAGE);
    }
    return super.performAccessibilityAction(host, action, arguments);
  }

  private boolean page(double share) {
    boolean moved = viewport.page(share);
    view.changed();
    return moved;
  }

  @Override
  protected boolean onPerformActionForVirtualView(int id, int action, Bundle arguments) {
    return action == AccessibilityNodeInfoCompat.ACTION_CLICK && view.click(id, Double.NaN);
  }
}
