// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.undertone.ser.Pipelines.pipeline;
import static org.undertone.ser.Pipelines.run;
import static org.undertone.ser.Pipelines.talk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.Models;
import org.undertone.ser.infer.VoiceProfile;
import org.undertone.ser.timeline.TemperatureScaling;
import org.undertone.ser.timeline.Verdict;

/** What a pipeline does with the profile of a voice. */
final class PipelineProfileTest {
  private static final int RATE = 16_000;
  private static final ModelSpec SPEC = Models.spec();

  @Test
  void learnsEachJudgedFrameOfSpeechOnce() {
    ModelSpec spec = Models.spec(300, 25, 0, List.of(Emotion.values()));
    float[] samples = talk(RATE);
    int[] speechFrames = new int[1];
    FrontEnd frontEnd =
        new FrontEnd(spec.mfcc(), RATE, (logMel, speech) -> speechFrames[0] += speech ? 1 : 0);
    frontEnd.accept(samples, 0, samples.length);
    frontEnd.finish();
    VoiceProfile profile = new VoiceProfile(spec);
    run(pipeline(spec, PipelineSettings.live(spec), profile, RATE, verdict -> {}), samples);
    assertThat(speechFrames[0]).isGreaterThan(300);
    assertThat(profile.frames()).isEqualTo(speechFrames[0]);
  }

  /** What is felt now is not taken for the voice. */
  @Test
  void aProfileLearnsAfterSomeSpeechAndAtTheEnd() {
    SyntheticSpeech speaker = new SyntheticSpeech(RATE, 8);
    float[] talk =
        SyntheticSpeech.mix(speaker.speech(Voice.AGITATED, 30), speaker.noise(0.0005, 30));
    PipelineSettings live = PipelineSettings.live(SPEC);
    List<Verdict> stranger = new ArrayList<>();
    VoiceProfile untouched = new VoiceProfile(SPEC);
    run(pipeline(SPEC, live.withLearnVoice(false), untouched, RATE, stranger::add), talk);
    assertThat(untouched.frames()).isZero();
    VoiceProfile profile = new VoiceProfile(SPEC);
    List<Verdict> learning = new ArrayList<>();
    List<Long> learnt = new ArrayList<>();
    run(
        pipeline(
            SPEC,
            live,
            profile,
            RATE,
            verdict -> {
              learning.add(verdict);
              learnt.add(profile.frames());
            }),
        talk);
    double seconds = SPEC.mfcc().hopSeconds();
    int first = 0;
    while (learnt.get(first) == 0) {
      assertThat(learning.get(first)).isEqualTo(stranger.get(first));
      first++;
    }
    assertThat(learnt.get(first) * seconds).isBetween(20.0, 21.0);
    assertThat(learning.get(first + 1).raw()).isNotEqualTo(stranger.get(first + 1).raw());
    assertThat(profile.frames() * seconds).isBetween(25.0, 30.0);
  }

  @Test
  void aProfileCorrectsTheScoresOfEveryWindow() {
    VoiceProfile known = new VoiceProfile(SPEC);
    known.add(new float[] {0.5f, 0.2f, 0.1f, 0.04f, 0.04f, 0.04f, 0.04f, 0.04f}, 5_000);
    PipelineSettings stranger = PipelineSettings.recording(SPEC);
    List<Verdict> without = new ArrayList<>();
    run(pipeline(SPEC, stranger, new VoiceProfile(SPEC), RATE, without::add), talk(RATE));
    List<Verdict> with = new ArrayList<>();
    run(pipeline(SPEC, stranger, known, RATE, with::add), talk(RATE));
    int speech = 0;
    for (int i = 0; i < with.size(); i++) {
      if (with.get(i).isSpeech()) {
        float[] expected =
            TemperatureScaling.apply(without.get(i).raw(), 1 / SPEC.temperature()).toArray();
        known.correct(expected);
        EmotionScores calibrated =
            TemperatureScaling.apply(EmotionScores.of(expected), SPEC.temperature());
        assertThat(with.get(i).raw().toArray())
            .containsExactly(calibrated.toArray(), Offset.offset(1e-4f));
        speech++;
      }
    }
    assertThat(speech).isGreaterThan(5);
  }

  @Test
  void whatIsNoAnswerDoesNotReachTheProfile() {
    for (float wrong : new float[] {Float.NaN, 0, 5}) {
      VoiceProfile profile = new VoiceProfile(SPEC);
      profile.add(new float[] {0.3f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f}, 100);
      String before = profile.toJson().toString();
      EmotionClassifier broken =
          new EmotionClassifier() {
            @Override
            public ModelSpec spec() {
              return SPEC;
            }

            @Override
            public void classify(float[] window, float[] probabilities) {
              Arrays.fill(probabilities, wrong);
            }

            @Override
            public void close() {
              // Nothing to free.
            }
          };
      EmotionPipeline pipeline =
          new EmotionPipeline(broken, PipelineSettings.live(SPEC), profile, RATE, verdict -> {});
      assertThatIllegalArgumentException().isThrownBy(() -> run(pipeline, talk(RATE)));
      assertThat(profile.toJson().toString()).isEqualTo(before);
    }
  }

  @Test
  void refusesTheProfileOfAnotherModel() {
    VoiceProfile other = new VoiceProfile(Models.withFloor(SPEC, 42));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pipeline(SPEC, PipelineSettings.live(SPEC), other, RATE, verdict -> {}))
        .withMessageContaining("voice profile");
  }
}
