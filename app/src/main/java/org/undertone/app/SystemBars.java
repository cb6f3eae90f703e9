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
   * Pads the root; but a bar at the bottom reaches to the very edge, and makes way for the keyboard.
   */
  static void keepClear(View root, View navigation) {
    boolean rail = navigation instanceof NavigationRailView;
    ViewCompat.setOnApplyWindowInsetsListener(
        root,
        (view, windowInsets) -> {
          Insets bars =
              windowInsets.getInsets(
                  WindowInsetsCompat.Type.systemBars() | WindowInsetsCompat.Type.displayCutout());
          Insets keyboard = windowInsets.getInsets(WindowInsetsCompat.Type.ime());
          boolean typing = windowInsets.isVisible(WindowInsetsCompat.Type.ime());
          int bottom = typing ? Math.max(keyboard.bottom, bars.bottom) : rail ? bars.bottom : 0;
          view.setPadding(bars.left, bars.top, bars.right, bottom);
          if (!rail) {
            navigation.setVisibility(typing ? View.GONE : View.VISIBLE);
          }
          return new WindowInsetsCompat.Builder(windowInsets)
              .setInsets(
                  WindowInsetsCompat.Type.systemBars(),
                  Insets.of(0, 0, 0, rail || typing ? 0 : bars.bottom))
              .setInsets(WindowInsetsCompat.Type.displayCutout(), Insets.NONE)
              .setInsets(WindowInsetsCompat.Type.ime(), Insets.NONE)
              .build();
        });
  }
}
