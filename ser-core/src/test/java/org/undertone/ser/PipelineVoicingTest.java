// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undertone.ser.Pipelines.pipeline;
import static org.undertone.ser.Pipelines.run;
import static org.undertone.ser.Pipelines.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.Models;
import org.undertone.ser.infer.VoiceProfile;
import org.undertone.ser.timeline.Verdict;

/** What has the rhythm of speech but no voice. */
final class PipelineVoicingTest {
  private static final int RATE = 16_000;
  private static final ModelSpec SPEC = Models.spec();

  /** Bursts of noise as long as syllables, which the gate takes for speech. */
  private static float[] hisses(int seconds) {
    SyntheticSpeech room = new SyntheticSpeech(RATE, 3);
    float[] hisses = room.noise(0.1, seconds);
    for (int i = 0; i < hisses.length; i++) {
      if (i % (RATE / 3) > RATE / 6) {
        hisses[i] *= 0.002f;
      }
    }
    return hisses;
  }

  private static List<Verdict> verdicts(
      PipelineSettings settings, VoiceProfile profile, float[] samples) {
    List<Verdict> verdicts = new ArrayList<>();
    run(pipeline(SPEC, settings, profile, RATE, verdicts::add), samples);
    return verdicts;
  }

  @Test
  void withoutAVoiceThereIsNoVerdictAndNothingIsLearnt() {
    PipelineSettings live = PipelineSettings.live(SPEC);
    PipelineSettings deaf =
        new PipelineSettings(
            live.minSpeechSeconds(), live.minScoredSeconds(), 0, true, live.smoother());
    VoiceProfile misled = new VoiceProfile(SPEC);
    assertThat(verdicts(deaf, misled, hisses(30)).stream().filter(Verdict::isSpeech))
        .as("verdicts if nobody asks for a voice")
        .hasSizeGreaterThan(80);
    assertThat(misled.frames()).isPositive();

    VoiceProfile profile = new VoiceProfile(SPEC);
    List<Verdict> verdicts = verdicts(live, profile, hisses(30));
    assertThat(verdicts).isNotEmpty().noneMatch(Verdict::isSpeech);
    assertThat(verdicts.stream().mapToDouble(Verdict::speechSeconds).max().orElseThrow())
        .isGreaterThan(SPEC.minSpeechSeconds());
    assertThat(profile.frames()).isZero();
  }

  @Test
  void aRecordingIsScoredEvenSo() {
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
    PipelineSettings recording = PipelineSettings.recording(SPEC);
    run(pipeline(SPEC, recording, new VoiceProfile(SPEC), RATE, listener), hisses(5));
    assertThat(scored).isNotEmpty();
    assertThat(verdicts).isNotEmpty().noneMatch(Verdict::isSpeech);
  }

  @Test
  void speechIsJudgedAsIfNobodyAskedForAVoice() {
    PipelineSettings live = PipelineSettings.live(SPEC);
    PipelineSettings deaf =
        new PipelineSettings(
            live.minSpeechSeconds(), live.minScoredSeconds(), 0, true, live.smoother());
    List<Verdict> verdicts = verdicts(live, new VoiceProfile(SPEC), talk(RATE));
    assertThat(verdicts).isEqualTo(verdicts(deaf, new VoiceProfile(SPEC), talk(RATE)));
    assertThat(verdicts).anyMatch(Verdict::isSpeech);
  }

  @Test
  void whatHissesBetweenWordsIsNotLearntWithThem() {
    float[] words = talk(RATE);
    VoiceProfile alone = new VoiceProfile(SPEC);
    verdicts(PipelineSettings.live(SPEC), alone, words);
    VoiceProfile both = new VoiceProfile(SPEC);
    float[] pause = new SyntheticSpeech(RATE, 4).noise(0.0005, 4);
    float[] mixed = SyntheticSpeech.concat(hisses(20), pause, words);
    verdicts(PipelineSettings.live(SPEC), both, mixed);
    assertThat(both.frames()).isBetween((long) (0.9 * alone.frames()), alone.frames());
  }

  @Test
  void onlyRunsCount() {
    VoicedRuns runs = new VoicedRuns(8, 3);
    List<Integer> counted = new ArrayList<>();
    Stream.of(1, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1)
        .forEach(
            voiced -> {
              runs.add(voiced == 1);
              counted.add(runs.frames());
            });
    assertThat(counted).containsExactly(0, 0, 0, 0, 0, 3, 4, 4, 4, 4, 4, 3, 0);
  }
}
