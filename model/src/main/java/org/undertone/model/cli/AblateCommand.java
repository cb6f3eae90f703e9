// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.undertone.model.evaluate.AblationReport;
import org.undertone.model.evaluate.EvaluationClips;
import org.undertone.model.evaluate.FoldPlan;
import org.undertone.model.train.PreparedClips;
import org.undertone.model.train.Recipe;
import org.undertone.model.train.RecipeChange;
import org.undertone.model.train.Variants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ser ablate}: what each part of a recipe brings. */
@Command(
    name = "ablate",
    description = {
      "Trains and tests a recipe and variants of it by the same protocol, and says",
      "how much they differ, fold by fold."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  ser ablate --recipe model/recipes/ravdess-expert.json \\",
      "    --variants model/recipes/ablation.json --corpus ravdess_speech/ --out ablation/",
      "",
      "The variants are a JSON object of names, each with the fields it changes:",
      "  {\"no-mixup\": {\"training.mixupProbability\": 0}}",
      "",
      "report.txt has the table, report.json the numbers for programs; the folder of",
      "each variant has all that `ser evaluate` writes. An interrupted run goes on",
      "where it was."
    })
final class AblateCommand implements Callable<Integer> {
  /** The folder of the recipe as it is. */
  private static final String RECIPE = "recipe";

  @ParentCommand private Ser ser;
  @Spec private CommandSpec command;
  @Mixin private RecipeOptions recipeOptions;
  @Mixin private CorporaOption corpora;
  @Mixin private EvaluateOptions options;

  @Option(
      names = "--variants",
      required = true,
      paramLabel = "FILE",
      description = "What each variant changes, such as model/recipes/ablation.json.")
  private Path variants;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Gets the table, and a folder for each variant.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    recipeOptions.check();
    if (!recipeOptions.isGiven()) {
      throw new ParameterException(command.commandLine(), "--recipe is missing");
    }
    options.check();
    options.require(
        !options.innerValidation(),
        "--inner-validation is for ser evaluate: the table has no place for it");
    List<Variant> all = read();
    Files.createDirectories(out);
    EvaluationClips clips = corpora.evaluationClips(ser.console(), options.trainCorpora());
    RecipeOptions.tellUnused(ser.console(), all.get(0).recipe(), clips.all());
    run(all, clips);
    return Ser.OK;
  }

  /** The recipe, which changes nothing, or a variant of it. */
  private record Variant(String name, List<RecipeChange> changes, Recipe recipe) {}

  /** Reads the recipe and all variants, so that a wrong one fails before anything is trained. */
  private List<Variant> read() throws IOException {
    List<Variant> all = new ArrayList<>();
    all.add(new Variant(RECIPE, List.of(), recipeOptions.read()));
    for (Map.Entry<String, List<RecipeChange>> one : Variants.read(variants).entrySet()) {
      String name = one.getKey();
      if (name.equals(RECIPE)) {
        throw new IOException(variants + ": \"" + RECIPE + "\" is the name of the recipe itself");
      }
      try {
        all.add(new Variant(name, one.getValue(), recipeOptions.read(one.getValue())));
      } catch (IOException e) {
        throw new IOException("variant " + name + ": " + e.getMessage(), e);
      }
    }
    return all;
  }

  private void run(List<Variant> all, EvaluationClips clips) throws IOException {
    List<AblationReport.Variant> tested = new ArrayList<>();
    // The same folds for all, also where a variant has another seed.
    FoldPlan plan = options.plan(clips, all.get(0).recipe().training().seed());
    PreparedClips prepared = null;
    for (Variant one : all) {
      List<RecipeChange> changes = new ArrayList<>(recipeOptions.changes());
      changes.addAll(one.changes());
      ProtocolRun run = new ProtocolRun(ser.console(), options, clips, changes);
      if (prepared == null || !prepared.suits(one.recipe())) {
        // The features of many corpora fill the memory once, but not twice.
        prepared = null;
        prepared = run.prepare(one.recipe());
      }
      Path folder = out.resolve(one.name());
      String prefix = one.name() + " ";
      try {
        if (options.part().isWhole()) {
          tested.add(
              new AblationReport.Variant(
                  one.name(),
                  RecipeChange.inWords(one.changes()),
                  run.run(one.recipe(), plan, prepared, folder, prefix)));
        } else {
          run.runPart(one.recipe(), plan, prepared, folder, prefix);
        }
      } catch (IOException | IllegalArgumentException e) {
        throw new IOException(one.name() + ": " + e.getMessage(), e);
      }
    }
    if (options.part().isWhole()) {
      AblationReport report = new AblationReport(tested);
      ReportFiles.write(out, report.toJson(), report::print);
      ReportFiles.print(ser.console(), report::print);
    } else {
      ProtocolRun.partDone(ser.console());
    }
  }
}
