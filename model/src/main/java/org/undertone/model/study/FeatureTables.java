// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.undertone.model.study.learn.Scaler;
import org.undertone.ser.feature.ClipFeatures;

/** What is known of every clip, in the order of the clips. Not changed after it was made; for any number of threads. */
final class FeatureTables {
  private final float[][] statistics;
  private final float[][] frames;
  private final List<String> defects;

  /**
   * Takes what was computed.
   *
   * @param statistics {@code [clip][column]}; what is missing or infinite is noted and replaced by 0
   * @param frames {@code [clip][image, row, frame]}, as {@link FrameStack#compute} gives them
   */
  FeatureTables(float[][] statistics, float[][] frames) {
    this.statistics = new float[statistics.length][];
    this.frames = frames;
    Map<Defect, Integer> counts = new EnumMap<>(Defect.class);
    Set<String> columns = new TreeSet<>();
    for (int i = 0; i < statistics.length; i++) {
      this.statistics[i] = mended(statistics[i], counts, columns);
    }
    defects = new ArrayList<>();
    counts.forEach((defect, count) -> defects.add(count + " values " + defect.words));
    columns.forEach(column -> defects.add("among them in " + column));
  }

  private enum Defect {
    MISSING("missing"),
    INFINITE("infinite");

    private final String words;

    Defect(String words) {
      this.words = words;
    }
  }

  private static float[] mended(float[] row, Map<Defect, Integer> counts, Set<String> columns) {
    float[] mended = row.clone();
    for (int i = 0; i < row.length; i++) {
      if (!Float.isFinite(row[i])) {
        counts.merge(Float.isNaN(row[i]) ? Defect.MISSING : Defect.INFINITE, 1, Integer::sum);
        columns.add(ClipFeatures.columns().get(i));
        mended[i] = 0;
      }
    }
    return mended;
  }

  /** Returns what was missing or infinite, in words; nothing if all is well. */
  List<String> defects() {
    return defects;
  }

  /** Returns the statistics, {@code [clip][column]}. */
  float[][] statistics() {
    return statistics;
  }

  /** Returns the features of some clips, {@code [place][feature]}. */
  float[][] rows(FeatureKind kind, List<Integer> clips) {
    float[][] rows = new float[clips.size()][];
    for (int i = 0; i < rows.length; i++) {
      int clip = clips.get(i);
      rows[i] =
          switch (kind) {
            case STATISTICS -> statistics[clip];
            case STACK, LOG_MEL, MFCC, CHROMA ->
                FrameStack.images(frames[clip], kind.firstImage(), kind.images());
            case MEANS -> FrameStack.means(frames[clip]);
            case SEQUENCE -> FrameStack.sequence(frames[clip]);
          };
    }
    return rows;
  }

  /**
   * Returns rows with the mean of each feature over the rows of the same speaker taken off, and divided by the deviation.
   * What the speaker's clips are labelled as is not used, but all of them are: this is transductive.
   */
  static float[][] normalisedBySpeaker(float[][] rows, List<String> speakers) {
    float[][] normalised = new float[rows.length][];
    for (String speaker : Set.copyOf(speakers)) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < rows.length; i++) {
        if (speakers.get(i).equals(speaker)) {
          places.add(i);
        }
      }
      Scaler scaler = Scaler.of(places.stream().map(place -> rows[place]).toArray(float[][]::new));
      places.forEach(place -> normalised[place] = scaler.apply(rows[place]));
    }
    return normalised;
  }
}
