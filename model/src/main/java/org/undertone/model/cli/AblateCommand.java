// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.undertone.model.corpus.VerifiedCorpus;
import org.undertone.model.evaluate.AblationReport;
import org.undertone.model.evaluate.EvaluationClips;
import org.undertone.model.evaluate.EvaluationReport;
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
      "  ser ablate --recipe model/recipes/undertone.json --set 'experts=[]' \\",
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
    options.check(recipeOptions.hasSeed());
    if (!options.seeds().isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "an ablation has one seed: give --seed, and another --out");
    }
    Map<String, String> changes = new LinkedHashMap<>();
    Map<String, Recipe> recipes = recipes(changes);
    Files.createDirectories(out);
    List<VerifiedCorpus> verified = corpora.open(ser.console(), options.trainCorpora());
    int tested = verified.size() - options.trainCorpora().size();
    run(recipes, changes, CorporaOption.evaluationClips(verified, tested));
    return Ser.OK;
  }

  /** Reads all variants, so that a wrong one fails before anything is trained. */
  private Map<String, Recipe> recipes(Map<String, String> changes) throws IOException {
    Map<String, Recipe> recipes = new LinkedHashMap<>();
    recipes.put(RECIPE, recipeOptions.read());
    changes.put(RECIPE, "");
    for (Map.Entry<String, List<RecipeChange>> one : Variants.read(variants).entrySet()) {
      if (one.getKey().equals(RECIPE)) {
        throw new IOException(variants + ": \"" + RECIPE + "\" is the name of the recipe itself");
      }
      try {
        recipes.put(one.getKey(), recipeOptions.read(one.getValue()));
      } catch (IOException e) {
        throw new IOException("variant " + one.getKey() + ": " + e.getMessage(), e);
      }
      changes.put(
          one.getKey(),
          String.join(", ", one.getValue().stream().map(RecipeChange::toString).toList()));
    }
    return recipes;
  }

  private void run(Map<String, Recipe> recipes, Map<String, String> changes, EvaluationClips clips)
      throws IOException {
    Map<String, EvaluationReport> reports = new LinkedHashMap<>();
    // The same folds for all, also where a variant has another seed.
    FoldPlan plan = options.folds().plan(clips, recipes.get(RECIPE).training().seed());
    PreparedClips prepared = null;
    for (Map.Entry<String, Recipe> one : recipes.entrySet()) {
      Recipe recipe = one.getValue();
      List<String> all =
          Stream.of(recipeOptions.changesInWords(), changes.get(one.getKey()))
              .filter(words -> !words.isEmpty())
              .toList();
      ProtocolRun run = new ProtocolRun(ser.console(), options, clips, String.join(", ", all));
      if (prepared == null || !prepared.suits(recipe)) {
        // The features of many corpora fill the memory once, but not twice.
        prepared = null;
        prepared = run.prepare(recipe);
      }
      Path folder = out.resolve(one.getKey());
      String prefix = one.getKey() + " ";
      try {
        if (options.part().isWhole()) {
          reports.put(one.getKey(), run.run(recipe, plan, prepared, folder, prefix));
        } else {
          run.runPart(recipe, plan, prepared, folder, prefix);
        }
      } catch (IOException | IllegalArgumentException e) {
        throw new IOException(one.getKey() + ": " + e.getMessage(), e);
      }
    }
    if (options.part().isWhole()) {
      report(reports, changes);
    } else {
      ProtocolRun.partDone(ser.console());
    }
  }

  private void report(Map<String, EvaluationReport> reports, Map<String, String> changes)
      throws IOException {
    AblationReport report = new AblationReport(reports, changes);
    ReportFiles.write(out, report.toJson(), null, report::print);
    ReportFiles.print(ser.console(), report::print);
  }
}
