// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undertone.model.evaluate.CrossValidation;
import org.undertone.model.evaluate.EvaluationClips;
import org.undertone.model.evaluate.EvaluationReport;
import org.undertone.model.evaluate.Fold;
import org.undertone.model.evaluate.FoldPlan;
import org.undertone.model.evaluate.Outcome;
import org.undertone.model.evaluate.PredictionsFile;
import org.undertone.model.evaluate.ProfileChart;
import org.undertone.model.evaluate.ProfileSizes;
import org.undertone.model.evaluate.SeedsReport;
import org.undertone.model.train.PreparedClips;
import org.undertone.model.train.Recipe;
import org.undertone.model.train.RecipeChange;

/** Trains and tests a recipe by a protocol, with one seed or with several. */
final class ProtocolRun {
  /** Before the folds of an inner validation. */
  private static final String INNER = "inner ";

  private final Console console;
  private final EvaluateOptions options;
  private final EvaluationClips clips;
  private final List<RecipeChange> changes;

  /**
   * Prepares the runs of a protocol.
   *
   * @param changes what was changed in the recipe for these runs
   */
  ProtocolRun(
      Console console, EvaluateOptions options, EvaluationClips clips, List<RecipeChange> changes) {
    this.console = console;
    this.options = options;
    this.clips = clips;
    this.changes = changes;
  }

  /**
   * Runs it, and writes and prints all results.
   *
   * @param seeds to repeat it with; none for the recipe's alone
   * @throws IOException if the clips do not fit the protocol, cannot be read, or a file not be written
   */
  void run(Recipe recipe, List<Long> seeds, Path out) throws IOException {
    FoldPlan plan = plan(recipe, recipe.training().seed());
    PreparedClips prepared = prepare(recipe);
    if (!options.part().isWhole()) {
      runPart(recipe, seeds, plan, prepared, out);
      return;
    }
    if (seeds.isEmpty()) {
      EvaluationReport report = run(recipe, plan, prepared, out, "");
      ReportFiles.print(console, report::print);
      return;
    }
    Map<Long, EvaluationReport> reports = new LinkedHashMap<>();
    for (long seed : seeds) {
      Recipe seeded = recipe.withSeed(seed);
      Path folder = out.resolve("seed-" + seed);
      FoldPlan seedsPlan = plan(recipe, seed);
      reports.put(seed, run(seeded, seedsPlan, prepared, folder, "seed " + seed + " "));
    }
    String protocol =
        String.format(
            Locale.ROOT,
            "%s: %s, %d epochs, seeds %s, float32 file through the pipeline",
            recipe.name(),
            options.folds().describe(plan),
            recipe.training().epochs(),
            seeds);
    SeedsReport report = new SeedsReport(protocol, notes(recipe, plan), reports);
    ReportFiles.write(out, naming(recipe, plan, report.toJson()), report::print);
    ReportFiles.print(console, report::print);
  }

  /** Makes the plan, and checks that an inner validation would hear what the folds hear. */
  private FoldPlan plan(Recipe recipe, long seed) throws IOException {
    FoldPlan plan = options.plan(clips, seed);
    FoldPlan pairs = options.pairs(plan);
    for (Fold pair : pairs == null ? List.<Fold>of() : pairs.folds()) {
      for (String expert : recipe.unheardExperts(pair.trained())) {
        throw new IOException(
            "--inner-validation does not fit: "
                + pair.name()
                + " leaves "
                + expert
                + " too few clips");
      }
    }
    return plan;
  }

  /**
   * Analyses all clips.
   *
   * @throws IOException if one cannot be read
   */
  PreparedClips prepare(Recipe recipe) throws IOException {
    try (StepProgress progress =
        new StepProgress(console, "features", "clips", clips.all().size())) {
      return PreparedClips.prepare(recipe, clips.all(), progress);
    }
  }

  private void runPart(
      Recipe recipe, List<Long> seeds, FoldPlan plan, PreparedClips prepared, Path out)
      throws IOException {
    if (seeds.isEmpty()) {
      runPart(recipe, plan, prepared, out, "");
    }
    for (long seed : seeds) {
      FoldPlan seedsPlan = plan(recipe, seed);
      Path folder = out.resolve("seed-" + seed);
      runPart(recipe.withSeed(seed), seedsPlan, prepared, folder, "seed " + seed + " ");
    }
    partDone(console);
  }

