// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Application;
import android.content.res.ColorStateList;
import android.graphics.Rect;
import android.os.Looper;
import android.util.TypedValue;
import android.view.View;
import android.widget.Button;
import android.widget.TextView;
import androidx.core.graphics.ColorUtils;
import androidx.lifecycle.MutableLiveData;
import androidx.test.core.app.ApplicationProvider;
import com.google.android.material.button.MaterialButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;
import org.undertone.app.AppContainer;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;

/**
 * The rules for a screen in a car, held in every state, on phones of every shape, with the largest
 * font, in German and from right to left. Each is drawn to a picture.
 */
@RunWith(RobolectricTestRunner.class)
public final class DriverLayoutTest {
  private static final float MIN_TARGET_DP = 76;
  private static final float MIN_WORD_DP = 32;
  private static final float MIN_TEXT_DP = 24;
  private static final double MIN_WORD_CONTRAST = 7;
  private static final double MIN_CONTRAST = 4.5;
  private static final double MIN_SHAPE_CONTRAST = 3;

  @Before
  public void allowMicrophone() {
    shadowOf((Application) ApplicationProvider.getApplicationContext())
        .grantPermissions(Manifest.permission.RECORD_AUDIO);
  }

  @Test
  public void keepsTheRulesUpright() {
    check("portrait", "en-w411dp-h891dp-port-notnight-420dpi", 1);
  }

  @Test
  public void keepsTheRulesOnItsSide() {
    check("landscape", "en-w891dp-h411dp-land-notnight-420dpi", 1);
  }

  @Test
  public void keepsTheRulesWithTheLargestFontInGerman() {
    check("german-font200", "de-w411dp-h891dp-port-night-420dpi", 2);
  }

  @Test
  public void keepsTheRulesOnItsSideWithTheLargestFontInGerman() {
    check("german-font200-landscape", "de-w891dp-h411dp-land-night-420dpi", 2);
  }

  @Test
  public void keepsTheRulesOnASmallPhone() {
    check("small", "de-w320dp-h533dp-port-notnight-320dpi", 2);
  }

  @Test
  public void keepsTheRulesOnASmallPhoneOnItsSide() {
    check("small-landscape", "de-w533dp-h320dp-land-notnight-320dpi", 2);
  }

  @Test
  public void keepsTheRulesFromRightToLeft() {
    check("rtl", "ar-ldrtl-w411dp-h891dp-port-notnight-420dpi", 1);
  }

  @Test
  public void looksTheSameByDayAndByNight() {
    RuntimeEnvironment.setQualifiers("en-w411dp-h891dp-port-notnight-420dpi");
    int day = colorOfTense();
    RuntimeEnvironment.setQualifiers("en-w411dp-h891dp-port-night-420dpi");
    assertThat(day).isEqualTo(colorOfTense());
  }

  private static int colorOfTense() {
    try (ActivityController<DriverActivity> drive =
        Robolectric.buildActivity(DriverActivity.class).setup()) {
      return drive.get().getColor(R.color.emotion_angry);
    }
  }

  private static void check(String name, String qualifiers, float fontScale) {
    RuntimeEnvironment.setQualifiers(qualifiers);
    RuntimeEnvironment.setFontScale(fontScale);
    try (ActivityController<DriverActivity> drive =
        Robolectric.buildActivity(DriverActivity.class).setup()) {
      DriverActivity screen = drive.get();
      for (Map.Entry<String, RecordingState> state : DriveStates.all().entrySet()) {
        show(state.getValue());
        assertThat(word(screen))
            .as(state.getKey())
            .isEqualTo(screen.getString(DriverScreen.driving(state.getValue(), false).word()));
        picture(screen, name, state.getKey());
      }
      screen.getOnBackPressedDispatcher().onBackPressed();
      picture(screen, name, "leave");
      for (EndReason end : EndReason.values()) {
        if (end != EndReason.RUNNING && end != EndReason.KILLED) {
          show(DriveStates.all().get("calm"));
          show(DriveStates.ended(end));
          picture(screen, name, "end-" + end);
          screen.findViewById(R.id.driver_yes).performClick();
        }
      }
    }
  }

  private static void show(RecordingState state) {
    AppContainer container = AppContainer.of(ApplicationProvider.getApplicationContext());
    ((MutableLiveData<RecordingState>) container.recorder().state()).setValue(state);
  }

  private static void picture(DriverActivity screen, String name, String state) {
    shadowOf(Looper.getMainLooper()).idle();
    Screens.capture(screen, "driver-" + name + "-" + state);
    holdsTheRules(screen, name + " " + state);
  }

