// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.Assume.assumeTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.BeforeClass;
import org.junit.Test;
import org.undertone.app.infer.ModelRefusedException.Reason;
import org.undertone.app.infer.SelfTestResult.Finding;

/** On the phone's own TensorFlow Lite, whose other delegates cannot run here. */
public class ClassifierFactoryTest {
  private static final String PHONE = "maker/phone:14/BUILD";
  private static final double NEVER = 0;
  private static final long SLOW_NANOS = 3_000_000;

  private final KeptInMap memory = new KeptInMap();
  private final DriversOfPhone phone = new DriversOfPhone();

  @BeforeClass
  public static void loadTflite() {
    String whyNot = AndroidTflite.whyNot().orElse("");
    assumeTrue(whyNot, whyNot.isEmpty());
    AndroidTflite.load();
  }

  private ClassifierFactory factory(DelegateRuntime runtime, double fastEnoughMicros) {
    return new ClassifierFactory(
        runtime, memory, new KnownEnds(), PHONE, TestModels.golden(), fastEnoughMicros);
  }

  private DelegateDecision decide(DelegateRuntime runtime, Delegate requested)
      throws ModelRefusedException {
    return decide(runtime, requested, ClassifierFactory.FAST_ENOUGH_MICROS);
  }

  private DelegateDecision decide(DelegateRuntime runtime, Delegate requested, double fastEnough)
      throws ModelRefusedException {
    try (OpenedClassifier opened =
        factory(runtime, fastEnough).open(TestModels.loaded(), requested)) {
      float[] probabilities = new float[8];
      opened.classifier().classify(new float[192 * 40], probabilities);
      assertThat(probabilities[0]).isBetween(0f, 1f);
      assertThat(opened.decision().selfTest().delegate()).isEqualTo(opened.decision().used());
      return opened.decision();
    }
  }

  @Test
  public void runsOnTheCpuAsWished() throws ModelRefusedException {
    DelegateDecision decision = decide(new TfliteRuntime(), Delegate.CPU);
    assertThat(decision.used()).isEqualTo(Delegate.CPU);
    assertThat(decision.reason()).isEqualTo(DelegateReason.AS_REQUESTED);
    assertThat(decision.fellBack()).isFalse();
    assertThat(decision.selfTest().passed()).isTrue();
    assertThat(decision.selfTest().maxDifference()).isLessThan(1e-3);
    assertThat(decision.selfTest().medianMicros()).isPositive();
  }

  @Test
  public void fallsBackWhereTheLibraryIsMissing() throws ModelRefusedException {
    for (Delegate delegate : Delegate.ACCELERATORS) {
      for (int start = 0; start < 2; start++) {
        DelegateDecision decision = decide(new TfliteRuntime(), delegate);
        assertThat(decision.used()).isEqualTo(Delegate.CPU);
        assertThat(decision.fellBack()).isTrue();
        assertThat(decision.reason()).isEqualTo(DelegateReason.LIBRARY_MISSING);
        assertThat(decision.detail()).contains("UnsatisfiedLinkError");
      }
    }
  }

  @Test
  public void automaticTakesTheCpuWhereItIsFastEnough() throws ModelRefusedException {
    DelegateDecision decision = decide(phone, Delegate.AUTOMATIC, Double.MAX_VALUE);
    assertThat(decision.used()).isEqualTo(Delegate.CPU);
    assertThat(decision.reason()).isEqualTo(DelegateReason.CPU_FAST_ENOUGH);
    assertThat(phone.tried).containsExactly(Delegate.CPU);
  }

  @Test
  public void automaticTakesTheFastestThatAgrees() throws ModelRefusedException {
    phone.drivers.put(Delegate.CPU, probabilities -> sleep());
    phone.drivers.put(Delegate.GPU, probabilities -> probabilities[0] = Float.NaN);
    phone.drivers.put(Delegate.NNAPI, probabilities -> {});
    DelegateDecision decision = decide(phone, Delegate.AUTOMATIC);
    assertThat(decision.used()).isEqualTo(Delegate.NNAPI);
    assertThat(decision.reason()).isEqualTo(DelegateReason.FASTEST);
    phone.tried.clear();
    assertThat(decide(phone, Delegate.AUTOMATIC).used()).isEqualTo(Delegate.NNAPI);
    assertThat(phone.tried).containsExactly(Delegate.CPU, Delegate.NNAPI);
    // An update of the driver may break it.
    phone.drivers.put(Delegate.NNAPI, probabilities -> probabilities[0] += 1);
    DelegateDecision broken = decide(phone, Delegate.AUTOMATIC);
    assertThat(broken.used()).isEqualTo(Delegate.CPU);
    assertThat(broken.reason()).isEqualTo(DelegateReason.SELF_TEST_FAILED);
  }

