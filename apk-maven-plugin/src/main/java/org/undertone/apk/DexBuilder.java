// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import com.android.tools.r8.ArchiveProgramResourceProvider;
import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.JdkClassFileProvider;
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
  private final Libraries libraries;
  private final List<String> excludedClasses;
  private final int minSdk;
  private final Log log;

  /**
   * @param excludedClasses beginnings of class names, with slashes, that stay out of the APK
   */
  DexBuilder(Libraries libraries, List<String> excludedClasses, int minSdk, Log log) {
    this.libraries = libraries;
    this.excludedClasses = List.copyOf(excludedClasses);
    this.minSdk = minSdk;
    this.log = log;
  }

  /**
   * Compiles the app, its sibling modules and its libraries.
   *
   * @param classes the app's own classes
   * @param folder where dex files are kept
   * @return all dex files, in the order in which the APK must number them
   */
  List<Path> build(Path classes, Path folder) throws IOException, MojoExecutionException {
    Path appDex = folder.resolve("app");
    Trees.delete(appDex);
    D8Command.Builder app = command(appDex);
    app.addProgramFiles(
        Trees.files(classes).stream().filter(file -> file.toString().endsWith(".class")).toList());
    addPrograms(app, libraries.siblings());
    app.addClasspathFiles(libraries.jars());
    run(app);

    List<Path> dex = new ArrayList<>(Trees.files(appDex));
    dex.addAll(buildLibraries(folder.resolve("libraries"), folder.resolve("libraries.stamp")));
    return dex;
  }

  private List<Path> buildLibraries(Path output, Path stampFile)
      throws IOException, MojoExecutionException {
    Stamp stamp = new Stamp().add(Integer.toString(minSdk)).add(excludedClasses.toString());
    for (Path jar : libraries.jars()) {
      stamp.addIdentity(jar);
    }
    String value = stamp.value();
    if (!Stamp.matches(stampFile, value)) {
      Trees.delete(output);
      D8Command.Builder command = command(output);
      addPrograms(command, libraries.jars());
      run(command);
      Stamp.write(stampFile, value);
    }
    return Trees.files(output);
  }

  private void addPrograms(D8Command.Builder command, List<Path> jars) {
    for (Path jar : jars) {
      command.addProgramResourceProvider(
          ArchiveProgramResourceProvider.fromArchive(
              jar,
              name ->
                  ArchiveProgramResourceProvider.includeClassFileEntries(name)
                      && excludedClasses.stream().noneMatch(name::startsWith)));
    }
  }

  private D8Command.Builder command(Path output) throws IOException {
    Files.createDirectories(output);
    return D8Command.builder(new MavenDiagnostics(log))
        .setMode(CompilationMode.DEBUG)
        .setMinApiLevel(minSdk)
        .addLibraryFiles(libraries.androidJar())
        // The JAR of Android lacks most of java.*; animal-sniffer checks what API 26 has of it.
        .addLibraryResourceProvider(
            JdkClassFileProvider.fromJdkHome(Path.of(System.getProperty("java.home"))))
        .setOutput(output, OutputMode.DexIndexed);
  }

  private static void run(D8Command.Builder command) throws MojoExecutionException {
    try {
      D8.run(command.build());
    } catch (CompilationFailedException e) {
      throw new MojoExecutionException("D8 failed: " + e.getMessage(), e);
    }
  }

  /** Hands D8's messages to Maven. */
  private record MavenDiagnostics(Log log) implements DiagnosticsHandler {

    @Override
    public void error(Diagnostic diagnostic) {
      log.error(text(diagnostic));
    }

    @Override
    public void warning(Diagnostic diagnostic) {
      log.warn(text(diagnostic));
    }

    @Override
    public void info(Diagnostic diagnostic) {
      log.debug(text(diagnostic));
    }

    private static String text(Diagnostic diagnostic) {
      return diagnostic.getOrigin() + ": " + diagnostic.getDiagnosticMessage();
    }
  }
}
