// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.app.ActivityManager;
import android.app.ApplicationExitInfo;
import android.content.Context;
import android.os.Build;
import androidx.test.core.app.ApplicationProvider;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.shadows.ShadowActivityManager.ApplicationExitInfoBuilder;
import org.robolectric.util.ReflectionHelpers;

/** What Android remembers of processes of the app. */
@RunWith(RobolectricTestRunner.class)
public class ExitReasonsTest {
  private static final int CRASHED = 70_001;
  private static final int KILLED = 70_002;

  private final Context context = ApplicationProvider.getApplicationContext();
  private final ExitReasons reasons = new ExitReasons(context);

  private void remember(int process, int reason) {
    shadowOf(context.getSystemService(ActivityManager.class))
        .addApplicationExitInfo(
            ApplicationExitInfoBuilder.newBuilder().setPid(process).setReason(reason).build());
  }

  @Test
  public void tellsCrashesInNativeCodeFromOtherEnds() {
    remember(CRASHED, ApplicationExitInfo.REASON_CRASH_NATIVE);
    remember(KILLED, ApplicationExitInfo.REASON_LOW_MEMORY);
    assertThat(reasons.crashed(CRASHED)).isTrue();
    assertThat(reasons.crashed(KILLED)).isFalse();
    assertThat(reasons.crashed(70_003)).as("one that nothing is known of").isFalse();
    assertThat(reasons.crashed(reasons.current())).as("this one").isFalse();
  }

  @Test
  public void beforeAndroid11NothingIsKnown() {
    remember(CRASHED, ApplicationExitInfo.REASON_CRASH_NATIVE);
    // Robolectric resets it after the test.
    ReflectionHelpers.setStaticField(Build.VERSION.class, "SDK_INT", Build.VERSION_CODES.Q);
    assertThat(reasons.crashed(CRASHED)).isFalse();
  }
}
