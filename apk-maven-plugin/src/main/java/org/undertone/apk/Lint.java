// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.w3c.dom.Element;

/** Runs Android's lint, in a Java of its own, as it brings a whole compiler with it. */
final class Lint {
  private final List<Path> classPath;
  private final Path folder;

  /**
   * @param classPath lint and what it depends on
   * @param folder where lint's files lie
   */
  Lint(List<Path> classPath, Path folder) {
    this.classPath = List.copyOf(classPath);
    this.folder = folder;
  }

  /**
   * Checks a project.
   *
   * @param config a lint.xml, which says what is not looked for; it need not exist
   * @param html the report for people to write
   */
  List<LintFinding> check(LintProject project, Path config, Path html)
      throws IOException, MojoExecutionException {
    Path description = folder.resolve("project.xml");
    Path report = folder.resolve("report.xml");
    Files.deleteIfExists(report);
    // Lint takes a cache that is not there for an error.
    project.write(description, Files.createDirectories(folder.resolve("cache")));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    command.add("-Duser.home=" + folder.toAbsolutePath());
    command.addAll(List.of("-cp", joined(classPath), "com.android.tools.lint.Main"));
    command.addAll(List.of("--project", description.toString(), "--quiet", "--offline"));
    command.addAll(List.of("--xml", report.toString(), "--html", html.toString()));
    if (Files.exists(config)) {
      command.addAll(List.of("--config", config.toString()));
    }
    Path log = folder.resolve("lint.log");
    run(command, log);
    if (!Files.exists(report)) {
      throw new MojoExecutionException(
          "Lint wrote no report:%n%s".formatted(Files.readString(log)));
    }
    return read(report, project.root());
  }

  private static void run(List<String> command, Path log)
      throws IOException, MojoExecutionException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new MojoExecutionException("Lint failed:%n%s".formatted(Files.readString(log)));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("Lint was interrupted", e);
    }
  }

  private static List<LintFinding> read(Path report, Path root) throws IOException {
    List<LintFinding> findings = new ArrayList<>();
    for (Element issue : ManifestXml.elements(ManifestXml.read(report), "issue")) {
      String file = "";
      String line = "";
      List<Element> places = ManifestXml.elements(issue, "location");
      if (!places.isEmpty()) {
        Path path = root.resolve(places.get(0).getAttribute("file"));
        file = path.startsWith(root) ? Trees.entryName(root, path) : path.toString();
        line = places.get(0).getAttribute("line");
      }
      findings.add(
          new LintFinding(
              issue.getAttribute("severity"),
              issue.getAttribute("id"),
              issue.getAttribute("message"),
              file,
              line));
    }
    return findings;
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
