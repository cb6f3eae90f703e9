// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    predictions("clip,speaker,fold\na,ann,2\nb,bob,1\nc,ann,2\n");
    Models models = Models.ofFolds(folder);
    assertThat(models.isCrossValidated()).isTrue();
    assertThat(models.files()).hasSize(2);
    assertThat(models.foldOf("ann")).isEqualTo(2);
    assertThat(models.foldOf("bob")).isEqualTo(1);
    models.requireSpeakers(List.of(clip("ann"), clip("bob")));
    assertThatThrownBy(() -> models.requireSpeakers(List.of(clip("ann"), clip("eve"))))
        .hasMessageContaining("1 speakers are in no fold, such as eve");
  }

  @Test
  void saysWhatIsWrongWithAFolder() throws IOException {
    assertThatThrownBy(() -> Models.ofFolds(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("predictions.csv is missing");
    predictions("clip,speaker\na,ann\n");
    assertThatThrownBy(() -> Models.ofFolds(folder)).hasMessageContaining("lacks the columns");
    predictions("clip,speaker,fold\na,ann,1\nb,ann,2\n");
    assertThatThrownBy(() -> Models.ofFolds(folder))
        .hasMessageContaining("ann is in more than one fold");
    predictions("clip,speaker,fold\na,ann,one\n");
    assertThatThrownBy(() -> Models.ofFolds(folder)).hasMessageContaining("no number");
    predictions("clip,speaker,fold\n");
    assertThatThrownBy(() -> Models.ofFolds(folder)).hasMessageContaining("no predictions");
    model(1);
    predictions("clip,speaker,fold\na,ann,1\nb,bob,2\n");
    assertThatThrownBy(() -> Models.ofFolds(folder)).hasMessageContaining("fold-2.tflite");
  }

  private void predictions(String text) throws IOException {
    Files.writeString(folder.resolve("predictions.csv"), text);
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
