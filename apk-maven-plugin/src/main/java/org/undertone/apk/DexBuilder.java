// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.OutputMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Compiles classes to dex for debugging, without shrinking. The libraries' dex files are kept from build to build, as compiling them
 * takes longest.
 */
final class DexBuilder {
  private final ProgramClasses program;
  private final Libraries libraries;
  private final int minSdk;
  private final Log log;

  DexBuilder(ProgramClasses program, int minSdk, Log log) {
    this.program = program;
    libraries = program.libraries();
    this.minSdk = minSdk;
    this.log = log;
  }

  /**
   * Compiles the app, its sibling modules and its libraries.
   *
   * @param folder where dex files are kept
   * @return all dex files, in the order in which the APK must number them
   */
  List<Path> build(Path folder) throws IOException, MojoExecutionException {
    Path appDex = folder.resolve("app");
    Trees.delete(appDex);
    D8Command.Builder app = command(appDex);
    app.addProgramFiles(program.own());
    program.of(libraries.siblings()).forEach(app::addProgramResourceProvider);
    app.addClasspathFiles(libraries.jars());
    run(app);

    List<Path> dex = new ArrayList<>(Trees.files(appDex));
    dex.addAll(buildLibraries(folder.resolve("libraries"), folder.resolve("libraries.stamp")));
    return dex;
  }

  private List<Path> buildLibraries(Path output, Path stampFile)
      throws IOException, MojoExecutionException {
    Stamp stamp = new Stamp().add(Integer.toString(minSdk)).add(program.excluded().toString());
    for (Path jar : libraries.jars()) {
      stamp.addIdentity(jar);
    }
    String value = stamp.value();
    if (!Stamp.matches(stampFile, value)) {
      Trees.delete(output);
      D8Command.Builder command = command(output);
      program.of(libraries.jars()).forEach(command::addProgramResourceProvider);
      run(command);
      Stamp.write(stampFile, value);
    }
    return Trees.files(output);
  }

  private D8Command.Builder command(Path output) throws IOException {
    Files.createDirectories(output);
    return D8Command.builder(new MavenDiagnostics(log))
        .setMode(CompilationMode.DEBUG)
        .setMinApiLevel(minSdk)
        .addLibraryFiles(libraries.androidJar())
        .addLibraryResourceProvider(ProgramClasses.jdk())
        .setOutput(output, OutputMode.DexIndexed);
  }

  private static void run(D8Command.Builder command) throws MojoExecutionException {
    try {
      D8.run(command.build());
    } catch (CompilationFailedException e) {
      throw new MojoExecutionException("D8 failed: " + e.getMessage(), e);
    }
  }
}
