// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.ser.Emotion;

class RavdessNameTest {

  @Test
  void readsAllSevenParts() {
    RavdessName name = RavdessName.parse("03-02-06-02-01-02-12");

    assertThat(name)
        .isEqualTo(
            new RavdessName(
                RavdessName.Modality.AUDIO_ONLY,
                Channel.SONG,
                Emotion.FEARFUL,
                RavdessName.Intensity.STRONG,
                RavdessName.Statement.KIDS,
                2,
                12));
    assertThat(name.sex()).isEqualTo(Sex.FEMALE);
    assertThat(name.speaker()).isEqualTo("ravdess_12");
  }

  @ParameterizedTest
  @CsvSource({
    "01, NEUTRAL",
    "02, CALM",
    "03, HAPPY",
    "04, SAD",
    "05, ANGRY",
    "06, FEARFUL",
    "07, DISGUST",
    "08, SURPRISED"
  })
  void mapsEveryEmotion(String code, Emotion emotion) {
    assertThat(RavdessName.parse("03-01-" + code + "-01-01-01-01").emotion()).isEqualTo(emotion);
  }

  @Test
  void readsNamesWithFolderAndEnding() {
    assertThat(RavdessName.parse("Actor_07/01-01-01-01-02-01-07.wav"))
        .satisfies(
            name -> {
              assertThat(name.modality()).isEqualTo(RavdessName.Modality.AUDIO_VIDEO);
              assertThat(name.statement()).isEqualTo(RavdessName.Statement.DOGS);
              assertThat(name.intensity()).isEqualTo(RavdessName.Intensity.NORMAL);
              assertThat(name.sex()).isEqualTo(Sex.MALE);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"03-01-05-01-02-01", "3-1-5-1-2-1-12", "03-01-05-01-02-01-12-01", "notes", ""})
  void refusesOtherShapes(String name) {
    assertThatThrownBy(() -> RavdessName.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seven numbers")
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @CsvSource({
    "04-01-05-01-02-01-12, part 1 (modality) is 04",
    "03-03-05-01-02-01-12, part 2 (vocal channel) is 03",
    "03-01-09-01-02-01-12, part 3 (emotion) is 09",
    "03-01-05-00-02-01-12, part 4 (intensity) is 00",
    "03-01-05-01-03-01-12, part 5 (statement) is 03",
    "03-01-05-01-02-07-12, part 6 (repetition) is 07",
    "03-01-05-01-02-01-25, part 7 (actor) is 25"
  })
  void saysWhichPartIsWrong(String name, String complaint) {
    assertThatThrownBy(() -> RavdessName.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(complaint);
  }
}
