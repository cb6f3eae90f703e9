// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps the results of a fold on disk, so that a resumed run need not train and test it again. */
final class FoldStore {
  private final Path file;
  private final String fingerprint;

  /**
   * Names the file.
   *
   * @param fingerprint of everything that the results depend on
   */
  FoldStore(Path file, String fingerprint) {
    this.file = file;
    this.fingerprint = fingerprint;
  }

  /** Returns the kept results; nothing if there are none, or they are damaged or of another run. */
  Optional<FoldResult> load() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonObject json =
          JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
      return json.get("fingerprint").getAsString().equals(fingerprint)
          ? Optional.of(FoldResult.fromJson(json))
          : Optional.empty();
    } catch (RuntimeException e) {
      // Whatever is wrong with it, testing again puts it right.
      return Optional.empty();
    }
  }

  /** Keeps results; the file is replaced whole. */
  void save(FoldResult result) throws IOException {
    JsonObject json = result.toJson();
    json.addProperty("fingerprint", fingerprint);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, json.toString(), StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
