// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.RectF;
import android.view.View;
import org.undertone.app.R;

/**
 * One bar: shape, word, bar, percent in a line; where words are too large for that, the bar goes
 * below. Main thread only.
 */
final class EmotionBar extends View {
  private static final float TEXT_SP = 14;
  private static final float SHAPE_SP = 16;
  private static final float SPACE_DP = 8;
  private static final float BAR_DP = 10;
  private static final float LINE_SPACE_DP = 8;
  private static final float LEAST_BAR_SHARE = 0.3f;

  private final Look look;
  private final EmotionStyle style;
  private final String word;
  private final Paint text = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final Paint fill = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final RectF bar = new RectF();
  private final int color;
  private final int shapeColor;
  private final int track;
  private float wordColumn;
  private float length;
  private String percent = "";
  private boolean stacked;

  EmotionBar(Context context, EmotionStyle style) {
    super(context);
    look = new Look(context);
    this.style = style;
    word = look.word(style);
    text.setTextSize(look.sp(TEXT_SP));
    text.setColor(look.theme(R.attr.colorOnSurface));
    color = look.color(style);
    shapeColor = look.theme(R.attr.colorOnSurfaceVariant);
    track = look.theme(R.attr.colorSurfaceContainerHighest);
    setValue(0, false);
  }

  float wordWidth() {
    return text.measureText(word);
  }

  void setWordColumn(float width) {
    wordColumn = width;
  }

  /** Sets what is written and said; without speech there is nothing to write. */
  void setValue(float probability, boolean known) {
    String written = known ? look.percent(probability) : "–";
    if (written.equals(percent)) {
      return;
    }
    percent = written;
    setContentDescription(
        known ? getContext().getString(R.string.label_percent, word, percent) : word);
    invalidate();
  }

  /** Sets how long the bar is drawn, 0 to 1. */
  void setLength(float share) {
    length = share;
    invalidate();
  }

  private float percentColumn() {
    return text.measureText(look.percent(1));
  }

  private float shapeSize() {
    return look.sp(SHAPE_SP);
  }

  private float space() {
    return look.dp(SPACE_DP);
  }

  @Override
  protected void onMeasure(int widthSpec, int heightSpec) {
    int width = getDefaultSize(getSuggestedMinimumWidth(), widthSpec);
    float rest = width - shapeSize() - wordColumn - percentColumn() - 3 * space();
    stacked = rest < width * LEAST_BAR_SHARE;
    float line = Math.max(text.getFontSpacing(), shapeSize()) + look.dp(LINE_SPACE_DP);
    float height = stacked ? line + look.dp(BAR_DP + 4) : line;
    setMeasuredDimension(width, resolveSize((int) Math.ceil(height), heightSpec));
  }

  @Override
  protected void onDraw(Canvas canvas) {
    boolean rtl = getLayoutDirection() == LAYOUT_DIRECTION_RTL;
    float lineHeight = stacked ? getHeight() - look.dp(BAR_DP + 4) : getHeight();
    float middle = lineHeight / 2;
    float shape = shapeSize();
    float baseline = middle - (text.ascent() + text.descent()) / 2;
    float width = getWidth();
    look.drawShape(canvas, style, shapeColor, rtl ? width - shape : 0, middle - shape / 2, shape);
    text.setTextAlign(rtl ? Paint.Align.RIGHT : Paint.Align.LEFT);
    float wordAt = shape + space();
    canvas.drawText(word, rtl ? width - wordAt : wordAt, baseline, text);
    text.setTextAlign(rtl ? Paint.Align.LEFT : Paint.Align.RIGHT);
    canvas.drawText(percent, rtl ? 0 : width, baseline, text);
    float from = stacked ? 0 : wordAt + wordColumn + space();
    float to = stacked ? width : width - percentColumn() - space();
    float top = stacked ? lineHeight : middle - look.dp(BAR_DP) / 2;
    drawBar(canvas, from, to, top, rtl);
  }

  private void drawBar(Canvas canvas, float from, float to, float top, boolean rtl) {
    float radius = look.dp(BAR_DP) / 2;
    place(from, to, top, rtl);
    fill.setColor(track);
    canvas.drawRoundRect(bar, radius, radius, fill);
    float end = from + length * (to - from);
    if (end - from >= 1) {
      canvas.save();
      canvas.clipRect(
          rtl ? getWidth() - end : from, top, rtl ? getWidth() - from : end, top + 2 * radius);
      fill.setColor(color);
      canvas.drawRoundRect(bar, radius, radius, fill);
      canvas.restore();
    }
  }

  private void place(float from, float to, float top, boolean rtl) {
    float bottom = top + look.dp(BAR_DP);
    if (rtl) {
      bar.set(getWidth() - to, top, getWidth() - from, bottom);
    } else {
      bar.set(from, top, to, bottom);
    }
  }
}
