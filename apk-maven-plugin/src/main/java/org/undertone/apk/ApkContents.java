// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What an APK is made of; it may be packed for several ABIs.
 *
 * @param program whose native libraries and files beside classes are packed
 * @param resources linked resources, manifest and assets
 * @param dex the dex files in order
 * @param services the content of service files by name
 */
record ApkContents(
    ProgramClasses program, Path resources, List<Path> dex, Map<String, byte[]> services) {

  /**
   * Packs an APK, not yet aligned and signed.
   *
   * @param compressed whether native libraries are compressed; the manifest must then have Android unpack them
   */
  void pack(Path unsigned, List<String> abis, boolean compressed) throws IOException {
    try (ApkPackager packager = new ApkPackager(unsigned)) {
      packager.addResources(resources);
      packager.addDex(dex);
      for (AarLibrary library : program.libraries().packed()) {
        packager.addNativeLibraries(library.nativeLibraries(), abis, compressed);
      }
      packager.addServices(services);
      for (Path place : program.places()) {
        packager.addJavaResources(place);
      }
    }
  }
}
