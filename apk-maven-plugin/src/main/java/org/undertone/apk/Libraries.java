// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * The resolved dependencies of a project, with its Android libraries unpacked.
 *
 * @param androidJar Android's own classes and resources, to compile and link against
 * @param packed the Android libraries that go into the APK, dependants before what they depend on
 * @param jars the classes that go into the APK, of Android libraries too
 * @param siblings the same of modules of this build: they change with every build
 */
record Libraries(Path androidJar, List<AarLibrary> packed, List<Path> jars, List<Path> siblings) {
  private static final String ANDROID_GROUP = "org.robolectric";
  private static final String ANDROID_ARTIFACT = "android-all";

  /**
   * Unpacks the AARs of {@code project}, and hands Maven the JAR of each in its place: the compiler and the tests then see it
   * without an extension of Maven.
   */
  static Libraries of(MavenProject project, Path folder)
      throws IOException, MojoExecutionException {
    Path android = null;
    List<AarLibrary> packed = new ArrayList<>();
    List<Path> jars = new ArrayList<>();
    List<Path> siblings = new ArrayList<>();
    for (Artifact artifact : project.getArtifacts()) {
      if ("aar".equals(artifact.getType())) {
        AarLibrary library = unpack(artifact, folder);
        if (isShipped(artifact)) {
          packed.add(library);
          jars.add(library.classes());
        }
      } else if (isAndroid(artifact)) {
        android = artifact.getFile().toPath();
      } else if (isShipped(artifact)) {
        boolean sibling = project.getGroupId().equals(artifact.getGroupId());
        (sibling ? siblings : jars).add(artifact.getFile().toPath());
      }
    }
    if (android == null) {
      throw new MojoExecutionException(
          "Android's classes are missing: add %s:%s with scope provided"
              .formatted(ANDROID_GROUP, ANDROID_ARTIFACT));
    }
    return new Libraries(android, List.copyOf(packed), List.copyOf(jars), List.copyOf(siblings));
  }

  /** Those packed, dependencies before dependants: in this order resources override each other. */
  List<AarLibrary> dependenciesFirst() {
    List<AarLibrary> reversed = new ArrayList<>(packed);
    Collections.reverse(reversed);
    return reversed;
  }

  private static AarLibrary unpack(Artifact artifact, Path folder) throws IOException {
    // Artifacts of different groups may bear the same name: androidx.test:core, androidx.core:core.
    String name =
        "%s-%s-%s"
            .formatted(artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion());
    Path file = artifact.getFile().toPath();
    if (!file.toString().endsWith(".aar")) {
      // Unpacked by an earlier goal of this build.
      return new AarLibrary(name, folder.resolve(name));
    }
    AarLibrary library = AarLibrary.unpack(name, file, folder);
    DefaultArtifactHandler jar = new DefaultArtifactHandler("jar");
    jar.setAddedToClasspath(true);
    jar.setLanguage("java");
    artifact.setFile(library.classes().toFile());
    artifact.setArtifactHandler(jar);
    return library;
  }

  private static boolean isAndroid(Artifact artifact) {
    return ANDROID_GROUP.equals(artifact.getGroupId())
        && ANDROID_ARTIFACT.equals(artifact.getArtifactId());
  }

  private static boolean isShipped(Artifact artifact) {
    return Artifact.SCOPE_COMPILE.equals(artifact.getScope())
        || Artifact.SCOPE_RUNTIME.equals(artifact.getScope());
  }
}
