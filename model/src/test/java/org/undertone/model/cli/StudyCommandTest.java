// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.train.SyntheticCorpus;

final class StudyCommandTest {
  @TempDir private Path folder;

  private SerRun study(Path corpus, String... more) {
    String[] args = new String[5 + more.length];
    args[0] = "study";
    args[1] = "--corpus";
    args[2] = corpus.toString();
    args[3] = "--out";
    args[4] = folder.resolve("out").toString();
    System.arraycopy(more, 0, args, 5, more.length);
    return SerRun.of(args);
  }

  @Test
  void saysWhenTheCorpusIsMissing() {
    SerRun run = study(folder.resolve("nowhere"));
    assertThat(run.exitCode()).isEqualTo(Ser.FAILED);
    assertThat(run.err()).contains("nowhere does not exist");
  }

  @Test
  void saysWhenTheCorpusLacksEmotions() throws IOException {
    SerRun run = study(SyntheticCorpus.write(folder.resolve("own"), 2, 1));
    assertThat(run.exitCode()).isEqualTo(Ser.FAILED);
    assertThat(run.err()).contains("needs RAVDESS' eight emotions").contains("happy");
    assertThat(run.err()).doesNotContain("neutral,");
  }

  @Test
  void saysWhenTheOutputCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("out"), "a file");
    SerRun run = study(SyntheticCorpus.write(folder.resolve("own"), 2, 1));
    assertThat(run.exitCode()).isEqualTo(Ser.FAILED);
    assertThat(run.err()).contains("out");
  }

  @Test
  void saysWhenTheEvaluationIsNone() throws IOException {
    Path file = Files.writeString(folder.resolve("report.json"), "{\"wa\": 1}");
    SerRun run =
        study(SyntheticCorpus.write(folder.resolve("own"), 2, 1), "--evaluation", file.toString());
    assertThat(run.exitCode()).isEqualTo(Ser.FAILED);
    assertThat(run.err()).contains("is no report.json of ser evaluate");
  }

  @Test
  void wantsASensibleNumberOfThreads() {
    SerRun run = study(folder, "--threads", "0");
    assertThat(run.exitCode()).isEqualTo(Ser.USAGE);
    assertThat(run.err()).contains("--threads must be from 1 to 64");
  }
}
