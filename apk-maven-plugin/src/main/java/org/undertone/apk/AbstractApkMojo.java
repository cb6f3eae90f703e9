// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

  /** The API level that the app was tested with. */
  @Parameter(property = "apk.targetSdk", defaultValue = "35")
  private int targetSdk;

  /**
   * The languages of the app: texts that libraries bring in others are left out, as a mix of languages helps nobody. All are kept
   * where none is named.
   */
  @Parameter private List<String> locales;

  /** The ABIs whose native libraries are packed. */
  @Parameter(defaultValue = "arm64-v8a,armeabi-v7a,x86_64,x86")
  private List<String> abis;

  /** Beginnings of class names, with slashes, that stay out of the APK. */
  @Parameter private List<String> excludedClasses;

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

  final int targetSdk() {
    return targetSdk;
  }

  final List<String> locales() {
    return locales == null ? List.of() : locales;
  }

  final List<String> abis() {
    return abis;
  }

  /** What is compiled to dex. */
  final ProgramClasses program(Libraries libraries) {
    List<String> excluded = excludedClasses == null ? List.of() : excludedClasses;
    return new ProgramClasses(classes(), libraries, excluded);
  }

  final Path mergedManifest() {
    return work().resolve("AndroidManifest.xml");
  }

  /** Which library each part of the merged manifest came from. */
  final Path manifestOrigins() {
    return work().resolve("manifest-origins.properties");
  }

  /** The assets of the app and of its libraries. */
  final Path mergedAssets() {
    return work().resolve("assets");
  }

  final ResourceCompiler resourceCompiler(Aapt2 aapt2) {
    return new ResourceCompiler(aapt2, work().resolve("compiled"));
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
