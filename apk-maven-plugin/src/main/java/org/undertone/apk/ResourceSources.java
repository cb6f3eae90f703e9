// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Finds mistakes in an app's resources that aapt2 does not tell well: it names no line of broken XML, and of two values with the same
 * name silently takes the later one, as it must for those of libraries.
 */
final class ResourceSources {
  private ResourceSources() {}

  /** Fails, naming files and lines, if a file is not XML, or values in two places have the same name. */
  static void check(Path resources) throws IOException, MojoExecutionException {
    Map<String, Path> places = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (Path file : Trees.files(resources)) {
      if (!file.toString().endsWith(".xml")) {
        continue;
      }
      Element root = ManifestXml.read(file).getDocumentElement();
      Path folder = file.getParent().getFileName();
      if (!folder.toString().split("-", 2)[0].equals("values")) {
        continue;
      }
      for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element element && element.hasAttribute("name")) {
          String name = type(element) + "/" + element.getAttribute("name");
          Path first = places.putIfAbsent(folder + " " + name, file);
          if (first != null) {
            twice.add("%s is in %s and in %s".formatted(name, first, file));
          }
        }
      }
    }
    if (!twice.isEmpty()) {
      throw new MojoExecutionException(
          "Resources are defined twice:%n%s".formatted(String.join("\n", twice)));
    }
  }

  private static String type(Element element) {
    String tag = element.getTagName();
    if ("item".equals(tag)) {
      return element.getAttribute("type");
    }
    return tag.endsWith("-array") ? "array" : tag;
  }
}
