// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import android.content.Context;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.undertone.app.infer.LoadedModel.Origin;
import org.undertone.app.infer.ModelRefusedException.Reason;
import org.undertone.app.infer.ModelSelection.Imported;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFileException;

/**
 * The built-in model, and at most one that the user imported. Reads files and runs self-tests: for
 * background threads; any number of them.
 */
public final class ModelStore {
  /** Name of the built-in model among the assets. */
  public static final String ASSET = "undertone.tflite";

  private static final String FOLDER = "models";
  private static final String SELECTION = "selection.json";
  private static final String SUFFIX = ".tflite";
  private static final String PART_SUFFIX = ".part";

  /** Opens the built-in model's file. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  private final File folder;
  private final Source builtIn;
  private final ClassifierFactory classifiers;

  /** Keeps imported models in a folder, which is made when needed. */
  ModelStore(File folder, Source builtIn, ClassifierFactory classifiers) {
    this.folder = folder;
    this.builtIn = builtIn;
    this.classifiers = classifiers;
  }

  /** Returns the models of the app. */
  public static ModelStore of(Context context, ClassifierFactory classifiers) {
    return new ModelStore(
        new File(context.getFilesDir(), FOLDER),
        () -> context.getAssets().open(ASSET),
        classifiers);
  }

  /**
   * Returns the model to use. If an imported one cannot be used any more, that is the built-in one, with
   * the reason.
   *
   * @throws IOException if the built-in model cannot be read: the app is damaged
   */
  public synchronized CurrentModel current() throws IOException {
    ModelSelection selection = ModelSelection.read(selectionFile());
    if (selection.useImported() && selection.imported().isPresent()) {
      try {
        return new CurrentModel(read(selection.imported().get()), Optional.empty());
      } catch (ModelRefusedException e) {
        return new CurrentModel(builtIn(), Optional.of(e));
      }
    }
    return new CurrentModel(builtIn(), Optional.empty());
  }

  /** Returns the name of the imported model's file, whether it is used or not. */
  public synchronized Optional<String> imported() throws IOException {
    return ModelSelection.read(selectionFile()).imported().map(Imported::name);
  }

  /**
   * Takes over a model file, tries it out on the CPU, and uses it from now on, in place of one imported
   * before. Closes the stream.
   *
   * @param name what the user calls the file
   * @throws ModelRefusedException if it cannot be used; the present model stays
   * @throws IOException if it cannot be read or kept; the present model stays
   */
  public synchronized LoadedModel importModel(InputStream in, String name) throws IOException {
    byte[] bytes = Streams.readFully(in, ModelFile.MAX_BYTES);
    LoadedModel model = load(bytes, Origin.IMPORTED, name);
    classifiers.verify(model);
    if (!folder.isDirectory() && !folder.mkdirs()) {
      throw new IOException("cannot make the folder " + folder);
    }
    Imported imported = new Imported(model.hash() + SUFFIX, name);
    write(bytes, new File(folder, imported.file()));
    new ModelSelection(Optional.of(imported), true).write(selectionFile());
    removeAllBut(imported.file());
    return model;
  }

  /** Uses the built-in model from now on; an imported one is kept. */
  public synchronized LoadedModel useBuiltIn() throws IOException {
    LoadedModel model = builtIn();
    new ModelSelection(ModelSelection.read(selectionFile()).imported(), false)
        .write(selectionFile());
    return model;
  }

  /**
   * Uses the imported model from now on.
   *
   * @throws ModelRefusedException if there is none, or it cannot be used any more; the present model
   *     stays
   */
  public synchronized LoadedModel useImported() throws IOException {
    ModelSelection selection = ModelSelection.read(selectionFile());
    if (!selection.imported().isPresent()) {
      throw new ModelRefusedException(Reason.MISSING, "no model was imported");
    }
    LoadedModel model = read(selection.imported().get());
    new ModelSelection(selection.imported(), true).write(selectionFile());
    return model;
  }

  /** Removes the imported model, and uses the built-in one. */
  public synchronized void removeImported() throws IOException {
    ModelSelection.NONE.write(selectionFile());
    removeAllBut(SELECTION);
  }

  private LoadedModel builtIn() throws IOException {
    return load(Streams.readFully(builtIn.open(), ModelFile.MAX_BYTES), Origin.BUILT_IN, ASSET);
  }

  private LoadedModel read(Imported imported) throws ModelRefusedException {
    File file = new File(folder, imported.file());
    byte[] bytes;
    try {
      bytes = Streams.readFully(new FileInputStream(file), ModelFile.MAX_BYTES);
    } catch (FileNotFoundException e) {
      throw new ModelRefusedException(Reason.MISSING, "the imported model is gone: " + file, e);
    } catch (IOException e) {
      throw new ModelRefusedException(Reason.DAMAGED, "cannot read " + file + ": " + e, e);
    }
    return load(bytes, Origin.IMPORTED, imported.name());
  }

  private static LoadedModel load(byte[] bytes, Origin origin, String name)
      throws ModelRefusedException {
    try {
      ModelFile file = ModelFile.read(bytes);
      NetworkCheck.check(file);
      return new LoadedModel(file, origin, name);
    } catch (ModelFileException e) {
      throw ModelRefusedException.of(e);
    }
  }

  private static void write(byte[] bytes, File target) throws IOException {
    File part = new File(target.getPath() + PART_SUFFIX);
    boolean done = false;
    try (FileOutputStream out = new FileOutputStream(part)) {
      out.write(bytes);
      out.getFD().sync();
      done = true;
    } finally {
      if (!done) {
        discard(part);
      }
    }
    if (!part.renameTo(target)) {
      discard(part);
      throw new IOException("cannot rename " + part + " to " + target.getName());
    }
  }

  private void removeAllBut(String keep) {
    File[] files = folder.listFiles();
    for (File file : files == null ? new File[0] : files) {
      if (!file.getName().equals(keep) && !file.getName().startsWith(SELECTION)) {
        discard(file);
      }
    }
  }

  /** What stays behind takes space, no more: it is tried again at the next import. */
  private static void discard(File file) {
    if (!file.delete()) {
      file.deleteOnExit();
    }
  }

  private File selectionFile() {
    return new File(folder, SELECTION);
  }
}
