// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.ser.Emotion;
import org.undertone.ser.TestData;

class SpeakerFoldsTest {

  private static Clip clip(String corpus, String speaker, Sex sex, Channel channel, int number) {
    return new Clip(
        corpus,
        speaker + "_" + channel + "_" + number + ".wav",
        speaker,
        sex,
        Emotion.HAPPY,
        "",
        "",
        "",
        channel,
        () -> {
          throw new IOException("a split opens no sound");
        });
  }

  private static List<Clip> speaker(String corpus, String speaker, Sex sex, int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> clip(corpus, speaker, sex, Channel.SPEECH, i))
        .toList();
  }

  /** RAVDESS with song: 60 spoken clips each, and sung ones of all but actor 18 under another corpus' name. */
  private static List<Clip> ravdess() {
    List<Clip> clips = new ArrayList<>();
    for (int actor = 1; actor <= 24; actor++) {
      String speaker = RavdessName.speaker(actor);
      Sex sex = actor % 2 == 1 ? Sex.MALE : Sex.FEMALE;
      for (int i = 0; i < 60; i++) {
        clips.add(clip("ravdess_speech", speaker, sex, Channel.SPEECH, i));
      }
      for (int i = 0; i < 44 && actor != 18; i++) {
        clips.add(clip("ravdess_song", speaker, sex, Channel.SONG, i));
      }
    }
    return clips;
  }

  private static List<Clip> uneven() {
    List<Clip> clips = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 65; i++) {
      clips.addAll(
          speaker("ased", "ased_" + i, i < 25 ? Sex.FEMALE : Sex.MALE, 5 + random.nextInt(60)));
    }
    for (int i = 0; i < 9; i++) {
      clips.addAll(
          speaker("nemo", "nemo_" + i, i < 4 ? Sex.FEMALE : Sex.MALE, 500 + random.nextInt(50)));
    }
    return clips;
  }

  private static long count(List<Clip> clips, Set<String> speakers, Sex sex) {
    return clips.stream()
        .filter(clip -> clip.sex() == sex && speakers.contains(clip.speaker()))
        .map(Clip::speaker)
        .distinct()
        .count();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -7})
  void putsEverySpeakerInExactlyOneFold(long seed) {
    List<Clip> clips = uneven();
    SpeakerFolds folds = SpeakerFolds.grouped(clips, 5, seed);

    Set<String> seen = new HashSet<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      for (String speaker : folds.speakers(fold)) {
        assertThat(seen.add(speaker)).as(speaker).isTrue();
        assertThat(folds.foldOf(speaker)).isEqualTo(fold);
      }
    }
    assertThat(seen).hasSize(74);
  }

  @Test
  void keepsAnActorsSpeechAndSongTogether() {
    List<Clip> clips = ravdess();
    for (int fold = 0; fold < 6; fold++) {
      SpeakerSplit split =
          SpeakerFolds.grouped(clips, 6, 3).split(fold).withValidation(clips, 4, 3);
      List<Set<String>> sides = new ArrayList<>();
      int total = 0;
      for (SpeakerSplit.Side side : SpeakerSplit.Side.values()) {
        List<Clip> theirs = split.clips(side, clips);
        total += theirs.size();
        Set<String> speakers = new HashSet<>();
        theirs.forEach(clip -> speakers.add(clip.speaker()));
        sides.add(speakers);
      }
      assertThat(total).isEqualTo(clips.size());
      assertThat(sides.get(0)).hasSize(16).doesNotContainAnyElementsOf(sides.get(1));
      assertThat(sides.get(0)).doesNotContainAnyElementsOf(sides.get(2));
      assertThat(sides.get(1)).hasSize(4).doesNotContainAnyElementsOf(sides.get(2));
    }
  }

  @Test
  void balancesSexes() {
    List<Clip> clips = ravdess();
    for (long seed = 0; seed < 20; seed++) {
      SpeakerFolds folds = SpeakerFolds.grouped(clips, 6, seed);
      for (int fold = 0; fold < 6; fold++) {
        assertThat(folds.speakers(fold)).hasSize(4);
        assertThat(count(clips, folds.speakers(fold), Sex.FEMALE)).isEqualTo(2);
      }
    }
  }

  @Test
  void balancesClipsAndCorpora() {
    List<Clip> clips = uneven();
    SpeakerFolds folds = SpeakerFolds.grouped(clips, 4, 9);
    List<Clip> ased = clips.stream().filter(clip -> clip.corpus().equals("ased")).toList();
    for (int fold = 0; fold < 4; fold++) {
      Set<String> speakers = folds.speakers(fold);
      assertThat(count(ased, speakers, Sex.FEMALE)).isBetween(6L, 7L);
      assertThat(count(ased, speakers, Sex.MALE)).isEqualTo(10);
      assertThat(speakers.stream().filter(speaker -> speaker.startsWith("nemo")).count())
          .isBetween(2L, 3L);
      long size = ased.stream().filter(clip -> speakers.contains(clip.speaker())).count();
      assertThat((double) size).isBetween(0.85 * ased.size() / 4, 1.15 * ased.size() / 4);
    }
  }

  @Test
  void givesTheSameFoldsForAnyOrderOfTheClipsAndOthersForAnotherSeed() {
    List<Clip> clips = uneven();
    List<Clip> shuffled = new ArrayList<>(clips);
    Collections.shuffle(shuffled, new Random(4));

    SpeakerFolds folds = SpeakerFolds.grouped(clips, 5, 11);
    SpeakerFolds again = SpeakerFolds.grouped(shuffled, 5, 11);
    SpeakerFolds other = SpeakerFolds.grouped(ravdess(), 6, 12);

    for (int fold = 0; fold < 5; fold++) {
      assertThat(again.speakers(fold)).isEqualTo(folds.speakers(fold));
      assertThat(again.split(fold).withValidation(shuffled, 8, 1))
          .isEqualTo(folds.split(fold).withValidation(clips, 8, 1));
    }
    assertThat(SpeakerFolds.grouped(ravdess(), 6, 13).speakers(0)).isNotEqualTo(other.speakers(0));
  }

  @Test
  void leavesOneSpeakerOut() {
    SpeakerFolds folds = SpeakerFolds.leaveOneSpeakerOut(ravdess());

    assertThat(folds.count()).isEqualTo(24);
    assertThat(folds.split(17).test()).containsExactly("ravdess_18");
    assertThat(folds.split(17).train()).hasSize(23).doesNotContain("ravdess_18");
  }

  @Test
  void makesTheFixedFoldsOfRavdess() throws IOException {
    List<Clip> clips = Corpora.open(TestData.corpus("ravdess_speech")).clips();

    SpeakerFolds folds = SpeakerFolds.ravdess(clips);

    assertThat(folds.count()).isEqualTo(6);
    assertThat(folds.speakers(0))
        .containsExactly("ravdess_01", "ravdess_02", "ravdess_03", "ravdess_04");
    assertThat(folds.speakers(5))
        .containsExactly("ravdess_21", "ravdess_22", "ravdess_23", "ravdess_24");
    for (int fold = 0; fold < 6; fold++) {
      assertThat(count(clips, folds.speakers(fold), Sex.FEMALE)).isEqualTo(2);
      assertThat(folds.split(fold).clips(SpeakerSplit.Side.TEST, clips)).hasSize(240);
    }
    assertThat(SpeakerFolds.ravdessEmoBox(clips).speakers(1))
        .containsExactly("ravdess_04", "ravdess_10", "ravdess_12", "ravdess_14");
  }

  @Test
  void refusesWhatCannotBeSplit() {
    List<Clip> two = new ArrayList<>(speaker("tess", "tess_OAF", Sex.FEMALE, 3));
    two.addAll(speaker("tess", "tess_YAF", Sex.FEMALE, 3));

    assertThatThrownBy(() -> SpeakerFolds.grouped(two, 3, 1))
        .hasMessageContaining("3 folds cannot be made of 2 speakers");
    assertThatThrownBy(() -> SpeakerFolds.grouped(two, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SpeakerFolds.leaveOneSpeakerOut(two.subList(0, 2)))
        .hasMessageContaining("2 folds or more");
    assertThatThrownBy(() -> SpeakerFolds.ravdess(two)).hasMessageContaining("tess_OAF");
    assertThatThrownBy(() -> SpeakerFolds.ravdess(ravdess().subList(0, 60)))
        .hasMessageContaining("fold 2 has no speaker");
    assertThatThrownBy(() -> SpeakerFolds.of(List.of(Set.of("a"), Set.of("a", "b"))))
        .hasMessageContaining("speaker a is in two folds");
    SpeakerSplit split = SpeakerFolds.grouped(two, 2, 1).split(0);
    assertThatThrownBy(() -> split.sideOf("tess_XAF"))
        .hasMessageContaining("tess_XAF is on no side");
    assertThatThrownBy(() -> split.withValidation(two, 1, 1))
        .hasMessageContaining("leave 1 or more");
  }

  @Test
  void refusesSplitsThatShareASpeaker() {
    assertThatThrownBy(() -> new SpeakerSplit(Set.of("a", "b"), Set.of(), Set.of("b")))
        .hasMessageContaining("[b] are both in train and in test");
    assertThatThrownBy(() -> new SpeakerSplit(Set.of("a"), Set.of("b"), Set.of("b", "c")))
        .hasMessageContaining("both in validation and in test");
  }

  @Test
  void drawsValidationSpeakersOfBothSexesAndNotAlwaysTheSame() {
    List<Clip> clips = ravdess();
    Set<Set<String>> draws = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      SpeakerSplit split = SpeakerFolds.ravdess(clips).split(2).withValidation(clips, 4, seed);
      assertThat(count(clips, split.validation(), Sex.FEMALE)).isEqualTo(2);
      assertThat(split.test()).contains("ravdess_09").hasSize(4);
      draws.add(split.validation());
    }
    assertThat(draws).hasSizeGreaterThan(5);
  }
}
