// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"classify", "listen", "features", "inspect", "train", "evaluate", "ablate"})
  void helpShowsAnExample(String command) {
    SerRun run = SerRun.of(command, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Example").contains("  ser " + command).contains("Exit codes");
    assertThat(SerRun.of("--help").out()).contains("  " + command);
  }

  @Test
  void unknownOptionGetsASuggestion() {
    SerRun run = SerRun.of("classify", "--jsno", "a.wav");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("ser: ").contains("--jsno").contains("--json");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    SerRun run = SerRun.of();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("Usage: ser");
  }

  @Test
  void wrongNumberOfLabelsIsWrongUsage() {
    SerRun run = SerRun.of("classify", "--labels", "5", "a.wav");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("8, 4 or 3");
  }

  @Test
  void debugShowsWhereAnErrorComesFrom() {
    SerRun run = SerRun.of("inspect", "--debug", "gone.tflite");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("ser: gone.tflite does not exist").contains("\tat ");
    assertThat(SerRun.of("inspect", "gone.tflite").err().lines()).hasSize(1);
  }

  @Test
  void inspectShowsWhatAModelIs(@TempDir Path folder) throws IOException {
    Path model = TestModels.write(folder.resolve("model.tflite"));
    SerRun run = SerRun.of("inspect", model.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("neutral, calm, happy")
        .contains("16000 Hz")
        .contains("\"seed\": 7")
        .contains("3.01 s (188 frames)");
    SerRun json = SerRun.of("inspect", "--json", model.toString());
    assertThat(json.out()).startsWith("{").contains("\"feature_hash\"").contains("\"file_bytes\"");
  }
}
