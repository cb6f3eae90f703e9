// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.corpus.Channel;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Sex;
import org.undertone.ser.Emotion;

final class ModelsTest {
  @TempDir private Path folder;

  @Test
  void eachSpeakerIsJudgedByTheFoldThatTestedThem() throws IOException {
    model(1);
    model(2);
    predictions(row("a", "ann", 2, 0.9), row("b", "bob", 1, 0.6), row("c", "ann", 2, 0.2));
    Models models = Models.ofFolds(folder);
    assertThat(models.isCrossValidated()).isTrue();
    assertThat(models.files()).hasSize(2);
    assertThat(models.foldOf("ann")).isEqualTo(2);
    assertThat(models.foldOf("bob")).isEqualTo(1);
    // Right with 0.6, so the likelihood grows as the temperature falls, to its least; wrong with
    // 0.2.
    assertThat(models.files().get(1).spec().temperature()).isCloseTo(0.2, within(0.01));
    assertThat(models.files().get(0).spec().temperature()).isGreaterThan(0.5);
    models.requireSpeakers(List.of(clip("ann"), clip("bob")));
    assertThatThrownBy(() -> models.requireSpeakers(List.of(clip("ann"), clip("eve"))))
        .hasMessageContaining("1 speakers are in no fold, such as eve");
  }

  @Test
  void saysWhatIsWrongWithAFolder() throws IOException {
    assertThatThrownBy(() -> Models.ofFolds(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("predictions.csv is missing")
        .hasMessageContaining("without --part");
    Files.writeString(folder.resolve("predictions.csv"), "clip,speaker\na,ann\n");
    assertThatThrownBy(() -> Models.ofFolds(folder)).hasMessageContaining("lacks the column fold");
    predictions(row("a", "ann", 1, 0.5), row("b", "ann", 2, 0.5));
    assertThatThrownBy(() -> Models.ofFolds(folder))
        .hasMessageContaining("ann is in more than one fold");
    predictions(row("a", "ann", 1, 0.5).replace(",1,", ",one,"));
    assertThatThrownBy(() -> Models.ofFolds(folder)).hasMessageContaining("row 1", "\"one\"");
    predictions();
    assertThatThrownBy(() -> Models.ofFolds(folder)).hasMessageContaining("no predictions");
    model(1);
    predictions(row("a", "ann", 1, 0.5), row("b", "bob", 2, 0.5));
    assertThatThrownBy(() -> Models.ofFolds(folder)).hasMessageContaining("fold-2.tflite");
  }

  private void predictions(String... rows) throws IOException {
    StringBuilder text = new StringBuilder("clip,speaker,fold,truth,predicted");
    for (Emotion emotion : Emotion.values()) {
      text.append(',').append(emotion.label());
    }
    text.append('\n');
    for (String row : rows) {
      text.append(row).append('\n');
    }
    Files.writeString(folder.resolve("predictions.csv"), text);
  }

  /** A clip that is sad, to which the model gave a probability; the rest went to neutral. */
  private static String row(String clip, String speaker, int fold, double sad) {
    StringBuilder row = new StringBuilder(clip + "," + speaker + "," + fold + ",sad,any");
    for (Emotion emotion : Emotion.values()) {
      row.append(',')
          .append(emotion == Emotion.SAD ? sad : emotion == Emotion.NEUTRAL ? 1 - sad : 0);
    }
    return row.toString();
  }

  private void model(int fold) throws IOException {
    try (InputStream in = EmotionRecognizer.class.getResourceAsStream("undertone.tflite")) {
      Files.copy(in, folder.resolve("fold-" + fold + ".tflite"));
    }
  }

  private static Clip clip(String speaker) {
    return new Clip(
        "test",
        "clip",
        speaker,
        Sex.UNKNOWN,
        Emotion.SAD,
        "",
        "",
        "",
        Channel.SPEECH,
        () -> {
          throw new AssertionError("not to be opened");
        });
  }
}
