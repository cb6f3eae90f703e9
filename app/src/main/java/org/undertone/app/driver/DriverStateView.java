// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.RectF;
import android.graphics.drawable.Drawable;
import android.util.AttributeSet;
import android.view.View;
import androidx.annotation.ColorInt;
import androidx.annotation.DrawableRes;
import androidx.appcompat.content.res.AppCompatResources;
import org.undertone.app.R;

/**
 * One big shape, and around it a thin ring that is there while no alert can come: the full circle is
 * {@link #FULL_CIRCLE_SECONDS}, and it shrinks towards the top as on a kitchen timer. As large as it
 * is given room; words beside it say the same.
 */
public final class DriverStateView extends View {
  /** The longest quiet time, that after a "wrong". */
  static final double FULL_CIRCLE_SECONDS = 600;

  private static final float RING_DP = 5;

  /** Part of the ring's diameter that the shape takes. */
  private static final float SHAPE_PART = 0.7f;

  private final Paint ring = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final RectF circle = new RectF();
  private Drawable shape;
  @ColorInt private int color;
  private float sweepDegrees;

  /** Made by the layout. */
  public DriverStateView(Context context, AttributeSet attributes) {
    super(context, attributes);
    ring.setStyle(Paint.Style.STROKE);
    ring.setStrokeCap(Paint.Cap.ROUND);
    ring.setStrokeWidth(RING_DP * getResources().getDisplayMetrics().density);
    ring.setColor(context.getColor(R.color.driver_secondary));
  }

  /** Shows a shape in a colour, and for how long no alert can come. */
  void show(@DrawableRes int drawable, @ColorInt int tint, double quietSeconds) {
    color = tint;
    shape = AppCompatResources.getDrawable(getContext(), drawable).mutate();
    shape.setTint(color);
    sweepDegrees = (float) (360 * Math.min(1, quietSeconds / FULL_CIRCLE_SECONDS));
    invalidate();
  }

  /** Returns the colour of the shape. */
  @ColorInt
  int color() {
    return color;
  }

  /** Returns how much of the ring is drawn, degrees. */
  float sweepDegrees() {
    return sweepDegrees;
  }

  @Override
  protected void onDraw(Canvas canvas) {
    if (shape == null) {
      return;
    }
    float radius = (Math.min(getWidth(), getHeight()) - ring.getStrokeWidth()) / 2;
    float x = getWidth() / 2f;
    float y = getHeight() / 2f;
    int half = Math.round(radius * SHAPE_PART);
    shape.setBounds(
        Math.round(x) - half, Math.round(y) - half, Math.round(x) + half, Math.round(y) + half);
    shape.draw(canvas);
    if (sweepDegrees > 0) {
      circle.set(x - radius, y - radius, x + radius, y + radius);
      canvas.drawArc(circle, -90, sweepDegrees, false, ring);
    }
  }
}
