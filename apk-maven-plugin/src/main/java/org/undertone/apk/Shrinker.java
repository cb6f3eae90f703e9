// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import com.android.tools.r8.origin.PathOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Compiles classes to dex for users: what nothing reaches is left out, the rest is optimised (R8 in full mode). */
final class Shrinker {
  private final ProgramClasses program;
  private final List<ShrinkerRules> rules;
  private final int minSdk;
  private final Log log;

  Shrinker(ProgramClasses program, List<ShrinkerRules> rules, int minSdk, Log log) {
    this.program = program;
    this.rules = List.copyOf(rules);
    this.minSdk = minSdk;
    this.log = log;
  }

  /**
   * Shrinks the program into {@code output}: dex files, and service files with the names that classes have then.
   *
   * @param mapping the file to write that tells which name became which
   * @return the dex files, in the order in which the APK must number them
   */
  List<Path> shrink(Path output, Path mapping) throws IOException, MojoExecutionException {
    Trees.delete(output);
    Files.createDirectories(output);
    R8Command.Builder command =
        R8Command.builder(new MavenDiagnostics(log))
            .setMode(CompilationMode.RELEASE)
            .setMinApiLevel(minSdk)
            .addLibraryFiles(program.libraries().androidJar())
            .addLibraryResourceProvider(ProgramClasses.jdk())
            .addProgramFiles(program.own())
            .addProgramResourceProvider(ServiceFiles.of(program.places()))
            .setProguardCompatibility(false)
            .setProguardMapOutputPath(mapping)
            .setOutput(output, OutputMode.DexIndexed, true);
    program.of(program.libraries().siblings()).forEach(command::addProgramResourceProvider);
    program.of(program.libraries().jars()).forEach(command::addProgramResourceProvider);
    for (ShrinkerRules some : rules) {
      Origin origin = new PathOrigin(Path.of(some.origin()));
      command.addProguardConfiguration(some.lines(), origin);
    }
    try {
      R8.run(command.build());
    } catch (CompilationFailedException e) {
      throw new MojoExecutionException("R8 failed: " + e.getMessage(), e);
    }
    return Trees.files(output).stream().filter(file -> file.toString().endsWith(".dex")).toList();
  }
}
