// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undertone.model.evaluate.ConfusionMatrix;
import org.undertone.model.evaluate.LabelSet;
import org.undertone.model.evaluate.Prediction;
import org.undertone.model.evaluate.Results;
import org.undertone.model.measure.Table.Kind;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.timeline.Verdict;

/** Tables of what was said live. */
final class LiveTables {
  /** The largest share of windows of plain speech that may be called angry. */
  static final double ANGRY_BAR = 0.02;

  private LiveTables() {}

  /** Starts the table of streams. */
  static Table streams(ModelSpec spec) {
    return new Table(
            "streams",
            String.format(
                Locale.ROOT,
                "Streams: live windows of %.1f s, a verdict each %.2f s",
                spec.windowSeconds(),
                spec.hopFrames() * spec.mfcc().hopSeconds()))
        .column("voice_profile", "voice profile", Kind.TEXT)
        .column("what", "what", Kind.TEXT)
        .column("count", "count", Kind.COUNT)
        .column("wa", "WA %", Kind.PERCENT)
        .column("uar", "UAR %", Kind.PERCENT)
        .column("without", "none %", Kind.PERCENT)
        .note(
            "A speaker's clips in random order with 1 s of their rooms' noise between. A window counts for")
        .note("the clip that most of it is of; \"within one clip\": it holds nothing of another.")
        .note("None: windows without a verdict, or that show no word; of clips, those without any.")
        .note("Windows without are left out of WA and UAR; clips without count as called neutral.")
        .note("Profile learning: as on the phone, it starts anew with each speaker.");
  }

  /** Adds what was heard in streams. */
  static void addStreams(Table table, String profile, List<LiveWindow> windows) {
    List<LiveWindow> alone = Streams.only(windows, LiveWindow::alone);
    addWindows(table, profile, "before smoothing", raw(windows));
    addWindows(table, profile, "before smoothing, within one clip", raw(alone));
    addWindows(table, profile, "smoothed", smoothed(windows));
    addWindows(table, profile, "smoothed, within one clip", smoothed(alone));
    addPairs(table, profile, "word shown (unsure left out)", shown(windows));
    List<Prediction> clips = Streams.perClip(windows);
    if (!clips.isEmpty()) {
      Results results = new Results(clips);
      double without = (double) results.withoutSpeech() / clips.size();
      add(table, profile, "clip, by the mean of its windows", results.confusion(), without);
    }
  }

  private static List<Prediction> raw(List<LiveWindow> windows) {
    return windows.stream().map(LiveWindow::raw).toList();
  }

  private static List<Prediction> smoothed(List<LiveWindow> windows) {
    return windows.stream().map(LiveWindow::smoothed).toList();
  }

  /** The word on the screen holds on for a moment, so it need not be the best smoothed one. */
  private static List<int[]> shown(List<LiveWindow> windows) {
    List<int[]> pairs = new ArrayList<>();
    for (LiveWindow window : windows) {
      Emotion emotion = window.verdict().emotion();
      pairs.add(
          new int[] {window.clip().emotion().index(), emotion == null ? -1 : emotion.index()});
    }
    return pairs;
  }

  private static void addWindows(
      Table table, String profile, String what, List<Prediction> windows) {
    List<int[]> pairs = new ArrayList<>();
    for (Prediction one : windows) {
      pairs.add(
          new int[] {one.truth().index(), one.scores() == null ? -1 : one.predicted().index()});
    }
    addPairs(table, profile, what, pairs);
  }

  private static void addPairs(Table table, String profile, String what, List<int[]> pairs) {
    ConfusionMatrix matrix = new ConfusionMatrix(LabelSet.EIGHT.labels());
    for (int[] pair : pairs) {
      if (pair[1] >= 0) {
        matrix.add(pair[0], pair[1]);
      }
    }
    if (!pairs.isEmpty()) {
      add(table, profile, what, matrix, 1 - (double) matrix.total() / pairs.size());
    }
  }

  private static void add(
      Table table, String profile, String what, ConfusionMatrix matrix, double without) {
    table.row(
        profile,
        what,
        matrix.total(),
        matrix.total() == 0 ? null : matrix.weightedAccuracy(),
        matrix.total() == 0 ? null : matrix.unweightedAverageRecall(),
        without);
  }

  /** Returns a table of what is shown on plain speech, to be filled. */
  static Table plainSpeech() {
    return new Table("plain_speech", "Plain speech, live: what is shown")
        .column("voice_profile", "voice profile", Kind.TEXT)
        .column("category", "category", Kind.TEXT)
        .column("windows", "windows", Kind.COUNT)
        .column("no_verdict", "no verdict %", Kind.PERCENT)
        .column("angry", "angry %", Kind.PERCENT)
        .column("neutral_calm", "neutral/calm %", Kind.PERCENT)
        .column("others", "others %", Kind.PERCENT)
        .column("unsure", "unsure %", Kind.PERCENT)
        .note("Shares are of the windows with a verdict.")
        .note("A speaker's recordings are one stream, with 1 s of their rooms' noise between.");
  }

  /** Adds what was shown on plain speech with or without a profile that learns. */
  static void addPlainSpeech(Table table, String profile, Map<String, List<Verdict>> byCategory) {
    VerdictShares all = VerdictShares.of(flat(byCategory));
    addShares(table, profile, "all", all);
    byCategory.forEach(
        (name, verdicts) -> addShares(table, profile, name, VerdictShares.of(verdicts)));
    Double angry = all.share(all.angry());
    String verdict =
        angry == null ? "no window has a verdict" : angry <= ANGRY_BAR ? "met" : "missed";
    table.note("The bar for angry, 2 %, voice profile " + profile + ": " + verdict + ".");
  }

  private static void addShares(Table table, String profile, String name, VerdictShares shares) {
    table.row(
        profile,
        name,
        shares.windows(),
        shares.withoutVerdict(),
        shares.share(shares.angry()),
        shares.share(shares.quiet()),
        shares.share(shares.others()),
        shares.share(shares.unsure()));
  }

  /** Returns what was shown on noise. */
  static Table noise(Map<String, List<Verdict>> noise, Map<String, List<Verdict>> voices) {
    Table table =
        new Table("noise_alone", "Noise alone, live: what is shown")
            .column("category", "category", Kind.TEXT)
            .column("windows", "windows", Kind.COUNT)
            .column("verdict", "verdict %", Kind.PERCENT)
            .column("called", "emotion %", Kind.PERCENT)
            .column("angry", "angry %", Kind.PERCENT);
    addNoise(table, "all without voices", flat(noise));
    addNoise(table, "all with voices in them", flat(voices));
    noise.forEach((name, verdicts) -> addNoise(table, name, verdicts));
    return table
        .note("Shares are of all windows: taken for speech, called an emotion, called angry.")
        .note("Crowds, people in the city and babies count as voices, by the category's words.");
  }

  private static void addNoise(Table table, String name, List<Verdict> verdicts) {
    if (!verdicts.isEmpty()) {
      VerdictShares shares = VerdictShares.of(verdicts);
      table.row(
          name,
          shares.windows(),
          1 - shares.withoutVerdict(),
          shares.called(),
          (double) shares.angry() / shares.windows());
    }
  }

  private static List<Verdict> flat(Map<String, List<Verdict>> byCategory) {
    return byCategory.values().stream().flatMap(List::stream).toList();
  }
}