  private static void holdsTheRules(DriverActivity screen, String what) {
    View root = screen.findViewById(R.id.driver_root);
    Rect window = bounds(screen.getWindow().getDecorView());
    List<Rect> targets = new ArrayList<>();
    for (Button button : shown(root, Button.class)) {
      Rect target = bounds(button);
      assertThat(dp(button, Math.min(target.width(), target.height())))
          .as("size of %s, %s", button.getText(), what)
          .isGreaterThanOrEqualTo(MIN_TARGET_DP);
      for (Rect other : targets) {
        assertThat(Rect.intersects(target, other)).as(what).isFalse();
      }
      targets.add(target);
      int background = ((MaterialButton) button).getBackgroundTintList().getDefaultColor();
      assertThat(ColorUtils.calculateContrast(button.getCurrentTextColor(), background))
          .as("contrast of %s, %s", button.getText(), what)
          .isGreaterThanOrEqualTo(MIN_CONTRAST);
    }
    for (TextView text : shown(root, TextView.class)) {
      boolean word = text.getId() == R.id.driver_word;
      assertThat(dp(text, text.getTextSize()))
          .as("size of '%s', %s", text.getText(), what)
          .isGreaterThanOrEqualTo((word ? MIN_WORD_DP : MIN_TEXT_DP) - 0.1f);
      assertThat(window.contains(bounds(text)))
          .as("'%s' on screen, %s", text.getText(), what)
          .isTrue();
      assertFits(text, what);
    }
    assertContrastOfTheArea(screen, what);
    assertThat(dp(root, Math.min(shape(screen).width(), shape(screen).height())))
        .as("size of the shape, %s", what)
        .isGreaterThanOrEqualTo(48);
  }

  private static void assertFits(TextView text, String what) {
    assertThat(text.getLineCount()).as("lines of '%s', %s", text.getText(), what).isEqualTo(1);
    float room = text.getWidth() - text.getCompoundPaddingLeft() - text.getCompoundPaddingRight();
    assertThat(text.getPaint().measureText(text.getText().toString()))
        .as("width of '%s', %s", text.getText(), what)
        .isLessThanOrEqualTo(room + 1);
    assertThat(text.getLayout().getHeight())
        .as("height of '%s', %s", text.getText(), what)
        .isLessThanOrEqualTo(text.getHeight());
  }

  private static void assertContrastOfTheArea(DriverActivity screen, String what) {
    ColorStateList tint = screen.findViewById(R.id.driver_area).getBackgroundTintList();
    int area = tint.getDefaultColor();
    TextView word = screen.findViewById(R.id.driver_word);
    assertThat(ColorUtils.calculateContrast(word.getCurrentTextColor(), area))
        .as("contrast of the word, %s", what)
        .isGreaterThanOrEqualTo(MIN_WORD_CONTRAST);
    TextView quiet = screen.findViewById(R.id.driver_quiet);
    assertThat(ColorUtils.calculateContrast(quiet.getCurrentTextColor(), area))
        .as("contrast of the quiet time, %s", what)
        .isGreaterThanOrEqualTo(MIN_CONTRAST);
    DriverStateView shape = screen.findViewById(R.id.driver_shape);
    assertThat(ColorUtils.calculateContrast(shape.color(), area))
        .as("contrast of the shape, %s", what)
        .isGreaterThanOrEqualTo(MIN_SHAPE_CONTRAST);
    TextView prompt = screen.findViewById(R.id.driver_prompt_text);
    assertThat(
            ColorUtils.calculateContrast(
                prompt.getCurrentTextColor(), screen.getColor(R.color.driver_background)))
        .isGreaterThanOrEqualTo(MIN_WORD_CONTRAST);
  }

  private static String word(DriverActivity screen) {
    TextView word = screen.findViewById(R.id.driver_word);
    return word.getText().toString();
  }

  private static Rect shape(DriverActivity screen) {
    return bounds(screen.findViewById(R.id.driver_shape));
  }

  private static <T extends View> List<T> shown(View root, Class<T> type) {
    List<T> all = new ArrayList<>();
    for (int id :
        List.of(
            R.id.driver_word,
            R.id.driver_quiet,
            R.id.driver_prompt_text,
            R.id.driver_yes,
            R.id.driver_no,
            R.id.driver_stop)) {
      View view = root.findViewById(id);
      if (view.isShown() && type.isInstance(view)) {
        all.add(type.cast(view));
      }
    }
    return all;
  }

  private static Rect bounds(View view) {
    int[] at = new int[2];
    view.getLocationInWindow(at);
    return new Rect(at[0], at[1], at[0] + view.getWidth(), at[1] + view.getHeight());
  }

  private static float dp(View view, float pixels) {
    return pixels
        / TypedValue.applyDimension(
            TypedValue.COMPLEX_UNIT_DIP, 1, view.getResources().getDisplayMetrics());
  }
}
