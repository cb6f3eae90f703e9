// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Makes an Android project compile and test: puts the classes of its AARs on the class path, merges manifests, compiles and links
 * resources, writes R classes, and tells Robolectric where all that is.
 */
@Mojo(
    name = "prepare",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class PrepareMojo extends AbstractApkMojo {
  private final RepositorySystem repositories;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
  private RepositorySystemSession session;

  /** The app's own manifest. */
  @Parameter(defaultValue = "${project.basedir}/src/main/AndroidManifest.xml")
  private File manifest;

  /** The app's own resources. */
  @Parameter(defaultValue = "${project.basedir}/src/main/res")
  private File resources;

  /** A folder whose files become assets; it need not exist. */
  @Parameter(defaultValue = "${project.basedir}/src/main/assets")
  private File assets;

  /** Single files that become assets under their own names. */
  @Parameter private List<File> assetFiles;

  /** The name that the app is installed under. */
  @Parameter(property = "apk.applicationId", required = true)
  private String applicationId;

  /** A number that grows with every published version. */
  @Parameter(property = "apk.versionCode", defaultValue = "1")
  private int versionCode;

  /** The version that people see. */
  @Parameter(property = "apk.versionName", defaultValue = "${project.version}")
  private String versionName;

  /** The Android that Robolectric runs tests with, as group:artifact:version. */
  @Parameter(defaultValue = "org.robolectric:android-all-instrumented:15-robolectric-13954326-i7")
  private String robolectricAndroid;

  /** Maven makes the mojo, with its own access to repositories. */
  @Inject
  public PrepareMojo(RepositorySystem repositories) {
    this.repositories = repositories;
  }

  @Override
  void build() throws IOException, MojoExecutionException {
    Libraries libraries = libraries();
    Path merged = mergedManifest();
    AppIdentity app =
        new AppIdentity(applicationId, versionCode, versionName, minSdk(), targetSdk());
    ManifestMerging.merge(manifest.toPath(), libraries.packed(), app, merged)
        .write(manifestOrigins());

    Path mergedAssets = collectAssets(libraries.dependenciesFirst());
    LinkedResources linked = debugResources();
    link(libraries, merged, mergedAssets, linked);

    new LibraryRClasses(SymbolTable.read(linked.symbols()), classes()).write(libraries.packed());
    project().addCompileSourceRoot(linked.sources().toString());
    describeForTests(linked, merged, mergedAssets);
  }

  private void link(
      Libraries libraries, Path mergedManifest, Path mergedAssets, LinkedResources output)
      throws IOException, MojoExecutionException {
    Aapt2 aapt2 = Aapt2.in(work().resolve("aapt2"));
    ResourceCompiler compiler = resourceCompiler(aapt2);
    List<Path> compiled = new ArrayList<>(compiler.compileLibraries(libraries.dependenciesFirst()));
    compiled.add(compiler.compileApp(resources.toPath()));
    new ResourceLinker(
            aapt2, libraries.androidJar(), mergedManifest, compiled, mergedAssets, locales())
        .link(output, true);
  }

  /** Assets of libraries and of the app in one folder, where Robolectric wants them too. */
  private Path collectAssets(List<AarLibrary> libraries) throws IOException {
    Path all = mergedAssets();
    Trees.delete(all);
    Files.createDirectories(all);
    for (AarLibrary library : libraries) {
      Trees.copy(library.assets(), all);
    }
    Trees.copy(assets.toPath(), all);
    for (File file : assetFiles == null ? List.<File>of() : assetFiles) {
      Files.copy(file.toPath(), all.resolve(file.getName()), StandardCopyOption.REPLACE_EXISTING);
    }
    return all;
  }

  private void describeForTests(LinkedResources linked, Path mergedManifest, Path mergedAssets)
      throws IOException, MojoExecutionException {
    TestEnvironment environment = new TestEnvironment(work().resolve("test-resources"));
    environment.describeApp(linked, mergedManifest, mergedAssets, applicationId);
    environment.describeAndroid(robolectricAndroid, resolve(robolectricAndroid));
    Resource onClassPath = new Resource();
    onClassPath.setDirectory(environment.folder().toString());
    project().addTestResource(onClassPath);
  }

  private Path resolve(String coordinates) throws MojoExecutionException {
    ArtifactRequest request = new ArtifactRequest();
    request.setArtifact(new DefaultArtifact(coordinates));
    request.setRepositories(project().getRemoteProjectRepositories());
    try {
      return repositories.resolveArtifact(session, request).getArtifact().getFile().toPath();
    } catch (ArtifactResolutionException e) {
      throw new MojoExecutionException("Can't resolve " + coordinates, e);
    }
  }
}
