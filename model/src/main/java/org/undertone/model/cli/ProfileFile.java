// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.VoiceProfile;

/** A voice profile in a file, as JSON: the mean of the model's answers, never audio. */
final class ProfileFile {
  private ProfileFile() {}

  /**
   * Reads a profile; an empty one if there is no such file yet.
   *
   * @throws IOException if the file cannot be read, is damaged or does not fit the model, or its folder
   *     is missing; the message names it
   */
  static VoiceProfile read(Path file, ModelSpec spec) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder: name a file with --profile");
    }
    if (!Files.exists(file)) {
      Path folder = file.toAbsolutePath().getParent();
      if (!Files.isDirectory(folder)) {
        throw new IOException(file + " cannot be written: there is no folder " + folder);
      }
      return new VoiceProfile(spec);
    }
    try {
      JsonObject json =
          JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
      return VoiceProfile.fromJson(spec, json);
    } catch (JsonParseException | IllegalStateException e) {
      throw new IOException(file + " is no voice profile: it is not a JSON object", e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes a profile in place of the last one, which stays as it was if this fails.
   *
   * @throws IOException if it cannot be written
   */
  static void write(Path file, VoiceProfile profile) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, Json.LINE.toJson(profile.toJson()) + "\n", StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