  @Test
  public void automaticStaysOnTheCpuWhereNothingIsClearlyFaster() throws ModelRefusedException {
    phone.drivers.put(Delegate.GPU, probabilities -> sleep());
    DelegateDecision decision = decide(phone, Delegate.AUTOMATIC, NEVER);
    assertThat(decision.used()).isEqualTo(Delegate.CPU);
    assertThat(decision.reason()).isEqualTo(DelegateReason.FASTEST);
    phone.tried.clear();
    assertThat(decide(phone, Delegate.AUTOMATIC, NEVER).used()).isEqualTo(Delegate.CPU);
    assertThat(phone.tried).containsExactly(Delegate.CPU);
  }

  private static void sleep() {
    long end = System.nanoTime() + SLOW_NANOS;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  public void takesADelegateThatAgrees() throws ModelRefusedException {
    phone.drivers.put(Delegate.GPU, probabilities -> move(probabilities, 0.015f));
    DelegateDecision decision = decide(phone, Delegate.GPU);
    assertThat(decision.used()).isEqualTo(Delegate.GPU);
    assertThat(decision.reason()).isEqualTo(DelegateReason.AS_REQUESTED);
    assertThat(decision.selfTest().maxDifference()).isBetween(0.01, 0.02);
    assertThat(memory.texts).isEmpty();
  }

  @Test
  public void aPhoneThatCannotLoadTfliteSaysSo() {
    DelegateRuntime none =
        (file, delegate) -> {
          throw new UnsatisfiedLinkError("not aligned to 16 KB");
        };
    ModelRefusedException e =
        catchThrowableOfType(ModelRefusedException.class, () -> decide(none, Delegate.AUTOMATIC));
    assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED_NETWORK);
    assertThat(e).hasMessageContaining("cannot be loaded").hasMessageContaining("16 KB");
  }

  @Test
  public void theCpuGoesOnWhereADelegateGivesUpAtWork() throws ModelRefusedException {
    float[] window = new float[192 * 40];
    float[] expected = new float[8];
    try (OpenedClassifier cpu = factory(phone, 0).open(TestModels.loaded(), Delegate.CPU)) {
      cpu.classifier().classify(window, expected);
    }
    List<Consumer<float[]>> ends =
        List.of(
            probabilities -> {
              throw new IllegalStateException("the context was lost");
            },
            probabilities -> probabilities[3] = Float.NaN);
    for (Consumer<float[]> end : ends) {
      memory.clear();
      AtomicReference<Consumer<float[]>> driver = new AtomicReference<>(probabilities -> {});
      phone.drivers.put(Delegate.GPU, probabilities -> driver.get().accept(probabilities));
      try (OpenedClassifier gpu = factory(phone, 0).open(TestModels.loaded(), Delegate.GPU)) {
        assertThat(gpu.decision().used()).isEqualTo(Delegate.GPU);
        driver.set(end);
        phone.tried.clear();
        for (int i = 0; i < 2; i++) {
          float[] probabilities = new float[8];
          gpu.classifier().classify(window, probabilities);
          assertThat(probabilities).isEqualTo(expected);
        }
        assertThat(phone.tried).as("the CPU stood ready").isEmpty();
      }
      DelegateDecision next = decide(phone, Delegate.GPU);
      assertThat(next.used()).isEqualTo(Delegate.CPU);
      assertThat(next.reason()).isEqualTo(DelegateReason.FAILED);
      assertThat(next.detail()).contains("IllegalStateException");
    }
  }

  /** Takes from the most probable label and gives to the least. */
  private static void move(float[] probabilities, float amount) {
    int most = 0;
    int least = 0;
    for (int i = 1; i < probabilities.length; i++) {
      most = probabilities[i] > probabilities[most] ? i : most;
      least = probabilities[i] < probabilities[least] ? i : least;
    }
    probabilities[most] -= amount;
    probabilities[least] += amount;
  }

  @Test
  public void refusesADelegateThatDiffersAndRemembersIt() throws ModelRefusedException {
    phone.drivers.put(Delegate.GPU, probabilities -> move(probabilities, 0.05f));
    DelegateDecision decision = decide(phone, Delegate.GPU);
    assertThat(decision.used()).isEqualTo(Delegate.CPU);
    assertThat(decision.reason()).isEqualTo(DelegateReason.SELF_TEST_FAILED);
    assertThat(decision.detail()).contains(Finding.DIFFERS.name()).contains("0.0500");
    phone.tried.clear();
    DelegateDecision again = decide(phone, Delegate.GPU);
    assertThat(again.reason()).isEqualTo(DelegateReason.SELF_TEST_FAILED);
    assertThat(again.detail()).isEqualTo(decision.detail());
    assertThat(phone.tried).containsExactly(Delegate.CPU);
  }

