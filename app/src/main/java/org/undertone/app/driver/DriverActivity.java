// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import android.content.Context;
import android.content.Intent;
import android.content.res.ColorStateList;
import android.graphics.Color;
import android.os.Build;
import android.os.Bundle;
import android.view.View;
import android.view.WindowManager;
import android.view.accessibility.AccessibilityManager;
import android.widget.Button;
import android.widget.LinearLayout;
import android.widget.TextView;
import androidx.activity.EdgeToEdge;
import androidx.activity.OnBackPressedCallback;
import androidx.activity.SystemBarStyle;
import androidx.annotation.ColorInt;
import androidx.annotation.RequiresApi;
import androidx.appcompat.app.AppCompatActivity;
import androidx.appcompat.app.AppCompatDelegate;
import androidx.core.graphics.ColorUtils;
import androidx.core.graphics.Insets;
import androidx.core.view.ViewCompat;
import androidx.core.view.WindowInsetsCompat;
import androidx.lifecycle.ViewModelProvider;
import org.undertone.app.MainActivity;
import org.undertone.app.R;

/**
 * The screen for a phone in a holder: one word, one shape, one colour, at most one question, and Stop.
 * Dark by day too, sized in dp so that no font size breaks it, and the screen stays on while a drive
 * goes on. Opening it starts a drive.
 */
public final class DriverActivity extends AppCompatActivity {
  /** How much of the state's colour the area behind it takes. */
  private static final float AREA_TINT = 0.22f;

  /** Width of what is beside the area on its side, where the area has 4. */
  private static final float ASKING_WEIGHT = 5;

  private static final float QUIET_WEIGHT = 2.4f;

  private static final String EXTRA_SHOW = "org.undertone.app.show";

  private DriverViewModel model;
  private View area;
  private DriverStateView shape;

  /** What is beside the area on its side; null upright. */
  private View column;

  private TextView word;
  private TextView quiet;
  private View prompt;
  private TextView promptText;
  private Button yes;
  private Button no;
  private View stop;

  /** Returns what opens this screen and starts a drive, or shows the one that goes on. */
  public static Intent intent(Context context) {
    return new Intent(context, DriverActivity.class);
  }

  /** Returns what shows the drive that goes on; if it has ended meanwhile, none is started. */
  public static Intent showIntent(Context context) {
    return intent(context).putExtra(EXTRA_SHOW, true).addFlags(Intent.FLAG_ACTIVITY_SINGLE_TOP);
  }

  @Override
  protected void attachBaseContext(Context base) {
    getDelegate().setLocalNightMode(AppCompatDelegate.MODE_NIGHT_YES);
    super.attachBaseContext(base);
  }

  @Override
  protected void onCreate(Bundle savedInstanceState) {
    SystemBarStyle bars = SystemBarStyle.dark(Color.TRANSPARENT);
    EdgeToEdge.enable(this, bars, bars);
    super.onCreate(savedInstanceState);
    setContentView(R.layout.activity_driver);
    bindViews();
    model =
        new ViewModelProvider(this, DriverViewModel.factory(getApplication()))
            .get(DriverViewModel.class);
    boolean show = savedInstanceState != null || getIntent().getBooleanExtra(EXTRA_SHOW, false);
    if (show && !model.hasDrive()) {
      // The process died since, or the drive has ended. Nobody asked for a new one.
      finish();
      return;
    }
    model.setOfferMillis(offerMillis());
    model.start();
    model.screen().observe(this, this::show);
    model.done().observe(this, done -> openSummary(done));
    getOnBackPressedDispatcher()
        .addCallback(
            this,
            new OnBackPressedCallback(true) {
              @Override
              public void handleOnBackPressed() {
                back();
              }
            });
  }

