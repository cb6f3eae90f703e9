// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.content.res.Resources;
import android.text.Layout;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.ImageView;
import android.widget.TextView;
import androidx.appcompat.widget.Toolbar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What holds of every screen: large targets, whole words, and a name for every picture to be tapped. */
final class ScreenRules {
  private static final int TARGET_DP = 48;

  /** One line is left out where it would break the screen; TalkBack reads all of it. */
  private static final Set<String> MAY_BE_CUT =
      Set.of(
          "history_name",
          "navigation_bar_item_large_label_view",
          "navigation_bar_item_small_label_view");

  private final List<String> broken = new ArrayList<>();

  private ScreenRules() {}

  /** Returns what breaks a rule below a view that is laid out. */
  static List<String> brokenBy(View root) {
    ScreenRules rules = new ScreenRules();
    rules.walk(root);
    return rules.broken;
  }

  private void walk(View view) {
    if (view.getVisibility() != View.VISIBLE || view.getWidth() == 0 || view.getHeight() == 0) {
      return;
    }
    boolean selectable = view instanceof TextView words && words.isTextSelectable();
    if (view.isClickable() && !selectable) {
      checkTarget(view);
    }
    if (view instanceof TextView text && !(view instanceof EditText)) {
      checkText(text);
    }
    if (view instanceof ViewGroup group) {
      for (int i = 0; i < group.getChildCount(); i++) {
        walk(group.getChildAt(i));
      }
    }
  }

  private void checkTarget(View view) {
    float density = view.getResources().getDisplayMetrics().density;
    boolean delegated =
        view.getParent() instanceof View parent && parent.getTouchDelegate() != null;
    int width = Math.round(view.getWidth() / density);
    int height = Math.round(view.getHeight() / density);
    if (!delegated && Math.min(width, height) < TARGET_DP) {
      broken.add(name(view) + " is " + width + " x " + height + " dp to tap");
    }
    boolean wordless =
        view instanceof ImageView || (view instanceof TextView text && text.length() == 0);
    if (wordless
        && !(view instanceof EditText)
        && view.isImportantForAccessibility()
        && (view.getContentDescription() == null || view.getContentDescription().length() == 0)) {
      broken.add(name(view) + " has nothing for TalkBack to say");
    }
  }

  private void checkText(TextView view) {
    Layout layout = view.getLayout();
    boolean mayBeCut = view.getParent() instanceof Toolbar || MAY_BE_CUT.contains(name(view));
    if (layout == null || view.length() == 0 || mayBeCut) {
      return;
    }
    int last = layout.getLineCount() - 1;
    int room = view.getHeight() - view.getTotalPaddingTop() - view.getTotalPaddingBottom();
    if (layout.getEllipsisCount(last) > 0
        || layout.getLineEnd(last) < layout.getText().length()
        || layout.getHeight() > room + 1) {
      broken.add(name(view) + " is cut: \"" + view.getText() + "\"");
    }
    int wide = view.getWidth() - view.getTotalPaddingLeft() - view.getTotalPaddingRight();
    for (int line = 0; line <= last; line++) {
      if (layout.getLineMax(line) > wide + 1) {
        broken.add(name(view) + " is too wide: \"" + view.getText() + "\"");
        return;
      }
    }
  }

  private static String name(View view) {
    if (view.getId() != View.NO_ID) {
      try {
        return view.getResources().getResourceEntryName(view.getId());
      } catch (Resources.NotFoundException e) {
        return view.getClass().getSimpleName() + " " + view.getId();
      }
    }
    View parent = view.getParent() instanceof View above ? above : null;
    return view.getClass().getSimpleName() + (parent == null ? "" : " in " + name(parent));
  }
}
