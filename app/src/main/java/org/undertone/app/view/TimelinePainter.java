// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.graphics.Canvas;
import android.graphics.DashPathEffect;
import android.graphics.Paint;
import android.graphics.Path;
import android.graphics.RectF;
import java.util.List;
import org.undertone.app.R;

/** Draws a timeline: axis, blocks with shapes, markers and the point that is played. Main thread only. */
final class TimelinePainter {
  private static final float BLOCK_DP = 48;
  private static final float FLAG_DP = 16;
  private static final float TICK_DP = 6;
  private static final float LABEL_SP = 12;
  private static final float SHAPE_DP = 20;
  private static final float SMALLEST_SHAPE_DP = 8;
  private static final float CORNER_DP = 4;

  private final Look look;
  private final TimelineViewport viewport;
  private final Paint fill = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final Paint line = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final Paint label = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final Path flag = new Path();
  private final RectF block = new RectF();
  private final float gap;

  TimelinePainter(Look look, TimelineViewport viewport) {
    this.look = look;
    this.viewport = viewport;
    gap = look.dp(1);
    label.setTextSize(look.sp(LABEL_SP));
    label.setTextAlign(Paint.Align.CENTER);
    label.setColor(look.theme(R.attr.colorOnSurfaceVariant));
    line.setStyle(Paint.Style.STROKE);
    line.setStrokeWidth(look.dp(2));
  }

  /** Returns the height that fits flags, blocks and axis, px. */
  float height() {
    return look.dp(FLAG_DP + BLOCK_DP + TICK_DP) + label.getFontSpacing();
  }

  /** Returns how far in the first and last point are, so that the labels under them fit, px. */
  float inset() {
    return look.dp(FLAG_DP / 2);
  }

  /** Puts the place of a span into a rectangle, a pixel wide at least. */
  void place(TimelineSpan span, float top, RectF into) {
    float a = viewport.xOf(Math.max(span.startSeconds(), viewport.startSeconds()));
    float b = viewport.xOf(Math.min(span.endSeconds(), viewport.endSeconds()));
    into.set(
        Math.min(a, b),
        top + look.dp(FLAG_DP),
        Math.max(Math.max(a, b), Math.min(a, b) + 1),
        top + look.dp(FLAG_DP + BLOCK_DP));
  }

  /** Draws what is seen, what is selected above its neighbours. */
  void draw(Canvas canvas, TimelineContent content, float top) {
    drawGround(canvas, top);
    TimelineSpan framed = null;
    for (TimelineSpan span : content.spans()) {
      if (viewport.shows(span)) {
        drawSpan(canvas, span, top, false);
        framed = content.isSelected(span) ? span : framed;
      }
    }
    if (framed != null) {
      drawSpan(canvas, framed, top, true);
    }
    drawAxis(canvas, top);
    drawMarkers(canvas, content.markers(), top);
    double playhead = content.playhead();
    if (playhead >= viewport.startSeconds() && playhead <= viewport.endSeconds()) {
      drawPlayhead(canvas, playhead, top);
    }
  }

  private void drawGround(Canvas canvas, float top) {
    float a = viewport.xOf(viewport.startSeconds());
    float b = viewport.xOf(viewport.endSeconds());
    block.set(
        Math.min(a, b), top + look.dp(FLAG_DP), Math.max(a, b), top + look.dp(FLAG_DP + BLOCK_DP));
    fill.setColor(look.theme(R.attr.colorSurfaceContainerHighest));
    canvas.drawRoundRect(block, look.dp(CORNER_DP), look.dp(CORNER_DP), fill);
  }

