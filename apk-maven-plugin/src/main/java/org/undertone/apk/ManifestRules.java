// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What the merged manifest must not say. Libraries bring permissions and components with them, which the app's own manifest does not
 * show.
 *
 * @param permissions all permissions that the app may ask for
 * @param exportedComponents class names of components that other apps may start, beside the launcher's activity
 */
record ManifestRules(Set<String> permissions, Set<String> exportedComponents) {
  private static final List<String> PERMISSIONS =
      List.of("uses-permission", "uses-permission-sdk-23");
  private static final List<String> COMPONENTS =
      List.of("activity", "activity-alias", "service", "receiver", "provider");

  /** One sentence for everything that breaks the rules. */
  List<String> violations(Path manifest, ManifestOrigins origins) throws IOException {
    Document document = ManifestXml.read(manifest);
    List<String> violations = new ArrayList<>();
    for (String tag : PERMISSIONS) {
      for (Element permission : ManifestXml.elements(document, tag)) {
        String name = ManifestXml.android(permission, "name");
        if (!permissions.contains(name)) {
          violations.add(
              "The permission %s of %s is not among <permissions>"
                  .formatted(name, origins.of(tag, name)));
        }
      }
    }
    for (String tag : COMPONENTS) {
      for (Element component : ManifestXml.elements(document, tag)) {
        checkComponent(component, origins, violations);
      }
    }
    for (Element application : ManifestXml.elements(document, "application")) {
      if (!"false".equals(ManifestXml.android(application, "allowBackup"))) {
        violations.add("<application> must say android:allowBackup=\"false\"");
      }
      if ("true".equals(ManifestXml.android(application, "debuggable"))) {
        violations.add("<application> must not say android:debuggable: the build sets it");
      }
    }
    return violations;
  }

  /** Permissions that are allowed but that nothing asks for: such a list has grown old. */
  Set<String> unusedPermissions(Path manifest) throws IOException {
    Document document = ManifestXml.read(manifest);
    Set<String> unused = new TreeSet<>(permissions);
    for (String tag : PERMISSIONS) {
      for (Element permission : ManifestXml.elements(document, tag)) {
        unused.remove(ManifestXml.android(permission, "name"));
      }
    }
    return unused;
  }

  private void checkComponent(Element component, ManifestOrigins origins, List<String> violations) {
    String tag = component.getTagName();
    String name = ManifestXml.android(component, "name");
    String exported = ManifestXml.android(component, "exported");
    boolean open =
        exported.isEmpty()
            ? component.getElementsByTagName("intent-filter").getLength() > 0
            : "true".equals(exported);
    if (open && !exportedComponents.contains(name) && !isLauncher(component)) {
      violations.add(
          "The %s %s of %s is exported: other apps can start it. Remove it with tools:node=\"remove\", set android:exported=\"false\", or name it in <exportedComponents>"
              .formatted(tag, name, origins.of(tag, name)));
    }
  }

  private static boolean isLauncher(Element component) {
    return "activity".equals(component.getTagName())
        && ManifestXml.elements(component, "category").stream()
            .anyMatch(
                category ->
                    "android.intent.category.LAUNCHER"
                        .equals(ManifestXml.android(category, "name")));
  }
}
