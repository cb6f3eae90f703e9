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

  /** The ABIs whose native libraries are packed. */
  @Parameter(defaultValue = "arm64-v8a,armeabi-v7a,x86_64,x86")
  private List<String> abis;

  /** Beginnings of class names, with slashes, that stay out of the APK. */
  @Parameter private List<String> excludedClasses;

  /** The key store of the debug key; made if there is none. */
  @Parameter(property = "apk.debugKeystore", defaultValue = "${user.home}/.android/debug.keystore")
  private File debugKeystore;

  @Override
  void build() throws IOException, MojoExecutionException {
    Path resources = debugResources().apk();
    if (!Files.exists(resources)) {
      throw new MojoExecutionException(resources + " is missing: run the goal prepare first");
    }
    Libraries libraries = libraries();
    List<String> excluded = excludedClasses == null ? List.of() : excludedClasses;
    List<Path> dex =
        new DexBuilder(libraries, excluded, minSdk(), getLog())
            .build(classes(), work().resolve("dex"));

    Path unsigned = work().resolve("unsigned.apk");
    try (ApkPackager packager = new ApkPackager(unsigned)) {
      packager.addResources(resources);
      packager.addDex(dex);
      for (AarLibrary library : libraries.packed()) {
        packager.addNativeLibraries(library.nativeLibraries(), abis);
      }
      packager.addJavaResources(classes());
      for (Path jar : libraries.siblings()) {
        packager.addJavaResources(jar);
      }
      for (Path jar : libraries.jars()) {
        packager.addJavaResources(jar);
      }
    }
    new ApkSigning(SigningKey.debug(debugKeystore.toPath()), minSdk()).sign(unsigned, apk.toPath());
    getLog().info("Built " + apk);
  }
}
