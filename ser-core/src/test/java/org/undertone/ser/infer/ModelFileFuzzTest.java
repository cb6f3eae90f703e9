// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whatever the bytes, a model file is read or refused with its own exception, and what was read is
 * consistent. Checksums keep plain mutation shallow, so the archive and the spec are also fuzzed by
 * themselves, with the rest of the file in order. {@link ModelFuzzSeeds} made the seeds.
 */
class ModelFileFuzzTest {
  private static final byte[] NETWORK = ModelFixtures.hollowNetwork();

  @FuzzTest(maxDuration = "10m")
  void anyFile(byte[] file) {
    readOrRefuse(file);
  }

  @FuzzTest(maxDuration = "10m")
  void anyArchive(byte[] archive) {
    byte[] file = new byte[NETWORK.length + archive.length];
    System.arraycopy(NETWORK, 0, file, 0, NETWORK.length);
    System.arraycopy(archive, 0, file, NETWORK.length, archive.length);
    readOrRefuse(file);
  }

  @FuzzTest(maxDuration = "10m")
  void anySpec(byte[] spec) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String labels = ModelFile.labelsText(ModelFixtures.spec(20, 3));
    files.put(ModelFile.LABELS_FILE, labels.getBytes(StandardCharsets.UTF_8));
    files.put(ModelFile.SPEC_FILE, spec);
    readOrRefuse(ModelFileWriter.append(NETWORK, files, NETWORK.length));
  }

  private static void readOrRefuse(byte[] file) {
    ModelFile model;
    try {
      model = ModelFile.read(file);
    } catch (ModelFileException refused) {
      if (refused.getMessage().isEmpty()) {
        throw new AssertionError("refused without a reason", refused);
      }
      return;
    }
    ModelSpec spec = model.spec();
    ModelSpec again = ModelSpec.fromJson(spec.toJson());
    if (!again.toJson().equals(spec.toJson())
        || spec.statistics().size() != spec.mfcc().nMfcc()
        || model.network().remaining() >= model.size()) {
      throw new AssertionError("accepted, but inconsistent: " + spec);
    }
  }
}
