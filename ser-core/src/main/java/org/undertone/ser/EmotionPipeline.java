// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.FeatureWindow;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.VoiceProfile;
import org.undertone.ser.timeline.ScoreSmoother;
import org.undertone.ser.timeline.Verdict;

/**
 * The one way from samples to verdicts: resampling, features, speech gate, voicing, window, classifier,
 * voice profile, smoothing. The app, the command line, the evaluation and the tests all use it. A verdict
 * falls due every {@code hopFrames} frames (unless {@link #setStride} says otherwise), and once more at
 * the end; verdicts do not depend on the size of the blocks handed in. For one thread at a time; the
 * classifier and the voice profile are borrowed, not closed.
 */
public final class EmotionPipeline {
  /** Takes what is heard, in order, on the thread that calls {@link EmotionPipeline#accept}. */
  @FunctionalInterface
  public interface Listener {
    /** Takes a verdict. */
    void onVerdict(Verdict verdict);

    /**
     * Takes the scores of a window with enough speech to be scored, before the verdict on it, which may
     * find it too little. The voice profile has corrected them; they are not calibrated.
     */
    default void onScores(
        double startSeconds, double endSeconds, double speechSeconds, EmotionScores scores) {}
  }

  /**
   * Speech after which the profile learns what was heard, seconds; also at the end. What is felt now should
   * not be taken for the voice, and so out of what is felt now, before it had the time to pass.
   */
  private static final double LEARN_SECONDS = 20;

  /** Voiced frames count in stretches of this length, seconds: what is struck rings for less. */
  private static final double VOWEL_SECONDS = 0.06;

  private final EmotionClassifier classifier;
  private final ModelSpec spec;
  private final PipelineSettings settings;
  private final VoiceProfile profile;
  private final VoiceProfile unlearnt;
  private final Listener listener;
  private final int sampleRate;
  private final FrontEnd frontEnd;
  private final FeatureWindow window;
  private final VoicedRuns voicedRuns;
  private final ScoreSmoother smoother;
  private final float[] features;
  private final float[] answer;
  private final float[] corrected;
  private final float[] probabilities = new float[Emotion.COUNT];
  private long samples;
  private long frames;
  private long framesJudged;
  private long framesLearnt;
  private int framesPerVerdict;
  private double signalEnd = Double.POSITIVE_INFINITY;
  private boolean finished;

  /**
   * Wires a pipeline.
   *
   * @param sampleRate rate of the samples that come, Hz
   * @param profile the speaker's profile, which learns after every 20 s of speech and at the end; a new
   *     one for a stranger
   * @throws IllegalArgumentException if the profile was made for another model, or {@link
   *     org.undertone.ser.audio.Resampler} does not take the rate
   */
  public EmotionPipeline(
      EmotionClassifier classifier,
      PipelineSettings settings,
      VoiceProfile profile,
      int sampleRate,
      Listener listener) {
    this.classifier = classifier;
    this.settings = settings;
    this.profile = profile;
    this.sampleRate = sampleRate;
    this.listener = listener;
    spec = classifier.spec();
    framesPerVerdict = spec.hopFrames();
    unlearnt = new VoiceProfile(spec);
    if (!profile.fits(spec)) {
      throw new IllegalArgumentException(
          "the voice profile was made for another model than \"" + spec.name() + "\"");
    }
    frontEnd = new FrontEnd(spec.mfcc(), sampleRate, this::onFrame);
    window = new FeatureWindow(spec.mfcc(), spec.windowFrames());
    voicedRuns =
        new VoicedRuns(
            spec.windowFrames(), (int) Math.ceil(VOWEL_SECONDS / spec.mfcc().hopSeconds()));
    smoother = new ScoreSmoother(settings.smoother());
    features = new float[spec.windowFrames() * spec.mfcc().nMfcc()];
    answer = new float[spec.labels().size()];
    corrected = new float[answer.length];
  }

