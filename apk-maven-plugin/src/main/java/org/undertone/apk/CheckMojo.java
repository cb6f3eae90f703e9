// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build if the merged manifest asks for more than the POM allows: a permission that is not listed, a component that other
 * apps can start, backups, debugging. Names the library that brought it. Wants {@code prepare} to have run.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class CheckMojo extends AbstractApkMojo {

  /** All permissions that the app may ask for, by their full names; those that libraries bring count too. */
  @Parameter(required = true)
  private List<String> permissions;

  /** Class names of the components that other apps may start, beside the launcher's activity. */
  @Parameter private List<String> exportedComponents;

  @Override
  void build() throws IOException, MojoExecutionException {
    if (!Files.exists(manifestOrigins())) {
      throw new MojoExecutionException(
          mergedManifest() + " is missing: run the goal prepare first");
    }
    Set<String> exported =
        exportedComponents == null ? Set.of() : new TreeSet<>(exportedComponents);
    ManifestRules rules = new ManifestRules(new TreeSet<>(permissions), exported);
    List<String> violations =
        rules.violations(mergedManifest(), ManifestOrigins.read(manifestOrigins()));
    if (!violations.isEmpty()) {
      throw new MojoExecutionException(
          "The merged manifest breaks %d rule(s):%n%s"
              .formatted(violations.size(), String.join("\n", violations)));
    }
    for (String unused : rules.unusedPermissions(mergedManifest())) {
      getLog().warn("Nothing asks for " + unused + ": take it from <permissions>");
    }
  }
}
