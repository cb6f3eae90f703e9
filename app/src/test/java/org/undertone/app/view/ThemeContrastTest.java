// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Context;
import android.view.ContextThemeWrapper;
import androidx.core.graphics.ColorUtils;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;
import org.undertone.app.R;
import org.undertone.ser.Emotion;

/** WCAG 2.2, level AA: 4.5 for text (1.4.3), 3 for shapes and edges that carry meaning (1.4.11). */
@RunWith(AndroidJUnit4.class)
public class ThemeContrastTest {
  private static final double TEXT = 4.5;
  private static final double SHAPE = 3;

  private static final int[][] TEXT_PAIRS = {
    {R.attr.colorOnPrimary, R.attr.colorPrimary},
    {R.attr.colorOnPrimaryContainer, R.attr.colorPrimaryContainer},
    {R.attr.colorOnSecondaryContainer, R.attr.colorSecondaryContainer},
    {R.attr.colorOnTertiaryContainer, R.attr.colorTertiaryContainer},
    {R.attr.colorOnError, R.attr.colorError},
    {R.attr.colorOnErrorContainer, R.attr.colorErrorContainer},
    {R.attr.colorOnSurface, R.attr.colorSurface},
    {R.attr.colorOnSurface, R.attr.colorSurfaceContainerHighest},
    {R.attr.colorOnSurfaceVariant, R.attr.colorSurface},
    {R.attr.colorOnSurfaceVariant, R.attr.colorSurfaceContainerHighest},
    {R.attr.colorOnSurfaceInverse, R.attr.colorSurfaceInverse},
    {R.attr.colorPrimaryInverse, R.attr.colorSurfaceInverse},
    {R.attr.colorPrimary, R.attr.colorSurface},
    {R.attr.colorPrimary, R.attr.colorSurfaceContainerHigh},
    {R.attr.colorError, R.attr.colorSurface},
  };

  private static void check() {
    Context context =
        new ContextThemeWrapper(
            ApplicationProvider.<Context>getApplicationContext(), R.style.Theme_Undertone);
    Look look = new Look(context);
    for (int[] pair : TEXT_PAIRS) {
      String names =
          context.getResources().getResourceEntryName(pair[0])
              + " on "
              + context.getResources().getResourceEntryName(pair[1]);
      assertThat(ColorUtils.calculateContrast(look.theme(pair[0]), look.theme(pair[1])))
          .as(names)
          .isGreaterThanOrEqualTo(TEXT);
    }
    assertThat(
            ColorUtils.calculateContrast(
                look.theme(R.attr.colorOutline), look.theme(R.attr.colorSurface)))
        .isGreaterThanOrEqualTo(SHAPE);
    List<EmotionStyle> styles =
        new ArrayList<>(List.of(EmotionStyle.UNSURE, EmotionStyle.NO_SPEECH));
    for (Emotion emotion : Emotion.values()) {
      styles.add(EmotionStyle.of(emotion));
    }
    for (EmotionStyle style : styles) {
      int color = look.color(style);
      assertThat(ColorUtils.calculateContrast(Look.on(color), color))
          .as(look.word(style))
          .isGreaterThanOrEqualTo(SHAPE);
    }
  }

  @Test
  public void wordsAndShapesCanBeReadInDaylight() {
    check();
  }

  @Test
  public void wordsAndShapesCanBeReadAtNight() {
    RuntimeEnvironment.setQualifiers("+night");
    check();
  }
}
