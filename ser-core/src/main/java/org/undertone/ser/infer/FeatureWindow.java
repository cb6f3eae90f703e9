// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import java.util.Arrays;
import org.undertone.ser.feature.Dct;
import org.undertone.ser.feature.MfccSpec;

/**
 * The last frames of a stream, as the network wants them: MFCCs in which neither the gain of the
 * microphone nor the noise floor of the room shows. The loudest value of the window's log-mel frames
 * is set to 0 dB, and all that is further below it than the floor is raised to the floor; the MFCCs
 * are the DCT of that. A window that is not full yet repeats its frames, so that the network never
 * sees padding. No allocation after construction; for one thread at a time.
 */
public final class FeatureWindow {
  private final int capacity;
  private final int bands;
  private final int coefficients;
  private final float[] logMel;
  private final boolean[] speech;
  private final float[] raised;
  private final Dct dct;
  private int next;
  private int size;
  private int speechFrames;

  /** Prepares an empty window of {@code capacity} frames. */
  public FeatureWindow(MfccSpec spec, int capacity) {
    this.capacity = capacity;
    bands = spec.nMels();
    coefficients = spec.nMfcc();
    logMel = new float[capacity * bands];
    speech = new boolean[capacity];
    raised = new float[bands];
    dct = new Dct(bands, coefficients);
  }

  /** Adds a log-mel frame, {@code [mel]} in dB; a full window drops its oldest. */
  public void add(float[] frame, boolean isSpeech) {
    if (size == capacity) {
      speechFrames -= speech[next] ? 1 : 0;
    } else {
      size++;
    }
    System.arraycopy(frame, 0, logMel, next * bands, bands);
    speech[next] = isSpeech;
    speechFrames += isSpeech ? 1 : 0;
    next = (next + 1) % capacity;
  }

  /** Empties the window. */
  public void clear() {
    next = 0;
    size = 0;
    speechFrames = 0;
    Arrays.fill(speech, false);
  }

  /** Returns the number of frames, at most the capacity. */
  public int size() {
    return size;
  }

  /** Returns how many of the frames are speech. */
  public int speechFrames() {
    return speechFrames;
  }

  /** Returns whether a frame is speech; frame 0 is the oldest. */
  public boolean isSpeech(int frame) {
    return speech[slot(frame)];
  }

  /**
   * Computes the features of the whole window.
   *
   * @param floorDb how far below the loudest value the floor is, dB
   * @param features receives {@code [frame][coefficient]} row by row, capacity × coefficients values;
   *     the first {@link #size()} rows are the frames, oldest first, and the rest repeats them
   * @throws IllegalStateException if the window is empty
   */
  public void features(double floorDb, float[] features) {
    if (size == 0) {
      throw new IllegalStateException("the window is empty");
    }
    float peak = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < size * bands; i++) {
      peak = Math.max(peak, logMel[i]);
    }
    float floor = (float) -floorDb;
    for (int frame = 0; frame < size; frame++) {
      int from = slot(frame) * bands;
      for (int band = 0; band < bands; band++) {
        raised[band] = Math.max(floor, logMel[from + band] - peak);
      }
      dct.transform(raised, 0, features, frame * coefficients);
    }
    int filled = size * coefficients;
    int total = capacity * coefficients;
    while (filled < total) {
      int copied = Math.min(filled, total - filled);
      System.arraycopy(features, 0, features, filled, copied);
      filled += copied;
    }
  }

  private int slot(int frame) {
    if (frame < 0 || frame >= size) {
      throw new IndexOutOfBoundsException("frame " + frame + " of " + size);
    }
    return size < capacity ? frame : (next + frame) % capacity;
  }
}
