// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compiles the classes to dex, packs the APK and signs it. Wants {@code prepare} to have run. */
@Mojo(
    name = "apk",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class ApkMojo extends AbstractApkMojo {

  /** The APK to write. */
  @Parameter(
      defaultValue = "${project.build.directory}/${project.artifactId}-debug.apk",
      required = true)
  private File apk;

  /** The key store of the debug key; made if there is none. */
  @Parameter(property = "apk.debugKeystore", defaultValue = "${user.home}/.android/debug.keystore")
  private File debugKeystore;

  /** Builds no APK: for runs of tests alone. */
  @Parameter(property = "skipApk", defaultValue = "false")
  private boolean skip;

  @Override
  void build() throws IOException, MojoExecutionException {
    if (skip) {
      getLog().info("No APK, as skipApk is set");
      return;
    }
    Path resources = debugResources().apk();
    if (!Files.exists(resources)) {
      throw new MojoExecutionException(resources + " is missing: run the goal prepare first");
    }
    Libraries libraries = libraries();
    ProgramClasses program = program(libraries);
    List<Path> dex = new DexBuilder(program, minSdk(), getLog()).build(work().resolve("dex"));

    Path unsigned = work().resolve("unsigned.apk");
    ApkContents contents =
        new ApkContents(program, resources, dex, ServiceFiles.of(program.places()).contents());
    contents.pack(unsigned, abis(), false);
    new ApkSigning(SigningKey.debug(debugKeystore.toPath()), minSdk()).sign(unsigned, apk.toPath());
    ApkChecks.check(apk.toPath(), minSdk(), targetSdk(), true);
    getLog().info("Built " + apk);
  }
}