  /**
   * Sets how many hops lie between verdicts from now on, 1 unless set. More make for less work, as on a
   * hot phone; all that is said is still heard, as long as the window is longer than the stride.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public void setStride(int hops) {
    if (hops < 1) {
      throw new IllegalArgumentException(hops + " hops from one verdict to the next");
    }
    framesPerVerdict = Math.multiplyExact(hops, spec.hopFrames());
  }

  /**
   * Takes the next samples, mono in [-1, 1].
   *
   * @throws IllegalStateException if the pipeline is finished, or the classifier fails; it is of no
   *     further use then
   */
  public void accept(float[] block, int offset, int length) {
    requireOpen();
    samples += length;
    frontEnd.accept(block, offset, length);
  }

  /** Ends the signal: the last frames get their verdict. */
  public void finish() {
    requireOpen();
    // The last frames may be centred beyond the end of the recording.
    signalEnd = (double) samples / sampleRate;
    frontEnd.finish();
    if (frames > framesJudged) {
      judge();
    }
    learn();
    finished = true;
  }

  private void requireOpen() {
    if (finished) {
      throw new IllegalStateException("the pipeline is finished: make a new one");
    }
  }

  private void onFrame(float[] logMel, boolean speech) {
    window.add(logMel, speech);
    voicedRuns.add(speech && settings.minVoicedSeconds() > 0 && frontEnd.isVoiced());
    frames++;
    if (frames - framesJudged >= framesPerVerdict) {
      judge();
    }
  }

  /** Divides once, as the length of the signal is: of equal times, none is a rounding later. */
  private double secondsOf(long frameCount) {
    return (double) (frameCount * spec.mfcc().hopLength()) / spec.mfcc().sampleRate();
  }

  private void judge() {
    double start = secondsOf(frames - window.size());
    double end = Math.min(secondsOf(frames), signalEnd);
    double heard = secondsOf(window.speechFrames());
    double speechSeconds = Math.min(heard, end - start);
    boolean voiced = secondsOf(voicedRuns.frames()) >= settings.minVoicedSeconds();
    EmotionScores scores = null;
    if (window.speechFrames() > 0 && heard >= settings.minScoredSeconds()) {
      scores = score(voiced);
      listener.onScores(start, end, speechSeconds, scores);
    }
    framesJudged = frames;
    listener.onVerdict(
        scores != null && voiced && heard >= settings.minSpeechSeconds()
            ? smoother.speech(start, end, speechSeconds, scores)
            : smoother.noSpeech(start, end, speechSeconds));
  }

  private EmotionScores score(boolean voiced) {
    window.features(spec.floorDb(), features);
    spec.statistics().normalise(features);
    classifier.classify(features, answer);
    // What is no answer must not reach the profile, which is kept.
    scores(answer);
    System.arraycopy(answer, 0, corrected, 0, answer.length);
    profile.correct(corrected);
    if (settings.learnVoice()) {
      int fresh = freshSpeechFrames();
      unlearnt.add(answer, voiced ? fresh : 0);
      if (secondsOf(unlearnt.frames()) >= LEARN_SECONDS) {
        learn();
      }
    }
    return scores(corrected);
  }

  private void learn() {
    profile.addAll(unlearnt);
    unlearnt.clear();
  }

  /** Refuses what are no probabilities. */
  private EmotionScores scores(float[] byLabel) {
    for (int i = 0; i < byLabel.length; i++) {
      probabilities[spec.labels().get(i).index()] = byLabel[i];
    }
    return EmotionScores.of(probabilities);
  }

  /** Each frame of speech counts once for the profile, however many windows it is in. */
  private int freshSpeechFrames() {
    int fresh = 0;
    for (int frame = (int) Math.max(0, window.size() - (frames - framesLearnt));
        frame < window.size();
        frame++) {
      fresh += window.isSpeech(frame) ? 1 : 0;
    }
    framesLearnt = frames;
    return fresh;
  }
}
