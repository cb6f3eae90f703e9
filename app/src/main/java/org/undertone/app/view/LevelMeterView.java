// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.RectF;
import android.util.AttributeSet;
import android.view.View;
import androidx.annotation.Nullable;
import org.undertone.app.R;

/**
 * How loud it is: a calm bar that rises at once and falls slowly, with a mark where the microphone is
 * overdriven. It is in words too, for TalkBack. Main thread only.
 */
public final class LevelMeterView extends View {
  /** Lowest level drawn, dB full scale. */
  static final float FLOOR_DB = -60;

  /** A tenth of a second this loud is clipped: speech peaks some 12 dB above its RMS. */
  static final float CLIPPED_DB = -6;

  /** Below this nobody speaks into it. */
  static final float QUIET_DB = -50;

  /** With ten levels a second, it falls by 40 dB/s. */
  private static final float FALL_DB = 4;

  /** How many levels the mark stays. */
  private static final int CLIPPED_HOLD = 10;

  private static final float HEIGHT_DP = 12;

  private final Look look;
  private final Paint fill = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final RectF bar = new RectF();
  private float shownDb = FLOOR_DB;
  private int clippedFor;

  /** Makes the view, as layouts do. */
  public LevelMeterView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    look = new Look(context);
    setLevel(FLOOR_DB);
  }

  /** Sets the RMS of the last tenth of a second, dB full scale. */
  public void setLevel(float levelDb) {
    shownDb = Math.max(FLOOR_DB, Math.max(levelDb, shownDb - FALL_DB));
    clippedFor = levelDb >= CLIPPED_DB ? CLIPPED_HOLD : Math.max(0, clippedFor - 1);
    describe();
    invalidate();
  }

  /** Falls to nothing at once, as when nobody listens any more. */
  public void reset() {
    shownDb = FLOOR_DB;
    clippedFor = 0;
    describe();
    invalidate();
  }

  float shownDb() {
    return shownDb;
  }

  boolean isClipped() {
    return clippedFor > 0;
  }

  private void describe() {
    int words = shownDb < QUIET_DB ? R.string.level_quiet : R.string.level_good;
    String text = getContext().getString(isClipped() ? R.string.level_clipped : words);
    if (!text.contentEquals(String.valueOf(getContentDescription()))) {
      setContentDescription(text);
    }
  }

  @Override
  protected void onMeasure(int widthSpec, int heightSpec) {
    int height = Math.round(look.dp(HEIGHT_DP)) + getPaddingTop() + getPaddingBottom();
    setMeasuredDimension(
        getDefaultSize(getSuggestedMinimumWidth(), widthSpec), resolveSize(height, heightSpec));
  }

  @Override
  protected void onDraw(Canvas canvas) {
    float height = getHeight() - getPaddingTop() - getPaddingBottom();
    float mark = height * 2;
    boolean rtl = getLayoutDirection() == LAYOUT_DIRECTION_RTL;
    if (rtl) {
      canvas.scale(-1, 1, getWidth() / 2f, 0);
    }
    float left = getPaddingLeft();
    float right = getWidth() - getPaddingRight() - mark;
    bar.set(left, getPaddingTop(), right, getPaddingTop() + height);
    fill.setColor(look.theme(R.attr.colorSurfaceContainerHighest));
    canvas.drawRoundRect(bar, height / 2, height / 2, fill);
    float share = (shownDb - FLOOR_DB) / -FLOOR_DB;
    if (share > 0) {
      bar.right = left + Math.max(height, Math.min(1, share) * (right - left));
      fill.setColor(look.theme(R.attr.colorPrimary));
      canvas.drawRoundRect(bar, height / 2, height / 2, fill);
    }
    if (isClipped()) {
      fill.setColor(look.theme(R.attr.colorError));
      float x = getWidth() - getPaddingRight() - height;
      canvas.drawRect(x, getPaddingTop(), x + height / 3, getPaddingTop() + height * 0.6f, fill);
      canvas.drawRect(
          x, getPaddingTop() + height * 0.75f, x + height / 3, getPaddingTop() + height, fill);
    }
  }
}
