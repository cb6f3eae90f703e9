// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.undertone.model.ModelFiles;
import org.undertone.model.corpus.Clip;
import org.undertone.model.evaluate.Calibration;
import org.undertone.model.evaluate.Prediction;
import org.undertone.model.evaluate.PredictionsFile;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;

/**
 * What is measured: one model, or the models of a cross-validation, of which each judges only the
 * speakers that it has not heard; immutable.
 */
public final class Models {
  private final List<ModelFile> files;
  private final Map<String, Integer> foldOfSpeaker;

  private Models(List<ModelFile> files, Map<String, Integer> foldOfSpeaker) {
    this.files = List.copyOf(files);
    this.foldOfSpeaker = foldOfSpeaker == null ? null : Map.copyOf(foldOfSpeaker);
  }

  /** Returns one model for everybody. */
  public static Models of(ModelFile file) {
    return new Models(List.of(file), null);
  }

  /**
   * Reads what {@code ser evaluate --recipe} wrote: fold-1.tflite and so on, and in predictions.csv
   * which speakers each fold tested. Each model is calibrated on the speakers of the other folds.
   *
   * @throws IOException if a file is missing or wrong; the message says which
   */
  public static Models ofFolds(Path folder) throws IOException {
    Path file = folder.resolve(PredictionsFile.NAME);
    List<Prediction> predictions = PredictionsFile.read(file);
    Map<String, Integer> folds = foldOfSpeaker(file, predictions);
    List<ModelFile> files = new ArrayList<>();
    int last = folds.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int fold = 1; fold <= last; fold++) {
      ModelFile model = model(folder, fold);
      if (last > 1) {
        Calibration.Fit fit = Calibration.fitWithout(fold, predictions);
        model = model.withCalibration(fit.temperature(), fit.unsureThreshold());
      }
      files.add(model);
    }
    if (files.isEmpty()) {
      throw new IOException(file + " has no predictions");
    }
    return new Models(files, folds);
  }

  private static ModelFile model(Path folder, int fold) throws IOException {
    Path file = folder.resolve("fold-" + fold + ".tflite");
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          file + " is missing: --folds takes the folder of `ser evaluate --recipe`");
    }
    return ModelFiles.read(file);
  }

  private static Map<String, Integer> foldOfSpeaker(Path file, List<Prediction> predictions)
      throws IOException {
    Map<String, Integer> folds = new HashMap<>();
    for (Prediction one : predictions) {
      Integer other = folds.put(one.speaker(), one.fold());
      if (other != null && other != one.fold()) {
        throw new IOException(
            file + ": the speaker " + one.speaker() + " is in more than one fold");
      }
    }
    return folds;
  }

  /** Returns whether these are the models of a cross-validation. */
  public boolean isCrossValidated() {
    return foldOfSpeaker != null;
  }

  /** Returns the models: of a cross-validation, fold 1 first. */
  List<ModelFile> files() {
    return files;
  }

  /** Returns the description of the model; of a cross-validation, of fold 1. */
  public ModelSpec spec() {
    return files.get(0).spec();
  }

  /** Returns the number, from 1, of the model that judges a speaker. */
  int foldOf(String speaker) {
    return foldOfSpeaker == null ? 1 : foldOfSpeaker.get(speaker);
  }

  /**
   * Checks that there is a model for each clip.
   *
   * @throws IOException if a speaker is in no fold; the message names who
   */
  void requireSpeakers(List<Clip> clips) throws IOException {
    if (foldOfSpeaker == null) {
      return;
    }
    TreeSet<String> unknown = new TreeSet<>();
    clips.forEach(clip -> unknown.add(clip.speaker()));
    unknown.removeAll(foldOfSpeaker.keySet());
    if (!unknown.isEmpty()) {
      throw new IOException(
          unknown.size()
              + " speakers are in no fold, such as "
              + unknown.first()
              + ": name only corpora that the cross-validation tested");
    }
  }
}
