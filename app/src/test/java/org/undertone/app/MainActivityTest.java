// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;

import android.content.Context;
import android.graphics.BitmapFactory;
import androidx.test.core.app.ActivityScenario;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.undertone.ser.infer.ModelFile;

/** The app starts, and shows its main screen. */
@RunWith(AndroidJUnit4.class)
public class MainActivityTest {

  @Test
  public void showsItsDestinations() {
    AppContainer.of(ApplicationProvider.getApplicationContext()).settings().acceptNotice();
    try (ActivityScenario<MainActivity> scenario = ActivityScenario.launch(MainActivity.class)) {
      onView(allOf(withText(R.string.destination_history), isDisplayed()))
          .check(matches(isDisplayed()));
      scenario.onActivity(
          activity -> {
            File picture = Screens.capture(activity, "main");
            BitmapFactory.Options size = new BitmapFactory.Options();
            BitmapFactory.decodeFile(picture.toString(), size);
            assertThat(size.outWidth).isGreaterThan(1000);
            assertThat(size.outHeight).isGreaterThan(2000);
          });
    }
  }

  @Test
  public void carriesTheModel() throws IOException {
    Context context = ApplicationProvider.getApplicationContext();
    try (InputStream in = context.getAssets().open("undertone.tflite")) {
      assertThat(ModelFile.read(in).spec().name()).isEqualTo("Undertone");
    }
  }
}
