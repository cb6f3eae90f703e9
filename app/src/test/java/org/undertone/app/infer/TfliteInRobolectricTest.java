// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import android.app.Application;
import android.content.Context;
import androidx.core.util.AtomicFile;
import androidx.test.core.app.ApplicationProvider;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;
import org.undertone.app.infer.LoadedModel.Origin;

/** The app's own assets and preferences, and several of Robolectric's class loaders in one process. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
public class TfliteInRobolectricTest {
  private final Context context = ApplicationProvider.getApplicationContext();

  @Before
  public void loadTflite() {
    String whyNot = AndroidTflite.whyNot().orElse("");
    assumeTrue(whyNot, whyNot.isEmpty());
    AndroidTflite.load();
  }

  private void runsTheBuiltInModel() throws IOException {
    ClassifierFactory classifiers = ClassifierFactory.of(context);
    CurrentModel current = ModelStore.of(context, classifiers).current();
    try (OpenedClassifier opened = classifiers.open(current.model(), Delegate.GPU)) {
      DelegateDecision decision = opened.decision();
      assertThat(decision.used()).isEqualTo(Delegate.CPU);
      assertThat(decision.reason()).isEqualTo(DelegateReason.LIBRARY_MISSING);
      assertThat(decision.selfTest().passed()).isTrue();
      assertThat(decision.selfTest().maxDifference()).isLessThan(1e-3);
    }
    assertThat(context.getSharedPreferences("delegates", Context.MODE_PRIVATE).getAll()).hasSize(1);
    classifiers.retry();
    assertThat(context.getSharedPreferences("delegates", Context.MODE_PRIVATE).getAll()).isEmpty();
  }

  @Test
  public void runsTheModelAmongTheAssets() throws IOException {
    runsTheBuiltInModel();
  }

  @Test
  @GraphicsMode(GraphicsMode.Mode.LEGACY)
  public void runsInAnotherClassLoaderOfTheSameProcess() throws IOException {
    runsTheBuiltInModel();
  }

  @Test
  public void usesTheBuiltInModelWhenTheSelectionIsNotReadable() throws IOException {
    File folder = new File(context.getFilesDir(), "models");
    assertThat(folder.mkdirs()).isTrue();
    for (String text : List.of("", "{", "[]", "{}", "{\"file\":\"../x\",\"name\":\"\"}")) {
      AtomicFile file = new AtomicFile(new File(folder, "selection.json"));
      FileOutputStream out = file.startWrite();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      file.finishWrite(out);
      ModelStore store = ModelStore.of(context, ClassifierFactory.of(context));
      assertThat(store.current().model().origin()).as(text).isEqualTo(Origin.BUILT_IN);
      store.importModel(new ByteArrayInputStream(TestModels.builtIn()), "a.tflite");
      assertThat(store.current().model().origin()).as(text).isEqualTo(Origin.IMPORTED);
    }
  }
}
