// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.util.AttributeSet;
import android.view.View;
import androidx.annotation.Nullable;
import org.undertone.app.R;
import org.undertone.app.data.LabelStrip;

/**
 * A session in one line, for a row of a list: colours, and shapes where a stretch is long enough. Says
 * nothing to TalkBack: the row does. Main thread only.
 */
public final class LabelStripView extends View {
  private static final float HEIGHT_DP = 20;
  private static final float SHAPE_DP = 12;

  private final Look look;
  private final Paint fill = new Paint(Paint.ANTI_ALIAS_FLAG);
  private LabelStrip strip = LabelStrip.EMPTY;

  /** Makes the view, as layouts do. */
  public LabelStripView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    look = new Look(context);
    setImportantForAccessibility(IMPORTANT_FOR_ACCESSIBILITY_NO);
  }

  /** Sets what to draw. */
  public void setStrip(LabelStrip newStrip) {
    strip = newStrip;
    invalidate();
  }

  @Override
  protected void onMeasure(int widthSpec, int heightSpec) {
    int height = Math.round(look.dp(HEIGHT_DP)) + getPaddingTop() + getPaddingBottom();
    setMeasuredDimension(
        getDefaultSize(getSuggestedMinimumWidth(), widthSpec), resolveSize(height, heightSpec));
  }

  @Override
  protected void onDraw(Canvas canvas) {
    if (strip.size() == 0) {
      fill.setColor(look.theme(R.attr.colorSurfaceContainerHighest));
      canvas.drawRect(
          getPaddingLeft(), getPaddingTop(), getWidth() - getPaddingRight(), bottom(), fill);
    }
    for (int from = 0; from < strip.size(); ) {
      EmotionStyle style = style(from);
      int to = from + 1;
      while (to < strip.size() && style(to).equals(style)) {
        to++;
      }
      drawStretch(canvas, style, from, to);
      from = to;
    }
  }

  private EmotionStyle style(int cell) {
    return EmotionStyle.of(strip.state(cell), strip.emotion(cell));
  }

  private void drawStretch(Canvas canvas, EmotionStyle style, int from, int to) {
    float a = xOf(from);
    float b = xOf(to);
    float left = Math.min(a, b);
    float width = Math.abs(b - a);
    int color = look.color(style);
    fill.setColor(color);
    canvas.drawRect(left, getPaddingTop(), left + width, bottom(), fill);
    float shape = look.dp(SHAPE_DP);
    if (width >= shape + look.dp(2)) {
      float y = (getPaddingTop() + bottom() - shape) / 2;
      look.drawShape(canvas, style, Look.on(color), left + (width - shape) / 2, y, shape);
    }
  }

  private float xOf(int cell) {
    float share = (float) cell / strip.size();
    boolean rtl = getLayoutDirection() == LAYOUT_DIRECTION_RTL;
    int width = getWidth() - getPaddingLeft() - getPaddingRight();
    return getPaddingLeft() + (rtl ? 1 - share : share) * width;
  }

  private int bottom() {
    return getHeight() - getPaddingBottom();
  }
}
