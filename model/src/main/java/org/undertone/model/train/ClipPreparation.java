// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.model.corpus.Clip;
import org.undertone.ser.FrontEnd;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.feature.MfccSpec;

/**
 * Computes the frames of clips at every playing speed, with the same front end as the pipeline. A
 * clip is played faster by claiming a higher sample rate, so pitch and formants move with it.
 */
final class ClipPreparation {
  private final MfccSpec spec;
  private final List<Double> speeds;

  ClipPreparation(MfccSpec spec, List<Double> speeds) {
    this.spec = spec;
    this.speeds = List.copyOf(speeds);
  }

  /**
   * Reads and analyses a clip.
   *
   * @throws IOException if it cannot be read, or is shorter than a frame
   */
  TrainingClip prepare(Clip clip) throws IOException {
    float[][] logMel = new float[speeds.size()][];
    boolean[][] speech = new boolean[speeds.size()][];
    float[] samples;
    int rate;
    try (AudioSource source = clip.open()) {
      rate = source.sampleRate();
      samples = AudioFiles.readAll(source);
    }
    for (int i = 0; i < speeds.size(); i++) {
      Frames frames = new Frames(spec.nMels());
      FrontEnd frontEnd = new FrontEnd(spec, (int) Math.round(rate * speeds.get(i)), frames::add);
      frontEnd.accept(samples, 0, samples.length);
      frontEnd.finish();
      logMel[i] = frames.logMel();
      if (logMel[i].length == 0) {
        throw new IOException("it is too short for one frame: take it out of the corpus");
      }
      speech[i] = frames.speech();
    }
    return new TrainingClip(
        clip.id(), clip.corpus(), clip.speaker(), clip.emotion(), logMel, speech);
  }

  /** Frames as they come, kept. */
  private static final class Frames {
    private final int bands;
    private final List<float[]> rows = new ArrayList<>();
    private final List<Boolean> marks = new ArrayList<>();

    Frames(int bands) {
      this.bands = bands;
    }

    void add(float[] frame, boolean isSpeech) {
      rows.add(frame.clone());
      marks.add(isSpeech);
    }

    float[] logMel() {
      float[] all = new float[rows.size() * bands];
      for (int i = 0; i < rows.size(); i++) {
        System.arraycopy(rows.get(i), 0, all, i * bands, bands);
      }
      return all;
    }

    boolean[] speech() {
      boolean[] all = new boolean[marks.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = marks.get(i);
      }
      return all;
    }
  }
}
