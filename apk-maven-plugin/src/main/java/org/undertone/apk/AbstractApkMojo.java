// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals share: where they work, and for which API level. */
abstract class AbstractApkMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** Where libraries are unpacked and intermediate files are kept. */
  @Parameter(defaultValue = "${project.build.directory}/apk", readonly = true, required = true)
  private File workDirectory;

  /** The oldest API level that the app runs on. */
  @Parameter(property = "apk.minSdk", defaultValue = "26")
  private int minSdk;

  @Override
  public final void execute() throws MojoExecutionException {
    try {
      build();
    } catch (IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /** Does the goal's work. */
  abstract void build() throws IOException, MojoExecutionException;

  final MavenProject project() {
    return project;
  }

  final Path work() {
    return workDirectory.toPath();
  }

  final int minSdk() {
    return minSdk;
  }

  final Path classes() {
    return Path.of(project.getBuild().getOutputDirectory());
  }

  final Libraries libraries() throws IOException, MojoExecutionException {
    return Libraries.of(project, work().resolve("aar"));
  }

  /** The resources of the app that may be debugged; tests use them too. */
  final LinkedResources debugResources() {
    return new LinkedResources(work().resolve("debug-resources"));
  }
}
