// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.undertone.model.Digests;

/** Keeps each finished run in a file, so that an interrupted study goes on where it was. For any number of threads. */
final class RunStore {
  /** Changes when the same settings give other results. */
  private static final int VERSION = 1;

  private final Path folder;
  private final String data;
  private final long seed;

  /**
   * Names the folder.
   *
   * @param data hash of the clips, their labels and features
   */
  RunStore(Path folder, String data, long seed) {
    this.folder = folder;
    this.data = data;
    this.seed = seed;
  }

  private String fingerprint(Run run) {
    String text =
        String.join(
            "|",
            Integer.toString(VERSION),
            data,
            Long.toString(seed),
            run.series().settings(),
            run.kind().name(),
            Integer.toString(run.fold()));
    return Digests.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(Run run, String fingerprint) {
    String name =
        String.format(
            Locale.ROOT,
            "%s-%s-%d-%s.json",
            run.series().method().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
            run.kind().id(),
            run.fold() + 1,
            fingerprint.substring(0, 16));
    return folder.resolve(name);
  }

  /** Returns the kept result; nothing if there is none, or it is damaged. */
  Optional<RunResult> load(Run run) throws IOException {
    String fingerprint = fingerprint(run);
    Path file = file(run, fingerprint);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonObject json =
          JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
      return json.get("fingerprint").getAsString().equals(fingerprint)
          ? Optional.of(RunResult.fromJson(json.getAsJsonObject("result")))
          : Optional.empty();
    } catch (RuntimeException e) {
      // Whatever is wrong with it, running again puts it right.
      return Optional.empty();
    }
  }

  /** Keeps a result; the file appears whole. */
  void save(Run run, RunResult result) throws IOException {
    String fingerprint = fingerprint(run);
    JsonObject json = new JsonObject();
    json.addProperty("fingerprint", fingerprint);
    json.addProperty("settings", run.series().settings());
    json.add("result", result.toJson());
    Files.createDirectories(folder);
    Path file = file(run, fingerprint);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, json.toString(), StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
