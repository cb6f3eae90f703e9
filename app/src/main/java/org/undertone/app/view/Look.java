// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.drawable.Drawable;
import android.util.SparseArray;
import android.util.TypedValue;
import androidx.annotation.AttrRes;
import androidx.annotation.ColorInt;
import androidx.appcompat.content.res.AppCompatResources;
import androidx.core.content.ContextCompat;
import androidx.core.graphics.ColorUtils;
import com.google.android.material.color.MaterialColors;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;

/** What the drawn views share: sizes, colours and shapes of one context. Main thread only. */
final class Look {
  private static final int DARK = 0xFF10131A;
  private static final int LIGHT = 0xFFFFFFFF;

  private final Context context;
  private final SparseArray<Drawable> shapes = new SparseArray<>();

  Look(Context context) {
    this.context = context;
  }

  float dp(float size) {
    return dimension(TypedValue.COMPLEX_UNIT_DIP, size);
  }

  float sp(float size) {
    return dimension(TypedValue.COMPLEX_UNIT_SP, size);
  }

  private float dimension(int unit, float size) {
    return TypedValue.applyDimension(unit, size, context.getResources().getDisplayMetrics());
  }

  @ColorInt
  int theme(@AttrRes int attribute) {
    return MaterialColors.getColor(context, attribute, Look.class.getSimpleName());
  }

  @ColorInt
  int color(EmotionStyle style) {
    return ContextCompat.getColor(context, style.color());
  }

  String word(EmotionStyle style) {
    return context.getString(style.name());
  }

  Locale locale() {
    return context.getResources().getConfiguration().getLocales().get(0);
  }

  /** Returns a share as the user's language writes it: 71 %, 71%. */
  String percent(float share) {
    return NumberFormat.getPercentInstance(locale()).format(share);
  }

  /** Returns the one of black and white that is told from a colour more easily. */
  @ColorInt
  static int on(@ColorInt int background) {
    return ColorUtils.calculateContrast(DARK, background)
            >= ColorUtils.calculateContrast(LIGHT, background)
        ? DARK
        : LIGHT;
  }

  /** Draws a shape in a square. Allocates only the first time. */
  void drawShape(
      Canvas canvas, EmotionStyle style, @ColorInt int tint, float x, float y, float size) {
    Drawable shape = shapes.get(style.shape());
    if (shape == null) {
      shape =
          Objects.requireNonNull(AppCompatResources.getDrawable(context, style.shape())).mutate();
      shapes.put(style.shape(), shape);
    }
    shape.setTint(tint);
    shape.setBounds(Math.round(x), Math.round(y), Math.round(x + size), Math.round(y + size));
    shape.draw(canvas);
  }
}