  private void bindViews() {
    area = findViewById(R.id.driver_area);
    shape = findViewById(R.id.driver_shape);
    word = findViewById(R.id.driver_word);
    quiet = findViewById(R.id.driver_quiet);
    column = findViewById(R.id.driver_column);
    prompt = findViewById(R.id.driver_prompt);
    promptText = findViewById(R.id.driver_prompt_text);
    yes = findViewById(R.id.driver_yes);
    no = findViewById(R.id.driver_no);
    stop = findViewById(R.id.driver_stop);
    stop.setOnClickListener(view -> model.stop());
    View root = findViewById(R.id.driver_root);
    int margin = root.getPaddingTop();
    ViewCompat.setOnApplyWindowInsetsListener(
        root,
        (view, insets) -> {
          Insets bars =
              insets.getInsets(
                  WindowInsetsCompat.Type.systemBars() | WindowInsetsCompat.Type.displayCutout());
          view.setPadding(
              margin + bars.left, margin + bars.top, margin + bars.right, margin + bars.bottom);
          return WindowInsetsCompat.CONSUMED;
        });
  }

  private void show(DriverScreen screen) {
    @ColorInt int color = getColor(screen.color());
    shape.show(screen.shape(), color, screen.quietSeconds());
    area.setBackgroundTintList(ColorStateList.valueOf(areaColor(color)));
    setTextIfNew(word, getString(screen.word()));
    showQuiet(screen.quietMinutes());
    showPrompt(screen.prompt());
    stop.setVisibility(screen.listening() ? View.VISIBLE : View.INVISIBLE);
    keepScreenOn(screen.listening());
  }

  /** Returns the colour of the area behind a shape of that colour. */
  @ColorInt
  private int areaColor(@ColorInt int color) {
    return ColorUtils.blendARGB(getColor(R.color.driver_background), color, AREA_TINT);
  }

  private void showQuiet(int minutes) {
    quiet.setVisibility(minutes > 0 ? View.VISIBLE : View.INVISIBLE);
    setTextIfNew(quiet, getString(R.string.driver_quiet_minutes, minutes));
    quiet.setContentDescription(
        getResources().getQuantityString(R.plurals.driver_quiet_description, minutes, minutes));
  }

  private void showPrompt(DriverPrompt shown) {
    prompt.setVisibility(shown == null ? View.GONE : View.VISIBLE);
    widenColumn(shown != null);
    if (shown == null) {
      return;
    }
    setTextIfNew(promptText, getString(shown.text()));
    yes.setText(shown.yes());
    no.setText(shown.no());
    yes.setOnClickListener(view -> model.answerYes(shown));
    no.setOnClickListener(view -> answerNo(shown));
  }

  /** On its side, the phone has room for a larger area while nothing is asked. */
  private void widenColumn(boolean wide) {
    if (column != null) {
      LinearLayout.LayoutParams params = (LinearLayout.LayoutParams) column.getLayoutParams();
      params.weight = wide ? ASKING_WEIGHT : QUIET_WEIGHT;
      column.setLayoutParams(params);
    }
  }

  /** A text set anew is announced anew: a screen reader would repeat itself ten times a second. */
  private static void setTextIfNew(TextView view, String text) {
    if (!text.contentEquals(view.getText())) {
      view.setText(text);
    }
  }

  private void keepScreenOn(boolean on) {
    if (on) {
      getWindow().addFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON);
    } else {
      getWindow().clearFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON);
    }
  }

  private void answerNo(DriverPrompt shown) {
    if (model.answerNo(shown)) {
      finish();
    }
  }

  private void back() {
    if (model.back()) {
      finish();
    }
  }

  private void openSummary(boolean done) {
    if (done && !isFinishing()) {
      startActivity(MainActivity.sessionIntent(this, model.sessionId()));
      finish();
    }
  }

  /** Returns for how long an offer stays that goes by itself, longer for those who set it so. */
  private int offerMillis() {
    return Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q
        ? recommendedMillis()
        : DriverViewModel.OFFER_MILLIS;
  }

  @RequiresApi(Build.VERSION_CODES.Q)
  private int recommendedMillis() {
    return getSystemService(AccessibilityManager.class)
        .getRecommendedTimeoutMillis(
            DriverViewModel.OFFER_MILLIS,
            AccessibilityManager.FLAG_CONTENT_CONTROLS | AccessibilityManager.FLAG_CONTENT_TEXT);
  }
}
