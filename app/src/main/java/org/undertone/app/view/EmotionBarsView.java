// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.animation.ValueAnimator;
import android.content.Context;
import android.util.AttributeSet;
import android.view.ViewGroup;
import android.view.animation.DecelerateInterpolator;
import android.widget.LinearLayout;
import androidx.annotation.Nullable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.LabelScheme;

/**
 * The probabilities of all labels as bars, each with shape, word and percent. Bars glide to new
 * values, unless the user switched animations off. Main thread only.
 */
public final class EmotionBarsView extends LinearLayout {
  private static final long GLIDE_MILLIS = 200;

  private final List<EmotionBar> bars = new ArrayList<>();
  private final ValueAnimator glide = ValueAnimator.ofFloat(0, 1);
  private LabelScheme scheme;
  private float[] from = new float[0];
  private float[] shown = new float[0];
  private float[] target = new float[0];

  /** Makes the view, as layouts do; with the eight emotions until told otherwise. */
  public EmotionBarsView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    setOrientation(VERTICAL);
    glide.setDuration(GLIDE_MILLIS);
    glide.setInterpolator(new DecelerateInterpolator());
    glide.addUpdateListener(animation -> move((float) animation.getAnimatedValue()));
    setScheme(LabelScheme.EIGHT);
  }

  /** Sets the labels. */
  public void setScheme(LabelScheme newScheme) {
    if (newScheme == scheme) {
      return;
    }
    scheme = newScheme;
    removeAllViews();
    bars.clear();
    for (EmotionStyle style : EmotionStyle.of(newScheme)) {
      EmotionBar bar = new EmotionBar(getContext(), style);
      bars.add(bar);
      addView(
          bar,
          new LayoutParams(
              ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.WRAP_CONTENT));
    }
    float widest = 0;
    for (EmotionBar bar : bars) {
      widest = Math.max(widest, bar.wordWidth());
    }
    for (EmotionBar bar : bars) {
      bar.setWordColumn(widest);
    }
    shown = new float[bars.size()];
    target = new float[bars.size()];
    from = new float[bars.size()];
  }

  /** Sets the probabilities; null for none, as without speech. */
  public void setScores(@Nullable EmotionScores scores) {
    float[] next = scores == null ? new float[bars.size()] : scheme.reduce(scores);
    if (Arrays.equals(next, target)) {
      return;
    }
    target = next;
    from = shown.clone();
    for (int i = 0; i < bars.size(); i++) {
      bars.get(i).setValue(target[i], scores != null);
    }
    if (ValueAnimator.areAnimatorsEnabled() && isLaidOut()) {
      glide.start();
    } else {
      move(1);
    }
  }

  private void move(float done) {
    for (int i = 0; i < bars.size(); i++) {
      shown[i] = from[i] + done * (target[i] - from[i]);
      bars.get(i).setLength(shown[i]);
    }
  }

  @Override
  protected void onDetachedFromWindow() {
    glide.end();
    super.onDetachedFromWindow();
  }
}
