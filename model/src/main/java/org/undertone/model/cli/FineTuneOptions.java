// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.VerifiedCorpus;
import org.undertone.model.train.FineTuner;
import org.undertone.model.train.Recipe;
import org.undertone.ser.infer.ModelFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code ser train} that train a model further. */
final class FineTuneOptions {
  private static final double LEARNING_RATE = 2e-4;
  private static final int EPOCHS = 10;

  @Option(
      names = "--from",
      paramLabel = "FILE|" + ModelOption.BUILT_IN,
      description =
          "Trains this model of `ser train`, or the built-in one, further. Its features, window and"
              + " labels stay as they are.")
  private String from;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "With --from: the largest learning rate; 0.0002 if left out.")
  private Double learningRate;

  @Option(
      names = "--keep-corpus",
      paramLabel = "PATH",
      description =
          "With --from: a corpus that is trained on as well, so that what the model knew is not"
              + " forgotten. It is not tested. Each epoch takes at most as many clips of all such"
              + " corpora as there are of --corpus. May be given several times.")
  private List<Path> keepCorpora = new ArrayList<>();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  boolean isGiven() {
    return from != null;
  }

  /**
   * Checks that no option stands without {@code --from}.
   *
   * @throws ParameterException if one does
   */
  void check() {
    if (from == null && (learningRate != null || !keepCorpora.isEmpty())) {
      throw new ParameterException(
          command.commandLine(),
          (learningRate != null ? "--learning-rate" : "--keep-corpus") + " needs --from");
    }
  }

  /**
   * Reads the model.
   *
   * @throws IOException if it cannot be read or is refused; the message says why
   */
  ModelFile model() throws IOException {
    return ModelOption.read(from);
  }

  List<Path> keepCorpora() {
    return keepCorpora;
  }

  /**
   * Returns the loop and the augmentation.
   *
   * @param own number of the clips to learn
   * @param kept corpora against forgetting
   * @throws ParameterException if a number makes no sense
   */
  Recipe recipe(FineTuner tuner, RecipeOptions options, int own, List<VerifiedCorpus> kept) {
    Map<String, Integer> clipsPerEpoch = new HashMap<>();
    // By the names of the clips: a folder of RAVDESS may hold two corpora, speech and song.
    List<String> corpora =
        kept.stream()
            .flatMap(one -> one.corpus().clips().stream())
            .map(Clip::corpus)
            .distinct()
            .toList();
    for (String corpus : corpora) {
      clipsPerEpoch.put(corpus, Math.max(1, own / corpora.size()));
    }
    double rate = learningRate == null ? LEARNING_RATE : learningRate;
    try {
      return tuner.recipe(options.epochs(EPOCHS), rate, clipsPerEpoch, options.seed(1));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), "--epochs, --learning-rate: " + e.getMessage(), e);
    }
  }
}