  @Test
  public void refusesWhatIsNoProbability() throws ModelRefusedException {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -0.1f, 1.5f}) {
      memory.clear();
      phone.drivers.put(Delegate.NNAPI, probabilities -> probabilities[3] = bad);
      DelegateDecision decision = decide(phone, Delegate.NNAPI);
      assertThat(decision.reason()).isEqualTo(DelegateReason.SELF_TEST_FAILED);
      assertThat(decision.detail()).contains(Finding.NOT_PROBABILITIES.name());
    }
  }

  @Test
  public void survivesADriverThatThrows() throws ModelRefusedException {
    List<Throwable> faults =
        List.of(
            new IllegalStateException("driver"),
            new OutOfMemoryError("driver"),
            new StackOverflowError("driver"));
    for (Throwable fault : faults) {
      memory.clear();
      phone.drivers.put(
          Delegate.GPU,
          probabilities -> {
            if (fault instanceof Error) {
              throw (Error) fault;
            }
            throw (RuntimeException) fault;
          });
      DelegateDecision decision = decide(phone, Delegate.GPU);
      assertThat(decision.used()).isEqualTo(Delegate.CPU);
      assertThat(decision.reason()).isEqualTo(DelegateReason.FAILED);
      assertThat(decision.detail()).contains("driver");
    }
  }

  @Test
  public void doesNotTryAgainWhatEndedTheProcess() throws ModelRefusedException {
    // What is on the disk when the driver ends the process in its first window.
    Map<String, String> atCrash = new HashMap<>();
    phone.drivers.put(Delegate.GPU, probabilities -> memory.texts.forEach(atCrash::putIfAbsent));
    decide(phone, Delegate.GPU);
    assertThat(atCrash).hasSize(1);
    memory.texts.putAll(atCrash);

    phone.tried.clear();
    for (int start = 0; start < 3; start++) {
      DelegateDecision decision = decide(phone, Delegate.GPU);
      assertThat(decision.used()).isEqualTo(Delegate.CPU);
      assertThat(decision.reason()).isEqualTo(DelegateReason.CRASHED);
    }
    assertThat(phone.tried).containsOnly(Delegate.CPU);

    factory(phone, NEVER).retry();
    assertThat(decide(phone, Delegate.GPU).used()).isEqualTo(Delegate.GPU);
  }

  @Test
  public void whatIsRememberedHoldsForOneRelease() throws ModelRefusedException {
    phone.drivers.put(Delegate.GPU, probabilities -> probabilities[0] = Float.NaN);
    decide(phone, Delegate.GPU);
    phone.drivers.put(Delegate.GPU, probabilities -> {});
    ClassifierFactory updated =
        new ClassifierFactory(
            phone, memory, new KnownEnds(), PHONE + "2", TestModels.golden(), NEVER);
    try (OpenedClassifier opened = updated.open(TestModels.loaded(), Delegate.GPU)) {
      assertThat(opened.decision().used()).isEqualTo(Delegate.GPU);
    }
  }

  @Test
  public void saysThatTheCpuIsFarFromWhatIsRight() throws ModelRefusedException {
    phone.drivers.put(Delegate.CPU, probabilities -> move(probabilities, 0.04f));
    DelegateDecision decision = decide(phone, Delegate.CPU);
    assertThat(decision.selfTest().passed()).isFalse();
    assertThat(decision.selfTest().reason()).isEqualTo(Finding.DIFFERS);
  }

  @Test
  public void refusesAModelWhoseResultsAreNoProbabilities() {
    phone.drivers.put(Delegate.CPU, probabilities -> probabilities[0] = Float.NaN);
    ModelRefusedException e =
        catchThrowableOfType(ModelRefusedException.class, () -> decide(phone, Delegate.CPU));
    assertThat(e.reason()).isEqualTo(Reason.SELF_TEST_FAILED);
  }

  @Test
  public void settingsNameDelegates() {
    for (Delegate delegate : Delegate.values()) {
      assertThat(Delegate.ofSetting(delegate.setting())).isEqualTo(delegate);
    }
    assertThat(Delegate.ofSetting("tpu")).isEqualTo(Delegate.AUTOMATIC);
  }
}
