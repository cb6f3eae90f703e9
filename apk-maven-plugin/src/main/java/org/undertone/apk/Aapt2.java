// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;

/** Android's resource compiler and linker, a native program that comes with the plugin's dependencies. */
final class Aapt2 {
  private final Path program;

  private Aapt2(Path program) {
    this.program = program;
  }

  /** The program for this machine, put into {@code folder}. */
  static Aapt2 in(Path folder) throws IOException, MojoExecutionException {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String name;
    if (system.contains("linux")) {
      name = "linux/aapt2";
    } else if (system.contains("mac")) {
      name = "macosx/aapt2";
    } else if (system.contains("windows")) {
      name = "windows/aapt2.exe";
    } else {
      throw new MojoExecutionException("There is no aapt2 for this system: " + system);
    }
    Path program = folder.resolve(name);
    if (!Files.isExecutable(program)) {
      Files.createDirectories(program.getParent());
      try (InputStream packed = Aapt2.class.getResourceAsStream("/prebuilt/" + name)) {
        if (packed == null) {
          throw new MojoExecutionException("org.apktool:apktool-lib brings no prebuilt/" + name);
        }
        Files.copy(packed, program, StandardCopyOption.REPLACE_EXISTING);
      }
      if (!program.toFile().setExecutable(true)) {
        throw new MojoExecutionException("Can't make " + program + " executable");
      }
    }
    return new Aapt2(program);
  }

  /** Runs the program; what it says becomes the message of the failure. */
  void run(List<String> arguments) throws IOException, MojoExecutionException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new MojoExecutionException(
            "aapt2 %s failed with status %d:%n%s".formatted(arguments.get(0), status, output));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("aapt2 was interrupted", e);
    }
  }
}
