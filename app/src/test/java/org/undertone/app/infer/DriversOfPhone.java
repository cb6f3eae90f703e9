// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;

/** Stands for phones with good and bad drivers: the CPU's results, spoilt. Notes what was tried. */
final class DriversOfPhone implements DelegateRuntime {
  final List<Delegate> tried = new ArrayList<>();
  final Map<Delegate, Consumer<float[]>> drivers = new HashMap<>();

  @Override
  public EmotionClassifier open(ModelFile file, Delegate delegate)
      throws ModelRefusedException, DelegateException {
    tried.add(delegate);
    if (delegate != Delegate.CPU && !drivers.containsKey(delegate)) {
      throw new DelegateException(DelegateReason.NOT_SUPPORTED, "no such thing");
    }
    EmotionClassifier cpu = InterpreterClassifier.onCpu(file);
    Consumer<float[]> driver = drivers.getOrDefault(delegate, probabilities -> {});
    return new EmotionClassifier() {
      @Override
      public ModelSpec spec() {
        return cpu.spec();
      }

      @Override
      public void classify(float[] window, float[] probabilities) {
        cpu.classify(window, probabilities);
        driver.accept(probabilities);
      }

      @Override
      public void close() {
        cpu.close();
      }
    };
  }
}
