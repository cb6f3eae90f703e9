// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import android.content.Context;
import android.os.Build;
import java.io.IOException;
import java.util.Optional;
import org.undertone.app.infer.DelegateTrials.Trial;
import org.undertone.ser.infer.EmotionClassifier;

/**
 * Opens models where the user wishes, or on the CPU where that does not work, and says which and why. Any
 * thread, one at a time; takes tens of milliseconds, with a GPU up to seconds. A classifier on the GPU
 * must be used on the thread that opened it.
 */
public final class ClassifierFactory {
  /**
   * Median time of a window, µs, below which the CPU is taken without trying anything else: a verdict
   * falls due only every half second, so there is nothing to win.
   */
  static final double FAST_ENOUGH_MICROS = 2000;

  /** Part of the CPU's time that another delegate may take to be preferred: 20 % less, beyond chance. */
  static final double CLEARLY_FASTER = 0.8;

  private static final String MEMORY = "delegates";

  private final DelegateRuntime runtime;
  private final DelegateTrials trials;
  private final byte[] golden;
  private final double fastEnoughMicros;

  /** For tests: with a runtime and a threshold of one's own. */
  ClassifierFactory(
      DelegateRuntime runtime,
      DelegateMemory memory,
      ProcessHistory processes,
      String device,
      byte[] golden,
      double fastEnoughMicros) {
    this.runtime = runtime;
    this.trials = new DelegateTrials(runtime, memory, processes, device);
    this.golden = golden;
    this.fastEnoughMicros = fastEnoughMicros;
  }

  /**
   * Returns a factory with the delegates of this phone.
   *
   * @throws IOException if an asset of the app cannot be read
   */
  public static ClassifierFactory of(Context context) throws IOException {
    return new ClassifierFactory(
        new TfliteRuntime(),
        new PreferencesDelegateMemory(context.getSharedPreferences(MEMORY, Context.MODE_PRIVATE)),
        new ExitReasons(context),
        Build.FINGERPRINT,
        Streams.readFully(context.getAssets().open(GoldenWindows.ASSET), 1 << 20),
        FAST_ENOUGH_MICROS);
  }

  /**
   * Opens a model.
   *
   * @throws ModelRefusedException if TensorFlow Lite does not take the model, or its results on the CPU
   *     are no probabilities
   */
  public synchronized OpenedClassifier open(LoadedModel model, Delegate requested)
      throws ModelRefusedException {
    EmotionClassifier cpu = openOnCpu(model);
    boolean keepCpu = false;
    try {
      SelfTest test = testOnCpu(model, cpu);
      OpenedClassifier opened =
          switch (requested) {
            case AUTOMATIC -> openFastest(model, cpu, test);
            case CPU -> onCpu(cpu, requested, DelegateReason.AS_REQUESTED, "", test);
            case GPU, NNAPI -> openOn(model, requested, requested, cpu, test);
          };
      // What was opened is the CPU, or has it behind it.
      keepCpu = true;
      return opened;
    } finally {
      if (!keepCpu) {
        cpu.close();
      }
    }
  }

  /** Forgets which delegates failed, so that they are tried again: the user asked for it. */
  public synchronized void retry() {
    trials.forget();
  }

  /**
   * Runs a model on the CPU to see whether it works.
   *
   * @throws ModelRefusedException if it does not
   */
  SelfTestResult verify(LoadedModel model) throws ModelRefusedException {
    try (EmotionClassifier cpu = openOnCpu(model)) {
      return testOnCpu(model, cpu).cpu();
    }
  }

  private EmotionClassifier openOnCpu(LoadedModel model) throws ModelRefusedException {
    try {
      return runtime.open(model.file(), Delegate.CPU);
    } catch (DelegateException e) {
      throw new IllegalStateException("every phone has a CPU", e);
    } catch (LinkageError e) {
      // As on a phone with larger pages of memory than the library was made for.
      throw new ModelRefusedException(
          ModelRefusedException.Reason.UNSUPPORTED_NETWORK,
          "TensorFlow Lite cannot be loaded on this phone: " + e.getMessage(),
          e);
    }
  }

