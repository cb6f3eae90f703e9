// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.model.corpus.SpeakerFolds;
import org.undertone.model.corpus.SpeakerSplit;
import org.undertone.model.export.Precision;
import org.undertone.model.export.TfliteWriter;
import org.undertone.model.train.ExportCheck;
import org.undertone.model.train.PreparedClips;
import org.undertone.model.train.Recipe;
import org.undertone.model.train.TrainedNetwork;
import org.undertone.model.train.Trainer;

/**
 * Trains and tests once for each fold of speakers. The number of epochs is fixed by the recipe, so a
 * test fold chooses nothing. Each fold's network is exported, and tested as a file through the whole
 * pipeline: what is measured is what would run on a phone. An interrupted run goes on where it was.
 */
public final class CrossValidation {
  /** Hears how a run goes. */
  public interface Listener {
    /** A fold, counted from 1, begins; returns who hears its epochs. */
    Trainer.Listener onFold(int fold, int folds) throws IOException;

    /** A fold's network was exported and compared with the file on the fold's test clips. */
    void onExported(ExportCheck check);

    /** Clips of the fold are being tested. */
    void onTested(int done, int total);
  }

  /**
   * What came out of all folds; immutable.
   *
   * @param strangers predictions without a voice profile
   * @param acquaintances predictions with a profile of some of the speaker's clips, or null if no
   *     speaker has more clips than a profile takes
   */
  public record Outcome(Results strangers, Results acquaintances) {}

  private final Recipe recipe;
  private final List<Clip> clips;
  private final SpeakerFolds folds;
  private final int profileClips;
  private final Path folder;

  /**
   * Prepares a run.
   *
   * @param clips verified clips of all speakers
   * @param profileClips clips in a voice profile, for the second number
   * @param folder where the checkpoints and models of the folds are kept
   */
  public CrossValidation(
      Recipe recipe, List<Clip> clips, SpeakerFolds folds, int profileClips, Path folder) {
    this.recipe = recipe;
    this.clips = List.copyOf(clips);
    this.folds = folds;
    this.profileClips = profileClips;
    this.folder = folder;
  }

  /**
   * Runs all folds.
   *
   * @throws IOException if a clip cannot be read or a file not be written
   */
  public Outcome run(PreparedClips prepared, Listener listener) throws IOException {
    Files.createDirectories(folder);
    List<Prediction> strangers = new ArrayList<>();
    List<Prediction> acquaintances = new ArrayList<>();
    for (int index = 0; index < folds.count(); index++) {
      int fold = index + 1;
      SpeakerSplit split = folds.split(index);
      Path model =
          train(
              fold,
              prepared.ofSpeakers(split.train()),
              prepared.ofSpeakers(split.test()),
              listener);
      List<Clip> tested = clipsOf(split.test());
      try (EmotionRecognizer recognizer = EmotionRecognizer.load(model)) {
        Progress progress = listener::onTested;
        strangers.addAll(ClipTest.strangers(recognizer, tested, fold, progress));
        acquaintances.addAll(
            ClipTest.acquaintances(
                recognizer, tested, fold, profileClips, recipe.training().seed()));
      }
    }
    return new Outcome(
        new Results(strangers), acquaintances.isEmpty() ? null : new Results(acquaintances));
  }

  private Path train(int fold, PreparedClips training, PreparedClips test, Listener listener)
      throws IOException {
    Trainer.Listener epochs = listener.onFold(fold, folds.count());
    String provenance = "{\"cross_validation\": \"fold " + fold + " of " + folds.count() + "\"}";
    TrainedNetwork network =
        new Trainer(recipe, training, provenance, epochs)
            .train(folder.resolve("fold-" + fold + ".checkpoint"));
    for (Precision precision : Precision.values()) {
      byte[] file = TfliteWriter.write(network.toNetwork(), network.spec(), precision);
      ExportCheck check = ExportCheck.run(network, file, precision, test);
      listener.onExported(check);
      if (!check.holds()) {
        throw new IOException("fold " + fold + ": the file is not the network: " + check);
      }
      if (precision == Precision.FLOAT32) {
        Files.write(modelOf(fold), file);
      }
    }
    return modelOf(fold);
  }

  private Path modelOf(int fold) {
    return folder.resolve("fold-" + fold + ".tflite");
  }

  private List<Clip> clipsOf(Set<String> speakers) {
    return clips.stream().filter(clip -> speakers.contains(clip.speaker())).toList();
  }
}