  private void drawSpan(Canvas canvas, TimelineSpan span, float top, boolean selected) {
    place(span, top, block);
    int color = look.color(span.style());
    fill.setColor(color);
    if (block.width() > 4 * gap) {
      block.right -= gap;
    }
    float corner = Math.min(look.dp(CORNER_DP), block.width() / 4);
    canvas.drawRoundRect(block, corner, corner, fill);
    float shape = Math.min(look.dp(SHAPE_DP), block.width() - look.dp(4));
    if (shape >= look.dp(SMALLEST_SHAPE_DP)) {
      look.drawShape(
          canvas,
          span.style(),
          Look.on(color),
          block.centerX() - shape / 2,
          block.centerY() - shape / 2,
          shape);
    }
    if (span.corrected() && block.width() > look.dp(TICK_DP)) {
      fill.setColor(Look.on(color));
      float from = block.left + look.dp(2);
      canvas.drawRect(
          from,
          block.bottom - look.dp(6),
          block.right - look.dp(2),
          block.bottom - look.dp(3),
          fill);
    }
    if (selected) {
      line.setPathEffect(null);
      line.setColor(look.theme(R.attr.colorOnSurface));
      canvas.drawRoundRect(block, corner, corner, line);
    }
  }

  private void drawAxis(Canvas canvas, float top) {
    float base = top + look.dp(FLAG_DP + BLOCK_DP);
    double step = viewport.tickSeconds(label.measureText("00:00:00"));
    double last = Math.min(viewport.endSeconds(), viewport.totalSeconds());
    line.setPathEffect(null);
    line.setColor(look.theme(R.attr.colorOutline));
    float half = label.measureText("0:00") / 2;
    float leftEdge =
        Math.min(viewport.xOf(viewport.startSeconds()), viewport.xOf(viewport.endSeconds()));
    float rightEdge =
        Math.max(viewport.xOf(viewport.startSeconds()), viewport.xOf(viewport.endSeconds()));
    for (double at = Math.ceil(viewport.startSeconds() / step) * step;
        at <= (viewport.isLive() ? viewport.endSeconds() : last);
        at += step) {
      float x = viewport.xOf(at);
      canvas.drawLine(x, base, x, base + look.dp(TICK_DP) - gap, line);
      float text = Math.max(leftEdge - inset() + half, Math.min(x, rightEdge + inset() - half));
      canvas.drawText(
          TimeText.of(at, look.locale()),
          text,
          base + look.dp(TICK_DP) - label.getFontMetrics().ascent,
          label);
    }
  }

  private void drawMarkers(Canvas canvas, List<TimelineMarker> markers, float top) {
    for (TimelineMarker marker : markers) {
      if (marker.atSeconds() < viewport.startSeconds()
          || marker.atSeconds() > viewport.endSeconds()) {
        continue;
      }
      float x = viewport.xOf(marker.atSeconds());
      boolean alert = marker.kind() == TimelineMarker.Kind.ALERT;
      int color = look.theme(alert ? R.attr.colorError : R.attr.colorOnSurfaceVariant);
      float bottom = top + look.dp(FLAG_DP + BLOCK_DP);
      line.setColor(color);
      line.setPathEffect(
          alert ? null : new DashPathEffect(new float[] {look.dp(4), look.dp(3)}, 0));
      canvas.drawLine(x, top + look.dp(FLAG_DP / 2), x, bottom, line);
      fill.setColor(color);
      if (alert) {
        drawFlag(canvas, x, top);
      } else {
        canvas.drawCircle(x, top + look.dp(FLAG_DP / 2), look.dp(4), fill);
      }
    }
  }

  private void drawFlag(Canvas canvas, float x, float top) {
    float half = look.dp(FLAG_DP / 2) - gap;
    flag.rewind();
    flag.moveTo(x - half, top);
    flag.lineTo(x + half, top);
    flag.lineTo(x, top + look.dp(FLAG_DP));
    flag.close();
    canvas.drawPath(flag, fill);
  }

  private void drawPlayhead(Canvas canvas, double seconds, float top) {
    float x = viewport.xOf(seconds);
    line.setPathEffect(null);
    line.setColor(look.theme(R.attr.colorPrimary));
    fill.setColor(line.getColor());
    float bottom = top + look.dp(FLAG_DP + BLOCK_DP + TICK_DP);
    canvas.drawLine(x, top, x, bottom, line);
    canvas.drawCircle(x, top + look.dp(5), look.dp(5), fill);
  }
}
