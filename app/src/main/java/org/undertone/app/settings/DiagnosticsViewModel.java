// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.app.Application;
import androidx.annotation.NonNull;
import androidx.lifecycle.AndroidViewModel;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import java.io.IOException;
import org.undertone.app.AppContainer;
import org.undertone.app.infer.Delegate;
import org.undertone.app.infer.DelegateDecision;
import org.undertone.app.infer.LoadedModel;
import org.undertone.app.infer.OpenedClassifier;

/** Opens the model as a recording would, and keeps what came of it. Main thread. */
public final class DiagnosticsViewModel extends AndroidViewModel {
  /**
   * What came of opening the model; immutable.
   *
   * @param model the model, or null if it could not be read
   * @param decision where it runs, or null if it could not be opened
   * @param trouble why not, empty if it could
   */
  record Finding(LoadedModel model, DelegateDecision decision, String trouble) {}

  private final AppContainer container;
  private final MutableLiveData<Finding> finding = new MutableLiveData<>();

  /** Made by the provider of view models. */
  public DiagnosticsViewModel(@NonNull Application application) {
    super(application);
    container = AppContainer.of(application);
    test(false);
  }

  /** Observes the last test; null while one goes on. */
  LiveData<Finding> finding() {
    return finding;
  }

  /** Tests again, delegates that failed before too. */
  void testAgain() {
    finding.setValue(null);
    test(true);
  }

  private void test(boolean forget) {
    container.executors().io().execute(() -> finding.postValue(find(forget)));
  }

  private Finding find(boolean forget) {
    LoadedModel model = null;
    try {
      model = container.models().current().model();
      if (forget) {
        container.classifiers().retry();
      }
      Delegate wished = Delegate.ofSetting(container.settings().delegate());
      try (OpenedClassifier opened = container.classifiers().open(model, wished)) {
        return new Finding(model, opened.decision(), "");
      }
    } catch (IOException e) {
      return new Finding(model, null, String.valueOf(e.getMessage()));
    }
  }
}
