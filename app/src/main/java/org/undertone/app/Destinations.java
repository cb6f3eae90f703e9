// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.os.Bundle;
import androidx.fragment.app.Fragment;
import androidx.fragment.app.FragmentManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The destinations of the navigation bar, each with a back stack of its own that is kept while another
 * one is shown, and over rotation and the end of the process. Main thread only.
 */
final class Destinations {
  private static final String CURRENT = "destination";
  private static final String VISITED = "destinations_visited";
  private static final String ROOT = "root";

  private final FragmentManager fragments;
  private final int container;
  private final IntFunction<Fragment> roots;
  private final Set<Integer> visited = new HashSet<>();
  private int current;

  /**
   * Shows destinations in a container.
   *
   * @param roots makes the first screen of a destination
   * @param saved what {@link #save} kept, or null
   */
  Destinations(
      FragmentManager fragments, int container, IntFunction<Fragment> roots, Bundle saved) {
    this.fragments = fragments;
    this.container = container;
    this.roots = roots;
    current = R.id.destination_live;
    if (saved != null) {
      current = saved.getInt(CURRENT, current);
      List<Integer> ids = saved.getIntegerArrayList(VISITED);
      visited.addAll(ids == null ? List.of() : ids);
    }
  }

  void save(Bundle out) {
    out.putInt(CURRENT, current);
    out.putIntegerArrayList(VISITED, new ArrayList<>(visited));
  }

  /** Returns the destination that is shown. */
  int current() {
    return current;
  }

  /** Returns whether its first screen is shown. */
  boolean isRoot() {
    return fragments.getBackStackEntryCount() <= 1;
  }

  /** Returns whether a screen is the first one of a destination. */
  static boolean isRoot(Fragment fragment) {
    return ROOT.equals(fragment.getTag());
  }

  /** Shows a destination as it was left. */
  void select(int id) {
    if (visited.contains(current) && id != current) {
      fragments.saveBackStack(name(current));
    }
    if (visited.contains(id) && id == current) {
      return;
    }
    current = id;
    if (visited.add(id)) {
      show(roots.apply(id), name(id));
    } else {
      fragments.restoreBackStack(name(id));
    }
    fragments.executePendingTransactions();
  }

  /** Goes back to the first screen of the destination. */
  void popToRoot() {
    if (!isRoot()) {
      fragments.popBackStackImmediate(name(current), 0);
    }
  }

  /** Shows a screen that the present one leads to. */
  void push(Fragment fragment) {
    show(fragment, null);
  }

  private void show(Fragment fragment, String name) {
    fragments
        .beginTransaction()
        .setReorderingAllowed(true)
        .replace(container, fragment, name == null ? null : ROOT)
        .addToBackStack(name)
        .commit();
  }

  /** Not the resource's number, which another version of the app may give to something else. */
  private static String name(int id) {
    if (id == R.id.destination_history) {
      return "history";
    }
    if (id == R.id.destination_drive) {
      return "drive";
    }
    return id == R.id.destination_settings ? "settings" : "live";
  }
}
