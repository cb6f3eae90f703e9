// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Runs Android's lint over sources, resources and manifest. Errors fail the build, warnings are listed. */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class LintMojo extends AbstractApkMojo {
  private final RepositorySystem repositories;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
  private RepositorySystemSession session;

  /** The version of com.android.tools.lint:lint. */
  @Parameter(property = "apk.lintVersion", defaultValue = "32.4.1")
  private String lintVersion;

  /** What lint does not look for, and why; it need not exist. */
  @Parameter(defaultValue = "${project.basedir}/lint.xml")
  private File lintConfig;

  /** The report for people. */
  @Parameter(defaultValue = "${project.build.directory}/lint.html")
  private File lintReport;

  /** The app's own manifest. */
  @Parameter(defaultValue = "${project.basedir}/src/main/AndroidManifest.xml")
  private File manifest;

  /** The app's own resources. */
  @Parameter(defaultValue = "${project.basedir}/src/main/res")
  private File resources;

  /** Does not run lint. */
  @Parameter(property = "apk.skipLint", defaultValue = "false")
  private boolean skip;

  /** Maven makes the mojo, with its own access to repositories. */
  @Inject
  public LintMojo(RepositorySystem repositories) {
    this.repositories = repositories;
  }

  @Override
  void build() throws IOException, MojoExecutionException {
    if (skip) {
      getLog().info("No lint, as apk.skipLint is set");
      return;
    }
    List<LintFinding> findings =
        new Lint(lintClassPath(), work().resolve("lint"))
            .check(lintProject(), lintConfig.toPath(), lintReport.toPath());
    long errors = findings.stream().filter(LintFinding::isError).count();
    for (LintFinding finding : findings) {
      if (finding.isError()) {
        getLog().error(finding.toString());
      } else {
        getLog().warn(finding.toString());
      }
    }
    getLog().info("Lint: %d error(s), %d warning(s)".formatted(errors, findings.size() - errors));
    if (errors > 0) {
      throw new MojoExecutionException(
          "Lint found %d error(s), listed above and in %s. Mend them, or say in %s why not"
              .formatted(errors, lintReport, lintConfig));
    }
  }

  private LintProject lintProject() throws IOException, MojoExecutionException {
    Libraries libraries = libraries();
    List<Path> own = new ArrayList<>();
    List<Path> generated = new ArrayList<>();
    Path target = Path.of(project().getBuild().getDirectory());
    for (String root : project().getCompileSourceRoots()) {
      Path folder = Path.of(root);
      (folder.startsWith(target) ? generated : own).add(folder);
    }
    List<Path> classPath = new ArrayList<>(libraries.siblings());
    classPath.addAll(libraries.jars());
    classPath.add(libraries.androidJar());
    List<Path> checks =
        libraries.packed().stream()
            .map(library -> library.folder().resolve("lint.jar"))
            .filter(Files::exists)
            .toList();
    return new LintProject(
        project().getBasedir().toPath(),
        targetSdk(),
        manifest.toPath(),
        mergedManifest(),
        resources.toPath(),
        own,
        generated,
        classPath,
        checks);
  }

  private List<Path> lintClassPath() throws MojoExecutionException {
    String coordinates = "com.android.tools.lint:lint:" + lintVersion;
    CollectRequest wanted = new CollectRequest();
    wanted.setRoot(new Dependency(new DefaultArtifact(coordinates), "runtime"));
    wanted.setRepositories(project().getRemotePluginRepositories());
    try {
      return repositories
          .resolveDependencies(session, new DependencyRequest(wanted, null))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .map(artifact -> artifact.getFile().toPath())
          .toList();
    } catch (DependencyResolutionException e) {
      throw new MojoExecutionException("Can't resolve " + coordinates, e);
    }
  }
}
