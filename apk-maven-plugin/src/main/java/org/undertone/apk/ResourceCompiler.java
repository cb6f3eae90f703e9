// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Compiles the resources of the libraries and of the app, each into an archive that is kept while they stay the same. */
final class ResourceCompiler {
  private final Aapt2 aapt2;
  private final Path folder;

  /**
   * @param folder where the compiled archives lie
   */
  ResourceCompiler(Aapt2 aapt2, Path folder) {
    this.aapt2 = aapt2;
    this.folder = folder;
  }

  /** Compiled archives of the libraries, in their order, without those that have no resources. */
  List<Path> compileLibraries(List<AarLibrary> libraries)
      throws IOException, MojoExecutionException {
    List<Path> compiled = new ArrayList<>();
    for (AarLibrary library : libraries) {
      if (Files.isDirectory(library.resources())) {
        // The name holds the version: what is there is what the library says.
        Path archive = folder.resolve(library.name() + ".zip");
        if (!Files.exists(archive)) {
          // Libraries' strings are not ours to mend: --legacy makes warnings of some errors.
          compile(library.resources(), archive, List.of("--legacy"));
        }
        compiled.add(archive);
      }
    }
    return compiled;
  }

  /** Compiles the resources in {@code resources} again if one of them has changed. */
  Path compileApp(Path resources) throws IOException, MojoExecutionException {
    if (!Files.isDirectory(resources)) {
      throw new MojoExecutionException(
          "The app's resources %s are missing: make the folder, or set <resources>"
              .formatted(resources));
    }
    Path archive = appArchive();
    Path stamp = folder.resolve("app.stamp");
    String value = new Stamp().addContent(resources).value();
    if (!Files.exists(archive) || !Stamp.matches(stamp, value)) {
      ResourceSources.check(resources);
      compile(resources, archive, List.of());
      Stamp.write(stamp, value);
    }
    return archive;
  }

  /** Where the app's compiled resources are. */
  Path appArchive() {
    return folder.resolve("app.zip");
  }

  private void compile(Path resources, Path archive, List<String> options)
      throws IOException, MojoExecutionException {
    Files.createDirectories(folder);
    Path unfinished = folder.resolve("unfinished.zip");
    Files.deleteIfExists(unfinished);
    List<String> arguments = new ArrayList<>(List.of("compile"));
    arguments.addAll(options);
    arguments.addAll(List.of("--dir", resources.toString(), "-o", unfinished.toString()));
    aapt2.run(arguments);
    Files.deleteIfExists(archive);
    Files.move(unfinished, archive);
  }
}
