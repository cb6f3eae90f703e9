// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Tells Robolectric, by files on the class path of the tests, where the app's resources and Android itself are.
 *
 * @param folder the folder that is put on the class path
 */
record TestEnvironment(Path folder) {

  /** Points tests to the linked resources. */
  void describeApp(LinkedResources resources, Path manifest, Path assets, String packageName)
      throws IOException {
    write(
        "com/android/tools/test_config.properties",
        Map.of(
            "android_resource_apk", path(resources.apk()),
            "android_merged_manifest", path(manifest),
            "android_merged_assets", path(assets),
            "android_custom_package", packageName));
  }

  /**
   * Points Robolectric to a file of the local repository, so that tests download nothing.
   *
   * @param coordinates group, artifact and version, separated by colons
   */
  void describeAndroid(String coordinates, Path jar) throws IOException {
    write("robolectric-deps.properties", Map.of(coordinates, path(jar)));
  }

  private void write(String name, Map<String, String> values) throws IOException {
    StringBuilder text = new StringBuilder();
    values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                text.append(entry.getKey().replace(":", "\\:"))
                    .append('=')
                    .append(entry.getValue())
                    .append('\n'));
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String path(Path file) {
    return file.toAbsolutePath().toString().replace('\\', '/');
  }
}
