// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A feature that people know by name. Immutable.
 *
 * @param column its column
 * @param name for people
 * @param unit as shown; may be empty
 * @param scale from the column to what is shown; 0 for an amplitude that is shown in dB
 * @param digits after the point
 * @param drawn whether its spread is drawn
 */
record Describable(
    String column, String name, String unit, double scale, int digits, boolean drawn) {

  private static final List<Describable> ALL =
      List.of(
          new Describable("duration_s", "Length", "s", 1, 2, true),
          new Describable("rms_mean", "Level", "dB", 0, 1, true),
          new Describable("pitch_mean", "Mean pitch", "Hz", 1, 0, true),
          new Describable("pitch_std", "Deviation of pitch", "Hz", 1, 0, true),
          new Describable("voiced_share", "Voiced share", "%", 100, 0, true),
          new Describable("centroid_mean", "Spectral centroid", "Hz", 1, 0, true),
          new Describable("bandwidth_mean", "Spectral bandwidth", "Hz", 1, 0, false),
          new Describable("rolloff_mean", "Spectral roll-off", "Hz", 1, 0, false),
          new Describable("flatness_mean", "Spectral flatness", "", 1, 3, false),
          new Describable("zcr_mean", "Zero-crossing rate", "", 1, 3, true),
          new Describable("contrast01_mean", "Contrast, lowest band", "dB", 1, 1, false),
          new Describable("chroma01_mean", "Chroma, C", "", 1, 2, false),
          new Describable("mfcc01_mean", "MFCC 1", "", 1, 0, false),
          new Describable("mfcc02_mean", "MFCC 2", "", 1, 1, false),
          new Describable("mfcc03_mean", "MFCC 3", "", 1, 1, false));

  /** Least amplitude that is told from silence: -120 dB. */
  private static final double SILENCE = 1e-6;

  /** Returns those of a table. */
  static List<Describable> of(FeatureTable features) {
    return ALL.stream().filter(one -> features.columns().contains(one.column())).toList();
  }

  /** Returns name and unit. */
  String title() {
    return unit.isEmpty() ? name : name + ", " + unit;
  }

  /** Returns values of the column as shown. */
  double[] shown(double[] values) {
    return Arrays.stream(values)
        .map(x -> scale == 0 ? 20 * Math.log10(Math.max(SILENCE, x)) : scale * x)
        .toArray();
  }

  /** Returns a shown value as text. */
  String text(double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
