// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.Assume.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.BeforeClass;
import org.junit.Test;
import org.undertone.app.infer.ModelRefusedException.Reason;
import org.undertone.ser.infer.ModelFile;

/** On the phone's own TensorFlow Lite. */
public class InterpreterClassifierTest {
  private static final int CYCLES = 100;
  private static final long PAGE_KIB = 4;

  /** A network that stays would keep its weights, 1.4 MB; what the heap keeps for itself varies by less. */
  private static final long LEAK_KIB_PER_CYCLE = 350;

  private static final int CALLS = 2_000;

  @BeforeClass
  public static void loadTflite() {
    String whyNot = AndroidTflite.whyNot().orElse("");
    assumeTrue(whyNot, whyNot.isEmpty());
    AndroidTflite.load();
    AndroidTflite.load();
  }

  @Test
  public void givesTheProbabilitiesOfTheOtherRuntime() throws IOException {
    ModelFile file = TestModels.file(TestModels.builtIn());
    GoldenWindows golden = GoldenWindows.of(file, TestModels.golden());
    float[] probabilities = new float[file.spec().labels().size()];
    int compared = 0;
    try (InterpreterClassifier classifier = InterpreterClassifier.onCpu(file)) {
      for (int i = 0; i < golden.windows().size(); i++) {
        classifier.classify(golden.windows().get(i), probabilities);
        if (golden.expected(i).isPresent()) {
          assertThat(probabilities).containsExactly(golden.expected(i).get(), within(1e-3f));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(4);
  }

  @Test
  public void refusesArraysOfWrongLengthAndUseAfterClose() throws IOException {
    ModelFile file = TestModels.file(TestModels.builtIn());
    float[] window = new float[192 * 40];
    InterpreterClassifier classifier = InterpreterClassifier.onCpu(file);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> classifier.classify(new float[40], new float[8]))
        .withMessageContaining("a window of 40 values")
        .withMessageContaining("need 7680 and 8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> classifier.classify(window, new float[4]));
    classifier.close();
    classifier.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> classifier.classify(window, new float[8]))
        .withMessageContaining("closed");
  }

  @Test
  public void refusesWhatIsNoNetwork() {
    byte[] garbage = TestModels.patched(network -> network[0] = 127);
    ModelRefusedException e =
        catchThrowableOfType(
            ModelRefusedException.class,
            () -> InterpreterClassifier.onCpu(TestModels.file(garbage)).close());
    assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED_NETWORK);
    assertThat(e).hasMessageContaining("export it again");
  }

  @Test
  public void hardlyAllocates() throws IOException {
    ModelFile file = TestModels.file(TestModels.builtIn());
    float[] window = new float[192 * 40];
    float[] probabilities = new float[8];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (InterpreterClassifier classifier = InterpreterClassifier.onCpu(file)) {
      for (int i = 0; i < CALLS; i++) {
        classifier.classify(window, probabilities);
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        classifier.classify(window, probabilities);
      }
      long perCall = (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
      // The runtime's own iterators; none of ours, and nothing of the size of a window (30 KB).
      assertThat(perCall).isLessThan(300);
    }
  }

  @Test
  public void opensAndClosesWithoutGrowing() throws IOException {
    ModelFile file = TestModels.file(TestModels.builtIn());
    cycle(file, CYCLES);
    long before = residentKib();
    cycle(file, CYCLES);
    assertThat(residentKib() - before).isLessThan(CYCLES * LEAK_KIB_PER_CYCLE);
  }

  private static void cycle(ModelFile file, int times) throws IOException {
    float[] window = new float[192 * 40];
    float[] first = new float[8];
    float[] probabilities = new float[8];
    for (int i = 0; i < times; i++) {
      try (InterpreterClassifier classifier = InterpreterClassifier.onCpu(file)) {
        classifier.classify(window, i == 0 ? first : probabilities);
      }
      assertThat(i == 0 ? first : probabilities).isEqualTo(first);
    }
    System.gc();
  }

  private static long residentKib() throws IOException {
    String pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1];
    return Long.parseLong(pages) * PAGE_KIB;
  }

  @Test
  public void refusesOtherShapesThanDescribed() {
    ModelFile file = TestModels.file(TestModels.builtIn());
    byte[] other = TestModels.described(TestModels.withWindow(file.spec(), 191));
    ModelRefusedException e =
        catchThrowableOfType(
            ModelRefusedException.class,
            () -> InterpreterClassifier.onCpu(TestModels.file(other)).close());
    assertThat(e.reason()).isEqualTo(Reason.WRONG_SHAPE);
    assertThat(e).hasMessageContaining("[1, 1, 192, 40]").hasMessageContaining("[1, 1, 191, 40]");
  }
}
