// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** Processes that end while an accelerator is at work: some because of it, most for other reasons. */
public class DelegateAtWorkTest {
  private final KeptInMap memory = new KeptInMap();
  private final KnownEnds ends = new KnownEnds();
  private final DriversOfPhone phone = new DriversOfPhone();
  private final ClassifierFactory factory = start();

  @BeforeClass
  public static void loadTflite() {
    String whyNot = AndroidTflite.whyNot().orElse("");
    assumeTrue(whyNot, whyNot.isEmpty());
    AndroidTflite.load();
  }

  @Before
  public void aGpuThatWorks() {
    phone.drivers.put(Delegate.GPU, probabilities -> {});
  }

  /** The app as a new process starts it. */
  private ClassifierFactory start() {
    return new ClassifierFactory(phone, memory, ends, "phone", TestModels.golden(), 0);
  }

  /** Ends the process with the classifier open. */
  private void endAtWork() throws ModelRefusedException {
    OpenedClassifier open = start().open(TestModels.loaded(), Delegate.GPU);
    assertThat(open.decision().used()).isEqualTo(Delegate.GPU);
    ends.current++;
  }

  private DelegateDecision decideAtNextStart() throws ModelRefusedException {
    try (OpenedClassifier opened = start().open(TestModels.loaded(), Delegate.GPU)) {
      return opened.decision();
    }
  }

  @Test
  public void whatCrashedAtWorkIsNotTriedAgain() throws ModelRefusedException {
    endAtWork();
    ends.crashed.add(ends.current - 1);
    phone.tried.clear();
    for (int later = 0; later < 2; later++) {
      DelegateDecision next = decideAtNextStart();
      assertThat(next.used()).isEqualTo(Delegate.CPU);
      assertThat(next.reason()).isEqualTo(DelegateReason.CRASHED);
      ends.current++;
    }
    assertThat(phone.tried).containsOnly(Delegate.CPU);
    start().retry();
    assertThat(decideAtNextStart().used()).isEqualTo(Delegate.GPU);
  }

  @Test
  public void aProcessThatWasKilledAtWorkIsNoFaultOfTheDriver() throws ModelRefusedException {
    endAtWork();
    assertThat(decideAtNextStart().used()).isEqualTo(Delegate.GPU);
    assertThat(memory.texts).isEmpty();
  }

  @Test
  public void crashesWithNothingAtWorkAreOfSomethingElse() throws ModelRefusedException {
    decideAtNextStart();
    ends.crashed.add(ends.current);
    ends.current++;
    assertThat(decideAtNextStart().used()).isEqualTo(Delegate.GPU);
  }

  @Test
  public void theMarkStaysAsLongAsOneIsAtWork() throws ModelRefusedException {
    OpenedClassifier first = factory.open(TestModels.loaded(), Delegate.GPU);
    try (OpenedClassifier second = factory.open(TestModels.loaded(), Delegate.GPU)) {
      assertThat(second.decision().used()).isEqualTo(Delegate.GPU);
      first.close();
      assertThat(memory.texts).containsValue("work 1");
    }
    assertThat(memory.texts).isEmpty();
  }

  @Test
  public void tryingAgainForgetsNothingThatIsAtWork() throws ModelRefusedException {
    try (OpenedClassifier open = factory.open(TestModels.loaded(), Delegate.GPU)) {
      assertThat(open.decision().used()).isEqualTo(Delegate.GPU);
      factory.retry();
      assertThat(memory.texts).containsValue("work 1");
    }
    assertThat(memory.texts).isEmpty();
  }

  @Test
  public void aMarkThatCannotBeReadIsNone() throws ModelRefusedException {
    endAtWork();
    memory.texts.replaceAll((key, mark) -> "work x");
    assertThat(decideAtNextStart().used()).isEqualTo(Delegate.GPU);
  }

  @Test
  public void aTrialBesideOneAtWorkKeepsItsMark() throws ModelRefusedException {
    try (OpenedClassifier first = factory.open(TestModels.loaded(), Delegate.GPU)) {
      assertThat(first.decision().used()).isEqualTo(Delegate.GPU);
      factory.open(TestModels.loaded(), Delegate.AUTOMATIC).close();
      assertThat(memory.texts).containsValue("work 1");
    }
  }
}
