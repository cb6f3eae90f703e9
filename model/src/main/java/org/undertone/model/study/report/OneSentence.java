// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpus;
import org.undertone.model.measure.Sound;
import org.undertone.ser.Emotion;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.feature.MfccSpec;

/** Pictures of one sentence by one speaker in every emotion. */
final class OneSentence {
  private static final int RATE = 16_000;
  private static final int N_FFT = 512;
  private static final int HOP = 128;
  private static final int MELS = 64;
  private static final int MFCCS = 20;

  /** How far below the loudest the darkest colour lies, dB; librosa's {@code top_db}. */
  private static final double RANGE_DB = 80;

  private final List<Clip> clips;

  private OneSentence(List<Clip> clips) {
    this.clips = clips;
  }

  /**
   * Chooses the speaker and sentence with the most emotions, the first of equals; of several takes
   * the first of the intensity that comes first.
   *
   * @throws IllegalArgumentException if the corpus is empty
   */
  static OneSentence of(Corpus corpus) {
    Map<String, Map<Emotion, Clip>> sentences = new TreeMap<>();
    Comparator<Clip> order = Comparator.comparing(Clip::intensity).thenComparing(Clip::repetition);
    for (Clip clip : corpus.clips()) {
      sentences
          .computeIfAbsent(clip.speaker() + "/" + clip.statement(), key -> new TreeMap<>())
          .merge(clip.emotion(), clip, (one, two) -> order.compare(one, two) <= 0 ? one : two);
    }
    Map<Emotion, Clip> best =
        sentences.values().stream()
            .reduce((one, two) -> two.size() > one.size() ? two : one)
            .orElseThrow(() -> new IllegalArgumentException("the corpus has no clips"));
    return new OneSentence(List.copyOf(best.values()));
  }

  /** Adds the pictures. */
  void addTo(StudySection.Builder section) throws IOException {
    MfccSpec spec = MfccSpec.of(RATE, N_FFT, HOP, MELS, MFCCS);
    List<WavePicture> waves = new ArrayList<>();
    List<FramePicture> spectra = new ArrayList<>();
    List<FramePicture> logMel = new ArrayList<>();
    List<FramePicture> cepstra = new ArrayList<>();
    for (Clip clip : clips) {
      String name = clip.emotion().label();
      float[] samples = samples(clip);
      ClipFrames frames = new ClipFrames(spec, samples);
      waves.add(new WavePicture(name, samples, RATE));
      spectra.add(new FramePicture(name, frames.spectrum(), spec.hopSeconds(), 0, RATE / 2000.0));
      logMel.add(new FramePicture(name, frames.logMel(), spec.hopSeconds(), 1, MELS));
      cepstra.add(new FramePicture(name, frames.cepstrum(), spec.hopSeconds(), 2, MFCCS));
    }
    Clip first = clips.get(0);
    section.paragraph(
        "Speaker "
            + first.speaker()
            + ", sentence "
            + first.statement()
            + ", intensity "
            + first.intensity()
            + ". All eight pictures of a kind have the same scale, so that they can be compared.");
    String names = String.join(", ", clips.stream().map(c -> c.emotion().label()).toList());
    section
        .figure(
            new StudyFigure(
                "waves",
                "Waveforms: how loud each emotion is shows at once.",
                "Waveforms of " + names + ".",
                SoundCharts.waves("Waveforms", waves)))
        .figure(
            new StudyFigure(
                "spectrograms",
                "Spectrograms, 80 dB from dark to bright.",
                "Spectrograms of " + names + ".",
                decibels("Spectrograms", "kHz", spectra)))
        .figure(
            new StudyFigure(
                "log-mel",
                "Log-mel spectrograms of 64 bands, 80 dB from dark to bright.",
                "Log-mel spectrograms of " + names + ".",
                decibels("Log-mel spectrograms", "band", logMel)))
        .figure(
            new StudyFigure(
                "mfcc",
                "MFCC 2 to 20; the first, the level, would outshine the others.",
                "MFCC of " + names + ".",
                SoundCharts.frames(
                    "MFCC",
                    "coefficient",
                    cepstra,
                    ClipFrames.quantile(cepstra, 0.01),
                    ClipFrames.quantile(cepstra, 0.99))));
  }

  private static Drawing decibels(String title, String axis, List<FramePicture> pictures) {
    double loudest = ClipFrames.quantile(pictures, 1);
    return SoundCharts.frames(title, axis, pictures, loudest - RANGE_DB, loudest);
  }

  private static float[] samples(Clip clip) throws IOException {
    try (AudioSource source = clip.open()) {
      return Sound.read(source).at(RATE).samples();
    }
  }
}
