// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import android.util.Log;
import androidx.core.util.AtomicFile;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which model was imported, and whether it is used: a small file that is replaced as a whole. */
record ModelSelection(Optional<Imported> imported, boolean useImported) {
  /** Nothing imported. */
  static final ModelSelection NONE = new ModelSelection(Optional.empty(), false);

  /** The file of an imported model, and what the user calls it. */
  record Imported(String file, String name) {}

  private static final String FILE = "file";
  private static final String NAME = "name";
  private static final String USE = "use_imported";

  /** Reads a selection; none if it is not there or not readable. */
  static ModelSelection read(File file) throws IOException {
    try {
      String text = new String(new AtomicFile(file).readFully(), StandardCharsets.UTF_8);
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      String model = json.get(FILE).getAsString();
      // A name only, so that nothing outside of the folder is ever read or removed.
      if (!model.equals(new File(model).getName())) {
        throw new JsonParseException("not a file name: " + model);
      }
      Imported imported = new Imported(model, json.get(NAME).getAsString());
      return new ModelSelection(Optional.of(imported), json.get(USE).getAsBoolean());
    } catch (FileNotFoundException e) {
      return NONE;
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NullPointerException e) {
      Log.w("Undertone", "the selection of a model is not readable, using the built-in one", e);
      return NONE;
    }
  }

  /** Replaces the selection in a file. */
  void write(File file) throws IOException {
    AtomicFile atomic = new AtomicFile(file);
    if (!imported.isPresent()) {
      atomic.delete();
      return;
    }
    JsonObject json = new JsonObject();
    json.addProperty(FILE, imported.get().file());
    json.addProperty(NAME, imported.get().name());
    json.addProperty(USE, useImported);
    FileOutputStream out = atomic.startWrite();
    try {
      out.write(json.toString().getBytes(StandardCharsets.UTF_8));
      atomic.finishWrite(out);
    } catch (IOException e) {
      atomic.failWrite(out);
      throw e;
    }
  }
}
