// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.Context;
import android.content.res.ColorStateList;
import androidx.core.content.ContextCompat;
import com.google.android.material.color.MaterialColors;
import org.undertone.app.view.EmotionStyle;

/** The colour of a label's shape on the background of a screen. */
final class LabelTint {
  private LabelTint() {}

  /** Returns its own colour; that of text where its own is meant for areas and hardly seen in a shape. */
  static ColorStateList of(Context context, EmotionStyle style) {
    boolean faint = style.equals(EmotionStyle.UNSURE) || style.equals(EmotionStyle.NO_SPEECH);
    return faint
        ? theme(context, com.google.android.material.R.attr.colorOnSurfaceVariant)
        : ColorStateList.valueOf(ContextCompat.getColor(context, style.color()));
  }

  /** Returns the colour of what is selected. */
  static ColorStateList primary(Context context) {
    return theme(context, androidx.appcompat.R.attr.colorPrimary);
  }

  private static ColorStateList theme(Context context, int attribute) {
    return ColorStateList.valueOf(
        MaterialColors.getColor(context, attribute, LabelTint.class.getSimpleName()));
  }
}