  /** Says what is to be done after a part. */
  static void partDone(Console console) {
    console
        .out()
        .println("part done; when all are, the same command without --part makes the report");
  }

  /** Runs the part of the folds that was asked for, with the recipe's seed. */
  void runPart(Recipe recipe, FoldPlan plan, PreparedClips prepared, Path folder, String prefix)
      throws IOException {
    try (FoldProgress progress = new FoldProgress(console, folder, prefix, recipe.allEpochs())) {
      validation(recipe, plan, folder).runPart(prepared, options.part(), progress);
    }
    FoldPlan pairs = options.pairs(plan);
    if (pairs != null) {
      Path inner = inner(folder);
      try (FoldProgress progress =
          new FoldProgress(console, inner, prefix + INNER, recipe.allEpochs())) {
        innerValidation(recipe, pairs, inner).runPart(prepared, options.part(), progress);
      }
    }
  }

  private CrossValidation validation(Recipe recipe, FoldPlan plan, Path folder) {
    return new CrossValidation(
        recipe, clips, plan, options.profileSizes(), options.shuffleLabels(), folder);
  }

  /** Nothing is chosen for voice profiles. */
  private CrossValidation innerValidation(Recipe recipe, FoldPlan pairs, Path folder) {
    return new CrossValidation(
        recipe, clips, pairs, ProfileSizes.NONE, options.shuffleLabels(), folder);
  }

  private static Path inner(Path folder) {
    return folder.resolve("inner");
  }

  /** Runs all folds with the recipe's seed, and writes the results but prints none. */
  EvaluationReport run(
      Recipe recipe, FoldPlan plan, PreparedClips prepared, Path folder, String prefix)
      throws IOException {
    Outcome outcome;
    try (FoldProgress progress = new FoldProgress(console, folder, prefix, recipe.allEpochs())) {
      outcome = validation(recipe, plan, folder).run(prepared, progress);
    }
    PredictionsFile.writeAll(folder, outcome);
    ProfileChart.write(folder, outcome);
    Outcome paired = null;
    FoldPlan pairs = options.pairs(plan);
    if (pairs != null) {
      Path inner = inner(folder);
      try (FoldProgress progress =
          new FoldProgress(console, inner, prefix + INNER, recipe.allEpochs())) {
        paired = innerValidation(recipe, pairs, inner).run(prepared, progress);
      }
    }
    String protocol =
        String.format(
            Locale.ROOT,
            "%s: %s, %d epochs, seed %d, float32 file through the pipeline",
            recipe.name(),
            options.folds().describe(plan),
            recipe.training().epochs(),
            recipe.training().seed());
    EvaluationReport report =
        new EvaluationReport(protocol, notes(recipe, plan), recipe.netNames(), outcome, paired);
    ReportFiles.write(folder, naming(recipe, plan, report.toJson()), report::print);
    return report;
  }

  private List<String> notes(Recipe recipe, FoldPlan plan) {
    List<String> notes = new ArrayList<>();
    if (!changes.isEmpty()) {
      notes.add("the recipe was changed: " + RecipeChange.inWords(changes));
    }
    for (Fold fold : plan.folds()) {
      for (String expert : recipe.unheardExperts(fold.trained())) {
        notes.add(fold.name() + " is without " + expert + ", which has too few clips there");
      }
    }
    notes.addAll(options.notes(clips, plan));
    return notes;
  }

  /**
   * A control does not name its recipe, and what leaves corpora out names it otherwise: `ser train` must
   * not take their numbers for the model's.
   */
  private JsonObject naming(Recipe recipe, FoldPlan plan, JsonObject report) {
    if (!options.isControl()) {
      report.addProperty(
          plan.corpusDisjoint() ? ReportFiles.RECIPE_WITHOUT_CORPORA : ReportFiles.RECIPE,
          recipe.hash());
    }
    return report;
  }
}
