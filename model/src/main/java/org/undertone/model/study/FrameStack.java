// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.Arrays;
import org.undertone.ser.feature.DescriptorExtractor;
import org.undertone.ser.feature.DescriptorFrame;
import org.undertone.ser.feature.MfccSpec;

/**
 * Frames of log-mel, MFCC and chroma over three seconds of a clip, from half a second on, as write-ups load RAVDESS with
 * librosa: {@code load(file, offset=0.5, duration=3)}. What a shorter clip lacks is silence. For one thread at a time.
 */
final class FrameStack {
  /** Log-mel, MFCC and chroma. */
  static final int IMAGES = 3;

  /** Rows of each image: mel bands, coefficients, pitch classes three times over. */
  static final int ROWS = 36;

  /** Frames of an image. */
  static final int COLUMNS = 64;

  /** Frames of the sequence: two for each of an image. */
  static final int FRAMES = 2 * COLUMNS;

  /** Changes when the numbers do. */
  static final int VERSION = 1;

  private static final int N_FFT = 1024;
  private static final double OFFSET_SECONDS = 0.5;
  private static final double SECONDS = 3;
  private static final int PITCH_CLASSES = 12;

  private final int rate;
  private final int hop;
  private final DescriptorExtractor extractor;
  private int next;

  /** Prepares for clips of a sample rate in Hz. */
  FrameStack(int rate) {
    this.rate = rate;
    hop = (int) (SECONDS * rate / FRAMES);
    extractor = new DescriptorExtractor(MfccSpec.of(rate, N_FFT, hop, ROWS, ROWS));
  }

  /** Returns the frames of a clip, {@code [image][row][frame]} in one array. */
  float[] compute(float[] samples) {
    int from = Math.min(samples.length, (int) (OFFSET_SECONDS * rate));
    float[] window = Arrays.copyOf(Arrays.copyOfRange(samples, from, samples.length), FRAMES * hop);
    float[] frames = new float[IMAGES * ROWS * FRAMES];
    next = 0;
    extractor.reset();
    extractor.accept(window, 0, window.length, frame -> put(frame, frames));
    extractor.finish(frame -> put(frame, frames));
    return frames;
  }

  private void put(DescriptorFrame frame, float[] frames) {
    // A centred frame stands behind the last sample, too.
    if (next < FRAMES) {
      for (int row = 0; row < ROWS; row++) {
        frames[row * FRAMES + next] = frame.logMel()[row];
        frames[(ROWS + row) * FRAMES + next] = frame.mfcc()[row];
        int pitchClass = row * PITCH_CLASSES / ROWS;
        frames[(2 * ROWS + row) * FRAMES + next] = (float) frame.chroma()[pitchClass];
      }
      next++;
    }
  }

  /** Returns some of the images, each column the mean of two frames: {@code [image][row][column]}. */
  static float[] images(float[] frames, int first, int count) {
    float[] images = new float[count * ROWS * COLUMNS];
    int offset = first * ROWS * FRAMES;
    for (int i = 0; i < images.length; i++) {
      images[i] = (frames[offset + 2 * i] + frames[offset + 2 * i + 1]) / 2;
    }
    return images;
  }

  /** Returns the MFCC, {@code [coefficient][frame]}. */
  static float[] sequence(float[] frames) {
    return Arrays.copyOfRange(frames, ROWS * FRAMES, 2 * ROWS * FRAMES);
  }

  /** Returns the mean over time of every row of log-mel and MFCC, and of every pitch class. */
  static float[] means(float[] frames) {
    int step = ROWS / PITCH_CLASSES;
    float[] means = new float[2 * ROWS + PITCH_CLASSES];
    for (int i = 0; i < means.length; i++) {
      int row = i < 2 * ROWS ? i : 2 * ROWS + (i - 2 * ROWS) * step;
      double sum = 0;
      for (int frame = 0; frame < FRAMES; frame++) {
        sum += frames[row * FRAMES + frame];
      }
      means[i] = (float) (sum / FRAMES);
    }
    return means;
  }
}
