// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.undertone.ser.Pipelines.pipeline;
import static org.undertone.ser.Pipelines.run;
import static org.undertone.ser.Pipelines.talk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.feature.MfccSpec;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.Models;
import org.undertone.ser.infer.VoiceProfile;
import org.undertone.ser.timeline.Verdict;

final class EmotionPipelineTest {
  private static final int RATE = 16_000;
  private static final ModelSpec SPEC = Models.spec();
  private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 44_100})
  void theSizeOfTheBlocksDoesNotChangeABit(int rate) {
    float[] samples = talk(rate);
    List<Verdict> whole = verdicts(SPEC, samples, rate, () -> samples.length);
    assertThat(whole.stream().filter(Verdict::isSpeech)).hasSizeGreaterThan(10);
    assertThat(whole.stream().filter(verdict -> !verdict.isSpeech())).hasSizeGreaterThan(4);
    for (int block : new int[] {1, 7, 160, 4096}) {
      assertThat(verdicts(SPEC, samples, rate, () -> block))
          .as("blocks of %d", block)
          .isEqualTo(whole);
    }
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      assertThat(verdicts(SPEC, samples, rate, () -> 1 + random.nextInt(9000))).isEqualTo(whole);
    }
  }

  @Test
  void aVerdictFallsDueEveryHop() {
    float[] samples = talk(RATE);
    List<Verdict> verdicts = verdicts(SPEC, samples, RATE, () -> 1000);
    for (int i = 0; i < verdicts.size() - 1; i++) {
      Verdict verdict = verdicts.get(i);
      assertThat(verdict.endSeconds()).isCloseTo(0.25 * (i + 1), ROUNDING);
      assertThat(verdict.startSeconds()).isCloseTo(Math.max(0, verdict.endSeconds() - 3), ROUNDING);
    }
  }

  @Test
  void aSignalMayEndWhereAVerdictFellDue() {
    // A frame is complete where the next but one begins, so the last verdict falls due before the
    // end.
    MfccSpec mfcc = MfccSpec.of(RATE, 512, 256, 40, SPEC.mfcc().nMfcc());
    ModelSpec spec =
        new ModelSpec(
            "test", SPEC.labels(), mfcc, 192, 3, 60, 0, SPEC.statistics(), 400, 1, 0.4, "{}");
    int hop = 3 * mfcc.hopLength();
    float[] samples = talk(RATE);
    for (int hops = 1; hops * hop <= samples.length; hops++) {
      float[] part = Arrays.copyOf(samples, hops * hop);
      List<Verdict> verdicts = verdicts(spec, part, RATE, () -> part.length);
      assertThat(verdicts.stream().map(Verdict::endSeconds).toList())
          .isSorted()
          .endsWith((double) part.length / RATE);
    }
  }

  @Test
  void aStrideOfTwoHalvesTheVerdictsAndSaysTheSameOfTheirWindows() {
    float[] samples = talk(RATE);
    List<Verdict> each = new ArrayList<>();
    List<Verdict> second = new ArrayList<>();
    run(stranger(each), samples);
    EmotionPipeline slow = stranger(second);
    slow.setStride(2);
    run(slow, samples);
    for (int i = 0; i < second.size() - 1; i++) {
      assertThat(second.get(i).endSeconds()).isEqualTo(each.get(2 * i + 1).endSeconds());
      assertThat(second.get(i).raw()).isEqualTo(each.get(2 * i + 1).raw());
    }
    assertThat(second).hasSizeBetween(each.size() / 2, each.size() / 2 + 1);
  }

  @Test
  void theStrideMayChangeOnTheWay() {
    List<Verdict> verdicts = new ArrayList<>();
    EmotionPipeline pipeline = stranger(verdicts);
    float[] samples = talk(RATE);
    pipeline.setStride(2);
    pipeline.accept(samples, 0, RATE + RATE / 8);
    pipeline.setStride(1);
    pipeline.accept(samples, 0, RATE);
    double[] expected = {0.5, 1.0, 1.25, 1.5, 1.75, 2.0};
    assertThat(verdicts).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(verdicts.get(i).endSeconds()).isCloseTo(expected[i], ROUNDING);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> pipeline.setStride(0));
  }

  @Test
  void noVerdictBeforeThereIsEnoughSpeech() {
    List<Verdict> verdicts = verdicts(SPEC, talk(RATE), RATE, () -> 1000);
    for (Verdict verdict : verdicts) {
      assertThat(verdict.isSpeech())
          .as("%s", verdict)
          .isEqualTo(verdict.speechSeconds() >= SPEC.minSpeechSeconds());
    }
    assertThat(verdicts.subList(0, 5)).noneMatch(Verdict::isSpeech);
    assertThat(verdicts.get(11).isSpeech()).isTrue();
  }

  @Test
  void silenceAndNoiseHaveNoSpeechAndNobodyAsksTheNetwork() {
    LinearClassifier classifier = new LinearClassifier(SPEC);
    for (double rms : new double[] {0, 0.001, 0.1}) {
      List<Verdict> verdicts = new ArrayList<>();
      EmotionPipeline pipeline =
          new EmotionPipeline(
              classifier,
              PipelineSettings.recording(SPEC),
              new VoiceProfile(SPEC),
              RATE,
              verdicts::add);
      pipeline.accept(new SyntheticSpeech(RATE, 1).noise(rms, 5), 0, 5 * RATE);
      pipeline.finish();
      assertThat(verdicts).hasSize(21);
      assertThat(verdicts).allMatch(verdict -> verdict.state() == Verdict.State.NO_SPEECH);
    }
    assertThat(classifier.calls()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 44_100})
  void theLastVerdictEndsWhereTheRecordingDoes(int rate) {
    ModelSpec spec = Models.spec(2, 1, 0, List.of(Emotion.values()));
    float[] samples = new SyntheticSpeech(rate, 2).speech(Voice.CALM, 0.1);
    for (int length = 1; length < samples.length; length += rate / 2000 + 1) {
      float[] recording = Arrays.copyOf(samples, length);
      List<Verdict> verdicts = verdicts(spec, recording, rate, () -> recording.length);
      assertThat(verdicts.get(verdicts.size() - 1).endSeconds()).isEqualTo((double) length / rate);
    }
  }

  /** 881 samples at 44.1 kHz become 319.6 at 16 kHz, so 320, whose two hops end after the 881. */
  @Test
  void roundingUpTheResampledLengthDoesNotTurnTimeBack() {
    ModelSpec spec = Models.spec(2, 2, 0, List.of(Emotion.values()));
    List<Verdict> verdicts = verdicts(spec, new float[881], 44_100, () -> 881);
    assertThat(verdicts)
        .extracting(Verdict::endSeconds)
        .containsExactly(881 / 44_100.0, 881 / 44_100.0);
  }

  @Test
  void aHopThatEndsWithTheRecordingGivesNoVerdictBeyondIt() {
    // 2.4 s have 241 frames, so that the last one completes a hop of 241.
    ModelSpec spec = Models.spec(300, 241, 0, List.of(Emotion.values()));
    float[] samples = new SyntheticSpeech(RATE, 2).speech(Voice.CALM, 2.4);
    List<Verdict> verdicts = verdicts(spec, samples, RATE, () -> 512);
    assertThat(verdicts).hasSize(1);
    assertThat(verdicts.get(0).endSeconds()).isEqualTo(2.4);
    assertThat(verdicts.get(0).speechSeconds()).isLessThanOrEqualTo(2.4);
  }

  @Test
  void aWholeWindowOfSpeechIsEnoughWhereThatIsAsked() {
    ModelSpec spec = Models.spec(30, 1, 0.3, List.of(Emotion.values()));
    assertThat(spec.minSpeechSeconds()).isEqualTo(spec.windowSeconds());
    List<Verdict> verdicts = new ArrayList<>();
    PipelineSettings live = PipelineSettings.live(spec);
    // So short a window may be of a consonant.
    PipelineSettings settings =
        new PipelineSettings(
            live.minSpeechSeconds(), live.minScoredSeconds(), 0, true, live.smoother());
    EmotionPipeline pipeline =
        pipeline(spec, settings, new VoiceProfile(spec), RATE, verdicts::add);
    float[] speech = new SyntheticSpeech(RATE, 2).speech(Voice.AGITATED, 6);
    pipeline.accept(speech, 0, speech.length);
    for (Verdict verdict : verdicts) {
      boolean full = verdict.speechSeconds() > 0.299;
      assertThat(verdict.isSpeech()).as("%s", verdict).isEqualTo(full);
    }
  }

  @Test
  void anEmptyRecordingHasNoVerdict() {
    for (int rate : new int[] {8_000, 16_000, 44_100}) {
      assertThat(verdicts(SPEC, new float[0], rate, () -> 1)).isEmpty();
    }
  }

  @Test
  void aFinishedPipelineTakesNothingMore() {
    EmotionPipeline pipeline =
        pipeline(SPEC, PipelineSettings.live(SPEC), new VoiceProfile(SPEC), RATE, verdict -> {});
    pipeline.finish();
    assertThatIllegalStateException().isThrownBy(pipeline::finish);
    assertThatIllegalStateException().isThrownBy(() -> pipeline.accept(new float[1], 0, 1));
  }

  @Test
  void scoresStandAtTheirEmotionsWhateverTheOrderOfTheLabels() {
    List<Emotion> labels = List.of(Emotion.SAD, Emotion.ANGRY, Emotion.HAPPY);
    ModelSpec spec = Models.spec(300, 25, 1.5, labels);
    for (Verdict verdict : verdicts(spec, talk(RATE), RATE, () -> 1000)) {
      if (verdict.isSpeech()) {
        for (Emotion emotion : Emotion.values()) {
          assertThat(verdict.raw().probability(emotion) > 0).isEqualTo(labels.contains(emotion));
        }
      }
    }
  }

  @Test
  void theGainOfTheMicrophoneHardlyShows() {
    float[] samples = talk(RATE);
    List<Verdict> loud = verdicts(SPEC, samples, RATE, () -> 1000);
    List<Verdict> quiet = verdicts(SPEC, SyntheticSpeech.amplified(samples, -20), RATE, () -> 1000);
    assertThat(quiet).hasSameSizeAs(loud);
    for (int i = 0; i < loud.size(); i++) {
      assertThat(quiet.get(i).speechSeconds()).isEqualTo(loud.get(i).speechSeconds());
      if (loud.get(i).isSpeech()) {
        assertThat(quiet.get(i).raw().toArray())
            .containsExactly(loud.get(i).raw().toArray(), Offset.offset(1e-3f));
      }
    }
  }

  @Test
  void settingsComeFromTheModel() {
    PipelineSettings live = PipelineSettings.live(SPEC);
    assertThat(live.minSpeechSeconds()).isEqualTo(SPEC.minSpeechSeconds());
    assertThat(live.minVoicedSeconds()).isEqualTo(SPEC.minSpeechSeconds() / 15);
    assertThat(live.learnVoice()).isTrue();
    assertThat(live.smoother().temperature()).isEqualTo(SPEC.temperature());
    assertThat(live.smoother().unsureThreshold()).isEqualTo(SPEC.unsureThreshold());
    PipelineSettings recording = PipelineSettings.recording(SPEC);
    assertThat(recording.minSpeechSeconds()).isEqualTo(SPEC.minSpeechSeconds());
    assertThat(recording.minScoredSeconds()).isEqualTo(0.25);
    assertThat(recording.learnVoice()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PipelineSettings(Double.NaN, 0, 0, true, live.smoother()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PipelineSettings(1, 0, Double.NaN, true, live.smoother()));
  }

  @Test
  void shortSpeechIsScoredButGetsNoVerdictInARecording() {
    PipelineSettings recording = PipelineSettings.recording(SPEC);
    List<Double> scored = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    EmotionPipeline.Listener listener =
        new EmotionPipeline.Listener() {
          @Override
          public void onVerdict(Verdict verdict) {
            verdicts.add(verdict);
          }

          @Override
          public void onScores(double start, double end, double speech, EmotionScores scores) {
            scored.add(speech);
          }
        };
    run(pipeline(SPEC, recording, new VoiceProfile(SPEC), RATE, listener), talk(RATE));

    assertThat(scored).isNotEmpty().allMatch(speech -> speech >= 0.25);
    assertThat(scored).anyMatch(speech -> speech < SPEC.minSpeechSeconds());
    assertThat(verdicts.stream().filter(Verdict::isSpeech))
        .isNotEmpty()
        .allMatch(verdict -> verdict.speechSeconds() >= SPEC.minSpeechSeconds());
  }

  private static List<Verdict> verdicts(
      ModelSpec spec, float[] samples, int rate, IntSupplier blocks) {
    List<Verdict> verdicts = new ArrayList<>();
    EmotionPipeline pipeline =
        pipeline(spec, PipelineSettings.live(spec), new VoiceProfile(spec), rate, verdicts::add);
    int at = 0;
    while (at < samples.length) {
      int length = Math.min(blocks.getAsInt(), samples.length - at);
      pipeline.accept(samples, at, length);
      at += length;
    }
    pipeline.finish();
    return verdicts;
  }

  private static EmotionPipeline stranger(List<Verdict> verdicts) {
    VoiceProfile profile = new VoiceProfile(SPEC);
    return pipeline(SPEC, PipelineSettings.recording(SPEC), profile, RATE, verdicts::add);
  }
}