  private SelfTest testOnCpu(LoadedModel model, EmotionClassifier cpu)
      throws ModelRefusedException {
    SelfTest test;
    try {
      test = new SelfTest(GoldenWindows.of(model.file(), golden), cpu);
    } catch (IOException | IllegalStateException e) {
      throw new ModelRefusedException(
          ModelRefusedException.Reason.SELF_TEST_FAILED, "the self-test failed: " + e, e);
    }
    // Far from the right probabilities, they may still be of use; diagnostics say so.
    if (test.cpu().reason() == SelfTestResult.Finding.NOT_PROBABILITIES) {
      throw new ModelRefusedException(
          ModelRefusedException.Reason.SELF_TEST_FAILED, "the self-test found " + test.cpu());
    }
    return test;
  }

  private static OpenedClassifier onCpu(
      EmotionClassifier cpu,
      Delegate requested,
      DelegateReason reason,
      String detail,
      SelfTest test) {
    return new OpenedClassifier(
        cpu, new DelegateDecision(requested, Delegate.CPU, reason, detail, test.cpu()));
  }

  private OpenedClassifier openOn(
      LoadedModel model,
      Delegate delegate,
      Delegate requested,
      EmotionClassifier cpu,
      SelfTest test) {
    Trial trial = trials.attempt(model.file(), delegate, test);
    if (!trial.classifier().isPresent()) {
      return onCpu(cpu, requested, trial.reason(), trial.detail(), test);
    }
    DelegateReason reason =
        requested == delegate ? DelegateReason.AS_REQUESTED : DelegateReason.FASTEST;
    trials.atWork(model.file(), delegate);
    EmotionClassifier classifier =
        new FallbackClassifier(
            trial.classifier().get(),
            cpu,
            failure -> gaveUp(model, delegate, failure),
            () -> closed(model, delegate));
    return new OpenedClassifier(
        classifier, new DelegateDecision(requested, delegate, reason, "", trial.result().get()));
  }

  private synchronized void gaveUp(LoadedModel model, Delegate delegate, RuntimeException failure) {
    trials.setFailed(model.file(), delegate, failure);
  }

  private synchronized void closed(LoadedModel model, Delegate delegate) {
    trials.closed(model.file(), delegate);
  }

  private OpenedClassifier openFastest(LoadedModel model, EmotionClassifier cpu, SelfTest test) {
    Delegate requested = Delegate.AUTOMATIC;
    if (test.cpu().medianMicros() <= fastEnoughMicros) {
      return onCpu(cpu, requested, DelegateReason.CPU_FAST_ENOUGH, "", test);
    }
    Optional<Delegate> known = trials.fastest(model.file());
    Delegate fastest = known.isPresent() ? known.get() : measure(model, test);
    OpenedClassifier opened =
        fastest == Delegate.CPU
            ? onCpu(cpu, requested, DelegateReason.FASTEST, "", test)
            : openOn(model, fastest, requested, cpu, test);
    trials.setFastest(model.file(), opened.decision().used());
    return opened;
  }

  /** Returns what is fastest; each accelerator that works is opened, measured and closed again. */
  private Delegate measure(LoadedModel model, SelfTest test) {
    Delegate fastest = Delegate.CPU;
    double least = CLEARLY_FASTER * test.cpu().medianMicros();
    for (Delegate delegate : Delegate.ACCELERATORS) {
      Trial trial = trials.attempt(model.file(), delegate, test);
      if (trial.classifier().isPresent()) {
        trials.close(model.file(), delegate, trial.classifier().get());
        if (trial.result().get().medianMicros() < least) {
          fastest = delegate;
          least = trial.result().get().medianMicros();
        }
      }
    }
    return fastest;
  }
}
