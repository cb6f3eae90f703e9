// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.view.View;
import androidx.core.graphics.Insets;
import androidx.core.view.ViewCompat;
import androidx.core.view.WindowInsetsCompat;
import com.google.android.material.navigationrail.NavigationRailView;

/** Keeps a screen that is drawn edge to edge clear of the system's bars, cut-outs and keyboard. */
final class SystemBars {
  private SystemBars() {}

  /**
   * Pads the root; but a bar at the bottom, while it shows, reaches to the very edge.
   *
   * @param changed called when bars or keyboard came or went
   */
  static void keepClear(View root, View navigation, Runnable changed) {
    boolean rail = navigation instanceof NavigationRailView;
    ViewCompat.setOnApplyWindowInsetsListener(
        root,
        (view, windowInsets) -> {
          Insets bars =
              windowInsets.getInsets(
                  WindowInsetsCompat.Type.systemBars() | WindowInsetsCompat.Type.displayCutout());
          Insets keyboard = windowInsets.getInsets(WindowInsetsCompat.Type.ime());
          boolean typing = windowInsets.isVisible(WindowInsetsCompat.Type.ime());
          changed.run();
          boolean reaches = !rail && !typing && navigation.getVisibility() == View.VISIBLE;
          int below = typing ? Math.max(keyboard.bottom, bars.bottom) : bars.bottom;
          view.setPadding(bars.left, bars.top, bars.right, reaches ? 0 : below);
          return new WindowInsetsCompat.Builder(windowInsets)
              .setInsets(
                  WindowInsetsCompat.Type.systemBars(),
                  Insets.of(0, 0, 0, reaches ? bars.bottom : 0))
              .setInsets(WindowInsetsCompat.Type.displayCutout(), Insets.NONE)
              .setInsets(WindowInsetsCompat.Type.ime(), Insets.NONE)
              .build();
        });
  }

  /** Returns whether a navigation bar has to make way for the keyboard; a rail at the side has not. */
  static boolean isInTheWay(View navigation) {
    WindowInsetsCompat insets = ViewCompat.getRootWindowInsets(navigation);
    return insets != null
        && insets.isVisible(WindowInsetsCompat.Type.ime())
        && !(navigation instanceof NavigationRailView);
  }
}
