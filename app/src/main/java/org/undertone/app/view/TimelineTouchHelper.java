// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.graphics.Rect;
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

  TimelineTouchHelper(TimelineView view) {
    super(view);
    this.view = view;
  }

  @Override
  protected int getVirtualViewAt(float x, float y) {
    int index = view.indexAt(x);
    return index >= 0 ? index : HOST_ID;
  }

  @Override
  protected void getVisibleVirtualViews(List<Integer> ids) {
    List<TimelineSpan> spans = view.spans();
    for (int i = 0; i < spans.size(); i++) {
      if (view.isVisible(spans.get(i))) {
        ids.add(i);
      }
    }
  }

  @Override
  protected void onPopulateNodeForVirtualView(int id, @NonNull AccessibilityNodeInfoCompat node) {
    Rect bounds = new Rect(0, 0, 1, 1);
    List<TimelineSpan> spans = view.spans();
    if (id < spans.size()) {
      TimelineSpan span = spans.get(id);
      view.place(span, bounds);
      node.setContentDescription(SpanText.of(view.getContext(), span));
      node.setSelected(view.isSelected(span));
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
    int count = view.spans().size();
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
      return view.page(PAGE);
    }
    if (action == AccessibilityNodeInfoCompat.ACTION_SCROLL_BACKWARD) {
      return view.page(-PAGE);
    }
    return super.performAccessibilityAction(host, action, arguments);
  }

  @Override
  protected boolean onPerformActionForVirtualView(int id, int action, Bundle arguments) {
    return action == AccessibilityNodeInfoCompat.ACTION_CLICK && view.click(id, Double.NaN);
  }
}
