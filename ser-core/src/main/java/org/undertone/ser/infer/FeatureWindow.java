// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import java.util.Arrays;
import org.undertone.ser.feature.Dct;
import org.undertone.ser.feature.MfccSpec;

/**
 * The last frames of a stream, as the network wants them: MFCCs in which neither the gain of the
 * microphone nor the noise floor of the room shows. The loudest value of the window's log-mel frames
 * is set to 0 dB, and all that is further below it than the floor is raised to the floor; the MFCCs
 * are the DCT of that. Frames at either end of which nothing stands above the floor are left out; what
 * remains, the stretch, stands in the middle of the network's input, between frames at the floor. So it
 * does not show where in the window the speech was. No allocation after construction; for one thread at
 * a time.
 */
public final class FeatureWindow {
  private final int capacity;
  private final int bands;
  private final int coefficients;
  private final float[] logMel;
  private final boolean[] speech;
  private final float[] raised;
  private final float[] atFloor;
  private final Dct dct;
  private int next;
  private int size;
  private int speechFrames;
  private int stretchStart;
  private int stretchEnd;
  private int shift;

  /** Prepares an empty window of {@code capacity} frames. */
  public FeatureWindow(MfccSpec spec, int capacity) {
    this.capacity = capacity;
    bands = spec.nMels();
    coefficients = spec.nMfcc();
    logMel = new float[capacity * bands];
    speech = new boolean[capacity];
    raised = new float[bands];
    atFloor = new float[coefficients];
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
    stretchStart = 0;
    stretchEnd = 0;
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

  /** Returns the first frame of the stretch that the last {@link #features} gave. */
  public int stretchStart() {
    return stretchStart;
  }

  /** Returns the end of the stretch that the last {@link #features} gave, one after its last frame. */
  public int stretchEnd() {
    return stretchEnd;
  }

  /**
   * Returns the row of a frame of the stretch in what the last {@link #features} gave.
   *
   * @param frame from {@link #stretchStart} to before {@link #stretchEnd}
   */
  public int row(int frame) {
    if (frame < stretchStart || frame >= stretchEnd) {
      throw new IndexOutOfBoundsException(
          "frame " + frame + " of " + stretchStart + " to " + stretchEnd);
    }
    return frame - stretchStart + shift;
  }

  /**
   * Computes the features of the whole window, its stretch in the middle.
   *
   * @param floorDb how far below the loudest value the floor is, dB
   * @param features receives {@code [frame][coefficient]} row by row, capacity × coefficients values
   * @throws IllegalStateException if the window is empty
   */
  public void features(double floorDb, float[] features) {
    features(floorDb, 0.5, features);
  }

  /**
   * Computes the features of the whole window, its stretch anywhere: for training.
   *
   * @param floorDb how far below the loudest value the floor is, dB
   * @param place share of the frames at the floor that come before the stretch, 0 to 1
   * @param features receives {@code [frame][coefficient]} row by row, capacity × coefficients values
   * @throws IllegalStateException if the window is empty
   */
  public void features(double floorDb, double place, float[] features) {
    if (size == 0) {
      throw new IllegalStateException("the window is empty");
    }
    float peak = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < size * bands; i++) {
      peak = Math.max(peak, logMel[i]);
    }
    findStretch(peak - (float) floorDb);
    float floor = (float) -floorDb;
    shift = (int) (place * (capacity - (stretchEnd - stretchStart)));
    Arrays.fill(raised, floor);
    dct.transform(raised, 0, atFloor, 0);
    for (int row = 0; row < capacity; row++) {
      if (row < shift || row >= shift + stretchEnd - stretchStart) {
        System.arraycopy(atFloor, 0, features, row * coefficients, coefficients);
      }
    }
    for (int frame = stretchStart; frame < stretchEnd; frame++) {
      int from = slot(frame) * bands;
      for (int band = 0; band < bands; band++) {
        raised[band] = Math.max(floor, logMel[from + band] - peak);
      }
      dct.transform(raised, 0, features, row(frame) * coefficients);
    }
  }

  /** The loudest frame is always in it. */
  private void findStretch(float floor) {
    stretchStart = 0;
    while (stretchStart < size - 1 && !standsAbove(floor, stretchStart)) {
      stretchStart++;
    }
    stretchEnd = size;
    while (stretchEnd - 1 > stretchStart && !standsAbove(floor, stretchEnd - 1)) {
      stretchEnd--;
    }
  }

  private boolean standsAbove(float floor, int frame) {
    int from = slot(frame) * bands;
    for (int band = 0; band < bands; band++) {
      if (logMel[from + band] > floor) {
        return true;
      }
    }
    return false;
  }

  private int slot(int frame) {
    if (frame < 0 || frame >= size) {
      throw new IndexOutOfBoundsException("frame " + frame + " of " + size);
    }
    return size < capacity ? frame : (next + frame) % capacity;
  }
}
