// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import androidx.core.util.AtomicFile;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.VoiceProfile;

/**
 * Voice profiles, one file for each name and model: means of the model's answers, never audio. So a
 * voice is still known after another model was tried. The empty name is a name too: that of the only
 * user. Blocks on files: for background threads.
 */
public final class ProfileStore {
  private static final String SUFFIX = ".json";
  private static final String PREFIX = "voice-";

  private static final Comparator<String> ORDER =
      String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

  private final File folder;

  /** Keeps profiles in a folder, which is made when needed. */
  public ProfileStore(File folder) {
    this.folder = folder;
  }

  /** Returns the names of which a profile is kept, for whatever model, sorted. */
  public List<String> names() {
    Set<String> names = new TreeSet<>(ORDER);
    for (String file : files()) {
      String encoded = file.substring(PREFIX.length(), file.indexOf('.'));
      names.add(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
    }
    return List.copyOf(names);
  }

  /**
   * Returns the profile of a name for a model; a new one if there is none, or it is damaged.
   */
  public synchronized VoiceProfile load(String name, ModelSpec spec) {
    try {
      byte[] text = new AtomicFile(file(name, spec.identity())).readFully();
      JsonObject json =
          JsonParser.parseString(new String(text, StandardCharsets.UTF_8)).getAsJsonObject();
      return VoiceProfile.fromJson(spec, json);
    } catch (FileNotFoundException e) {
      return new VoiceProfile(spec);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
      android.util.Log.w("Undertone", "voice profile not usable, starting a new one", e);
      return new VoiceProfile(spec);
    }
  }

  /**
   * Keeps a profile in place of the last one.
   *
   * @throws IOException if it cannot be written; the last one is then still there
   */
  public synchronized void save(String name, VoiceProfile profile) throws IOException {
    if (!folder.isDirectory() && !folder.mkdirs()) {
      throw new IOException(String.format(Locale.ROOT, "cannot make the folder %s", folder));
    }
    AtomicFile file = new AtomicFile(file(name, profile.model()));
    FileOutputStream out = file.startWrite();
    try {
      out.write(profile.toJson().toString().getBytes(StandardCharsets.UTF_8));
      file.finishWrite(out);
    } catch (IOException e) {
      file.failWrite(out);
      throw e;
    }
  }

  /** Forgets a name's voice, for every model. */
  public synchronized void delete(String name) {
    for (String file : files()) {
      if (file.startsWith(start(name))) {
        new AtomicFile(new File(folder, file)).delete();
      }
    }
  }

  private List<String> files() {
    String[] all = folder.list();
    List<String> files = new ArrayList<>();
    for (String file : all == null ? new String[0] : all) {
      if (file.startsWith(PREFIX) && file.endsWith(SUFFIX)) {
        files.add(file);
      }
    }
    return files;
  }

  private File file(String name, String model) {
    return new File(folder, start(name) + model + SUFFIX);
  }

  private static String start(String name) {
    String safe =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(name.getBytes(StandardCharsets.UTF_8));
    return PREFIX + safe + '.';
  }
}
