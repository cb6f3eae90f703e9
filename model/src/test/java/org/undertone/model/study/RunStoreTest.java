// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.study.learn.CurvePoint;
import org.undertone.model.study.learn.LightGbm;

final class RunStoreTest {
  private static final Run RUN = run(10);

  @TempDir private Path folder;

  private static Run run(int trees) {
    return new Run(
        Series.of(
            ClipSet.speech(ClassSet.FOUR),
            FeatureKind.STATISTICS,
            Method.of(LightGbm.forest(trees))),
        Split.Kind.ACTORS,
        2);
  }

  private static RunResult result() {
    return new RunResult(
        new int[] {1, 0},
        new double[][] {{0.25, 0.75}, {0.333333333, 0.666666667}},
        7,
        "small",
        new RunResult.About(
            List.of(0.5, 0.5),
            Map.of(1, 0.25),
            List.of(new CurvePoint(1, 0.5, 2, 0.25)),
            1.5,
            0.5,
            99));
  }

  @Test
  void givesBackWhatWasKept() throws IOException {
    RunStore store = new RunStore(folder, "data", 1);
    assertThat(store.load(RUN)).isEmpty();
    store.save(RUN, result());
    assertThat(new RunStore(folder, "data", 1).load(RUN))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(result());
  }

  @Test
  void knowsNothingOfOtherSettingsSeedsAndData() throws IOException {
    new RunStore(folder, "data", 1).save(RUN, result());
    assertThat(new RunStore(folder, "other", 1).load(RUN)).isEmpty();
    assertThat(new RunStore(folder, "data", 2).load(RUN)).isEmpty();
    assertThat(new RunStore(folder, "data", 1).load(run(11))).isEmpty();
    assertThat(new RunStore(folder, "data", 1).load(new Run(RUN.series(), RUN.kind(), 1)))
        .isEmpty();
    assertThat(
            new RunStore(folder, "data", 1)
                .load(new Run(RUN.series().normalisedBySpeaker(), RUN.kind(), 2)))
        .isEmpty();
  }

  @Test
  void aDamagedFileIsAsNone() throws IOException {
    RunStore store = new RunStore(folder, "data", 1);
    store.save(RUN, result());
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      String whole = Files.readString(file);
      Files.writeString(file, whole.substring(0, whole.length() / 2));
    }
    assertThat(store.load(RUN)).isEmpty();
  }
}
