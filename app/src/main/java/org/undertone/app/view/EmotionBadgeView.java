// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.Typeface;
import android.os.SystemClock;
import android.text.TextPaint;
import android.text.TextUtils;
import android.util.AttributeSet;
import android.view.View;
import android.view.accessibility.AccessibilityNodeInfo;
import androidx.annotation.Nullable;
import org.undertone.app.R;

/**
 * The current verdict, large: shape on its colour, word, and how sure it is. TalkBack speaks up when
 * the word changes, not with every verdict, and every {@value #QUIET_MILLIS} ms at most. Main thread
 * only.
 */
public final class EmotionBadgeView extends View {
  /** Least time between two announcements, ms. */
  static final long QUIET_MILLIS = 3000;

  private static final float SHAPE_SHARE = 0.5f;
  private static final float WORD_SP = 36;
  private static final float LEAST_WORD_SP = 14;
  private static final float LINE_SP = 16;
  private static final float SPACE_DP = 12;

  private final Look look;
  private final Paint disc = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final TextPaint word = new TextPaint(Paint.ANTI_ALIAS_FLAG);
  private final TextPaint line = new TextPaint(Paint.ANTI_ALIAS_FLAG);
  private final float discSize;
  private final Runnable announce = this::announceNow;
  private EmotionStyle style = EmotionStyle.NO_SPEECH;
  private String title = "";
  private String detail = "";
  private long announcedAt = -QUIET_MILLIS;

  /** Makes the view, as layouts do. */
  public EmotionBadgeView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    look = new Look(context);
    discSize = getResources().getDimension(R.dimen.badge_disc);
    word.setColor(look.theme(R.attr.colorOnSurface));
    word.setTextAlign(Paint.Align.CENTER);
    word.setTypeface(Typeface.create("sans-serif-medium", Typeface.NORMAL));
    line.setColor(look.theme(R.attr.colorOnSurfaceVariant));
    line.setTextAlign(Paint.Align.CENTER);
    line.setTextSize(look.sp(LINE_SP));
    setAccessibilityLiveRegion(ACCESSIBILITY_LIVE_REGION_POLITE);
    setFocusable(true);
  }

  /** Shows a label, with how sure it is, or why there is none. */
  public void show(ShownLabel label) {
    String below = "";
    if (label.confidence() > 0) {
      below = getContext().getString(R.string.badge_confidence, look.percent(label.confidence()));
    } else if (label.style().equals(EmotionStyle.UNSURE)) {
      below = getContext().getString(R.string.badge_unsure);
    } else if (label.style().equals(EmotionStyle.NO_SPEECH)) {
      below = getContext().getString(R.string.badge_no_speech);
    }
    show(label.style(), look.word(label.style()), below);
  }

  /** Shows a state in words of the caller's: a title and a line below it, which may be empty. */
  public void show(EmotionStyle newStyle, String newTitle, String newDetail) {
    boolean newWord = !newTitle.equals(title);
    if (newWord || !newDetail.equals(detail) || !newStyle.equals(style)) {
      style = newStyle;
      title = newTitle;
      detail = newDetail;
      invalidate();
    }
    if (newWord) {
      removeCallbacks(announce);
      long wait = announcedAt + QUIET_MILLIS - SystemClock.uptimeMillis();
      if (wait <= 0) {
        announceNow();
      } else {
        postDelayed(announce, wait);
      }
    }
  }

  /** The live region speaks when the description changes, so that holds nothing but the word. */
  private void announceNow() {
    if (!title.contentEquals(String.valueOf(getContentDescription()))) {
      announcedAt = SystemClock.uptimeMillis();
      setContentDescription(title);
    }
  }

  @Override
  public void onInitializeAccessibilityNodeInfo(AccessibilityNodeInfo info) {
    super.onInitializeAccessibilityNodeInfo(info);
    info.setContentDescription(detail.isEmpty() ? title : title + ", " + detail);
  }

  @Override
  protected void onDetachedFromWindow() {
    removeCallbacks(announce);
    super.onDetachedFromWindow();
  }

  @Override
  protected void onMeasure(int widthSpec, int heightSpec) {
    word.setTextSize(look.sp(WORD_SP));
    float height = discSize + look.dp(SPACE_DP) + word.getFontSpacing() + line.getFontSpacing() * 2;
    setMeasuredDimension(
        getDefaultSize(getSuggestedMinimumWidth(), widthSpec),
        resolveSize((int) Math.ceil(height) + getPaddingTop() + getPaddingBottom(), heightSpec));
  }

  @Override
  protected void onDraw(Canvas canvas) {
    float width = getWidth() - getPaddingStart() - getPaddingEnd();
    float center = getPaddingLeft() + width / 2;
    fitWord(width);
    float texts = word.getFontSpacing() + line.getFontSpacing() * 2;
    float size =
        Math.min(
            discSize,
            getHeight() - getPaddingTop() - getPaddingBottom() - texts - look.dp(SPACE_DP));
    float y = getPaddingTop();
    if (size > 0) {
      int color = look.color(style);
      disc.setColor(color);
      canvas.drawCircle(center, y + size / 2, size / 2, disc);
      float shape = size * SHAPE_SHARE;
      float shapeTop = y + (size - shape) / 2;
      look.drawShape(canvas, style, Look.on(color), center - shape / 2, shapeTop, shape);
      y += size + look.dp(SPACE_DP);
    }
    canvas.drawText(title, center, y - word.ascent(), word);
    y += word.getFontSpacing();
    drawDetail(canvas, width, center, y);
  }

  private void fitWord(float width) {
    word.setTextSize(look.sp(WORD_SP));
    float wide = word.measureText(title);
    if (wide > width && wide > 0) {
      word.setTextSize(Math.max(look.sp(LEAST_WORD_SP), word.getTextSize() * width / wide * 0.98f));
    }
  }

  /** In two lines if it has to, broken between words. */
  private void drawDetail(Canvas canvas, float width, float center, float top) {
    float y = top - line.ascent();
    int fits = line.breakText(detail, true, width, null);
    if (fits >= detail.length()) {
      canvas.drawText(detail, center, y, line);
      return;
    }
    int space = detail.lastIndexOf(' ', fits);
    int cut = space > 0 ? space : fits;
    canvas.drawText(detail, 0, cut, center, y, line);
    CharSequence rest =
        TextUtils.ellipsize(detail.substring(cut).trim(), line, width, TextUtils.TruncateAt.END);
    canvas.drawText(rest, 0, rest.length(), center, y + line.getFontSpacing(), line);
  }
}
