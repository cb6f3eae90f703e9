// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.Models;
import org.undertone.ser.infer.VoiceProfile;

@RunWith(RobolectricTestRunner.class)
public final class ProfileStoreTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final ModelSpec spec = Models.spec();
  private final ModelSpec other = spec.derived("other", "{\"seed\":7}");
  private File folder;
  private ProfileStore store;

  @Before
  public void open() {
    folder = new File(temporary.getRoot(), "voices");
    store = new ProfileStore(folder);
  }

  @Test
  public void keepsAVoiceForEachModel() throws IOException {
    store.save("Ann", heard(spec, 100));
    store.save("Ann", heard(other, 7));
    assertEquals(100, store.load("Ann", spec).frames());
    assertEquals(7, store.load("Ann", other).frames());
    assertEquals(100, store.load("Ann", spec.withCalibration(2, 0.6)).frames());
    assertEquals(List.of("Ann"), store.names());
    store.delete("Ann");
    assertEquals(List.of(), store.names());
    assertEquals(0, store.load("Ann", spec).frames());
  }

  @Test
  public void tellsNamesApart() throws IOException {
    for (String name : List.of("", "ann", "Ann", "a/../b", "Zoë")) {
      store.save(name, heard(spec, 1 + name.length()));
    }
    assertEquals(List.of("", "a/../b", "Ann", "ann", "Zoë"), store.names());
    store.delete("Ann");
    assertEquals(0, store.load("Ann", spec).frames());
    assertEquals(4, store.load("ann", spec).frames());
    assertEquals(1, store.load("", spec).frames());
  }

  @Test
  public void startsAnewWhereAFileIsDamagedAndWritesOverIt() throws IOException {
    store.save("", heard(spec, 5));
    File file = folder.listFiles()[0];
    for (String damaged : List.of("", "{}", "{\"frames\":", "[1]")) {
      Files.write(file.toPath(), damaged.getBytes(StandardCharsets.UTF_8));
      assertEquals(damaged, 0, store.load("", spec).frames());
    }
    store.save("", heard(spec, 9));
    assertEquals(9, store.load("", spec).frames());
  }

  /** Files of the first version had no model in their name; there is nothing to be learnt from them. */
  @Test
  public void aFileOfTheFirstVersionIsANameAndCanBeDeleted() throws IOException {
    assertTrue(folder.mkdirs());
    File old = new File(folder, "voice-QW5u.json");
    Files.write(old.toPath(), "{\"frames\":3}".getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("Ann"), store.names());
    assertEquals(0, store.load("Ann", spec).frames());
    store.delete("Ann");
    assertFalse(old.exists());
  }

  private static VoiceProfile heard(ModelSpec model, int frames) {
    VoiceProfile profile = new VoiceProfile(model);
    float[] answer = new float[model.labels().size()];
    Arrays.fill(answer, 1f / answer.length);
    profile.add(answer, frames);
    return profile;
  }
}
