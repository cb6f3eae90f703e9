// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Links compiled resources, the manifest and assets into an APK that has no code yet.
 *
 * @param androidJar what {@code android:} resources are looked up in
 * @param manifest the merged manifest
 * @param compiled compiled archives; later ones override earlier ones
 * @param assets a folder whose files become assets
 * @param locales the languages that are kept; all where none is named
 */
record ResourceLinker(
    Aapt2 aapt2,
    Path androidJar,
    Path manifest,
    List<Path> compiled,
    Path assets,
    List<String> locales) {

  /**
   * Links unless {@code output} already was linked from the same.
   *
   * @param debuggable whether a debugger may attach to the app
   */
  void link(LinkedResources output, boolean debuggable) throws IOException, MojoExecutionException {
    List<String> arguments = arguments(output, debuggable);
    String value = inputs(arguments);
    if (Stamp.matches(output.stamp(), value)) {
      return;
    }
    Trees.delete(output.folder());
    Files.createDirectories(output.sources());
    aapt2.run(arguments);
    Stamp.write(output.stamp(), value);
  }

  private List<String> arguments(LinkedResources output, boolean debuggable) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("link", "-I", androidJar.toString()));
    arguments.addAll(List.of("--manifest", manifest.toString()));
    arguments.addAll(List.of("-o", output.apk().toString()));
    arguments.addAll(List.of("--java", output.sources().toString()));
    arguments.addAll(List.of("--output-text-symbols", output.symbols().toString()));
    arguments.addAll(List.of("--proguard", output.shrinkerRules().toString()));
    arguments.addAll(List.of("--auto-add-overlay", "--no-version-vectors"));
    // Stored as it is, to be mapped into memory.
    arguments.addAll(List.of("-0", "arsc"));
    if (debuggable) {
      arguments.add("--debug-mode");
    }
    if (!locales.isEmpty()) {
      arguments.addAll(List.of("-c", String.join(",", locales)));
    }
    if (!Trees.files(assets).isEmpty()) {
      arguments.addAll(List.of("-A", assets.toString()));
    }
    for (Path archive : compiled) {
      arguments.addAll(List.of("-R", archive.toString()));
    }
    return arguments;
  }

  private String inputs(List<String> arguments) throws IOException {
    Stamp stamp = new Stamp().add(arguments.toString());
    stamp.addIdentity(androidJar).addContent(manifest).addContent(assets);
    for (Path archive : compiled) {
      stamp.addIdentity(archive);
    }
    return stamp.value();
  }
}
