// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.view.MenuItem;
import androidx.activity.OnBackPressedCallback;
import androidx.annotation.DrawableRes;
import androidx.annotation.MenuRes;
import androidx.annotation.PluralsRes;
import androidx.annotation.StringRes;
import com.google.android.material.appbar.MaterialToolbar;
import java.util.Set;
import java.util.function.Predicate;
import org.undertone.app.R;

/** Turns the tool bar into one for what is selected, while something is; "back" ends that. */
final class SelectionBar extends OnBackPressedCallback {
  /**
   * What the tool bar has for one of its two uses.
   *
   * @param menu its menu
   * @param icon its icon for leading away, 0 for none
   * @param description what that icon does, 0 for none
   * @param onIcon does it
   */
  record Face(
      @MenuRes int menu, @DrawableRes int icon, @StringRes int description, Runnable onIcon) {}

  private final MaterialToolbar toolbar;
  private final Face plain;
  private final Face selecting;
  private final int count;
  private final Predicate<MenuItem> onItem;
  private CharSequence title = "";
  private Set<Long> selected = Set.of();
  private Face shown;

  /**
   * Takes over a tool bar.
   *
   * @param plain how it is while nothing is selected
   * @param selectionMenu its menu while something is
   * @param count says how many are selected
   * @param onItem does what an item of either menu says
   * @param end ends the selection
   */
  SelectionBar(
      MaterialToolbar toolbar,
      Face plain,
      @MenuRes int selectionMenu,
      @PluralsRes int count,
      Predicate<MenuItem> onItem,
      Runnable end) {
    super(false);
    this.toolbar = toolbar;
    this.plain = plain;
    this.selecting =
        new Face(selectionMenu, R.drawable.ic_session_close, R.string.history_selection_end, end);
    this.count = count;
    this.onItem = onItem;
    show();
  }

  /** Sets the title for while nothing is selected. */
  void setTitle(CharSequence words) {
    title = words;
    show();
  }

  /** Sets what is selected. */
  void setSelected(Set<Long> ids) {
    selected = ids;
    show();
  }

  /** Returns an item of the menu that is shown, or null if it has none with that key. */
  MenuItem item(int id) {
    return toolbar.getMenu().findItem(id);
  }

  private void show() {
    setEnabled(!selected.isEmpty());
    wear(selected.isEmpty() ? plain : selecting);
    toolbar.setTitle(selected.isEmpty() ? title : selectionTitle());
  }

  private CharSequence selectionTitle() {
    String number = new SessionWords(toolbar.getContext()).number(selected.size());
    return toolbar.getResources().getQuantityString(count, selected.size(), number);
  }

  private void wear(Face face) {
    if (face.equals(shown)) {
      return;
    }
    shown = face;
    toolbar.getMenu().clear();
    toolbar.inflateMenu(face.menu());
    toolbar.setOnMenuItemClickListener(onItem::test);
    if (face.icon() == 0) {
      toolbar.setNavigationIcon(null);
      return;
    }
    toolbar.setNavigationIcon(face.icon());
    toolbar.setNavigationContentDescription(face.description());
    toolbar.setNavigationOnClickListener(view -> face.onIcon().run());
  }

  @Override
  public void handleOnBackPressed() {
    selecting.onIcon().run();
  }
}
