// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What lint looks at.
 *
 * @param root the folder that places of findings are given below
 * @param compileSdk the API level that the sources are compiled against
 * @param manifest the app's own manifest
 * @param mergedManifest the manifest with those of libraries
 * @param resources the app's own resources
 * @param sources the app's own sources
 * @param generated sources that tools wrote, which lint reads and does not judge
 * @param classPath what the sources are compiled against
 * @param checks further checks that libraries bring
 */
record LintProject(
    Path root,
    int compileSdk,
    Path manifest,
    Path mergedManifest,
    Path resources,
    List<Path> sources,
    List<Path> generated,
    List<Path> classPath,
    List<Path> checks) {

  /** Writes lint's description of a project, which names each file of it. */
  void write(Path file, Path cache) throws IOException {
    StringBuilder xml = new StringBuilder("<project client=\"apk-maven-plugin\">\n");
    element(xml, "root", "dir", root, "");
    element(xml, "cache", "dir", cache, "");
    xml.append("<module name=\"app\" android=\"true\" library=\"false\" compile-sdk-version=\"")
        .append(compileSdk)
        .append("\">\n");
    element(xml, "manifest", "file", manifest, "");
    element(xml, "merged-manifest", "file", mergedManifest, "");
    for (Path resource : Trees.files(resources)) {
      element(xml, "resource", "file", resource, "");
    }
    appendSources(xml, sources, "");
    appendSources(xml, generated, " generated=\"true\"");
    for (Path jar : classPath) {
      element(xml, "classpath", "jar", jar, "");
    }
    for (Path jar : checks) {
      element(xml, "lint-checks", "jar", jar, "");
    }
    xml.append("</module>\n</project>\n");
    Files.createDirectories(file.getParent());
    Files.writeString(file, xml);
  }

  private static void appendSources(StringBuilder xml, List<Path> folders, String attributes)
      throws IOException {
    for (Path folder : folders) {
      for (Path source : Trees.files(folder)) {
        if (source.toString().endsWith(".java")) {
          element(xml, "src", "file", source, attributes);
        }
      }
    }
  }

  private static void element(
      StringBuilder xml, String tag, String attribute, Path value, String more) {
    String escaped = value.toAbsolutePath().toString().replace("&", "&amp;").replace("<", "&lt;");
    xml.append('<').append(tag).append(' ').append(attribute).append("=\"");
    xml.append(escaped.replace("\"", "&quot;")).append('"').append(more).append("/>\n");
  }
}
