// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Builds the APKs for users: shrunk once, then packed for each ABI and for all of them, signed with a key of one's own, checked, and
 * held to sizes. Wants {@code prepare} to have run.
 *
 * <p>An APK of one ABI holds native libraries uncompressed, which Android then maps from the APK: that takes least room on the
 * phone and loads fastest. The APK of all ABIs would be several times as large that way, for code that no phone uses: there they are
 * compressed, and Android unpacks those of its ABI on installing.
 */
@Mojo(
    name = "release",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class ReleaseMojo extends AbstractReleaseMojo {
  private static final String UNIVERSAL = "universal";

  /** The beginning of the APKs' paths; "-universal.apk" and the like are added. */
  @Parameter(
      defaultValue = "${project.build.directory}/${project.artifactId}-release",
      required = true)
  private String apkPrefix;

  /** Files with rules for R8, in ProGuard's language, beside those of libraries and resources. */
  @Parameter(defaultValue = "${project.basedir}/proguard-rules.pro")
  private List<File> shrinkerRules;

  /** Where R8 writes which name became which, to read crash reports by. */
  @Parameter(defaultValue = "${project.build.directory}/${project.artifactId}-release-mapping.txt")
  private File mapping;

  /** Whether the APK of all ABIs holds native libraries compressed. */
  @Parameter(defaultValue = "true")
  private boolean compressUniversal;

  /**
   * Whether names of resources are left out; {@code Resources.getIdentifier} then finds nothing, and messages give numbers.
   */
  @Parameter(defaultValue = "true")
  private boolean collapseResourceNames;

  /** The largest size by ABI or "universal", such as {@code <arm64-v8a>8 MB</arm64-v8a>}; others have no limit. */
  @Parameter private Map<String, String> maxSizes;

  @Override
  void build() throws IOException, MojoExecutionException {
    SigningKey key = releaseKey();
    Libraries libraries = libraries();
    ProgramClasses program = program(libraries);
    LinkedResources resources = link(libraries, false);

    List<Path> rules = new ArrayList<>(List.of(resources.shrinkerRules()));
    shrinkerRules.forEach(file -> rules.add(file.toPath()));
    Path shrunk = work().resolve("shrunk");
    List<Path> dex =
        new Shrinker(program, ShrinkerRules.collect(libraries, rules), minSdk(), getLog())
            .shrink(shrunk, mapping.toPath());
    Map<String, byte[]> services = ServiceFiles.of(List.of(shrunk)).contents();

    ApkSigning signing = new ApkSigning(key, minSdk());
    ApkContents stored = new ApkContents(program, resources.optimized(), dex, services);
    for (String abi : nativeAbis(libraries)) {
      finish(stored, abi, List.of(abi), false, signing);
    }
    ApkContents universal =
        compressUniversal
            ? new ApkContents(program, link(libraries, true).optimized(), dex, services)
            : stored;
    finish(universal, UNIVERSAL, abis(), compressUniversal, signing);
  }

  private void finish(
      ApkContents contents, String name, List<String> abis, boolean compressed, ApkSigning signing)
      throws IOException, MojoExecutionException {
    Path apk = Path.of(apkPrefix + "-" + name + ".apk");
    Path unsigned = work().resolve("unsigned-" + name + ".apk");
    contents.pack(unsigned, abis, compressed);
    signing.sign(unsigned, apk);
    Files.delete(unsigned);
    ApkChecks.check(apk, minSdk(), targetSdk(), false);
    getLog().info("Built %s, %s".formatted(apk, SizeLimit.inMegabytes(Files.size(apk))));
    String limit = maxSizes == null ? null : maxSizes.get(name);
    if (limit != null) {
      SizeLimit.parse(limit).check(apk);
    }
  }

  /** Links as for debugging, but not debuggable, from what {@code prepare} compiled. */
  private LinkedResources link(Libraries libraries, boolean unpackLibraries)
      throws IOException, MojoExecutionException {
    LinkedResources output =
        new LinkedResources(
            work().resolve(unpackLibraries ? "universal-resources" : "release-resources"));
    Aapt2 aapt2 = Aapt2.in(work().resolve("aapt2"));
    ResourceCompiler compiler = resourceCompiler(aapt2);
    List<Path> compiled = new ArrayList<>(compiler.compileLibraries(libraries.dependenciesFirst()));
    if (!Files.exists(compiler.appArchive())) {
      throw new MojoExecutionException(
          compiler.appArchive() + " is missing: run the goal prepare first");
    }
    compiled.add(compiler.appArchive());
    Path manifest = work().resolve(unpackLibraries ? "universal" : "release");
    manifest = manifest.resolve("AndroidManifest.xml");
    ManifestXml.setApplication(
        mergedManifest(), "extractNativeLibs", Boolean.toString(unpackLibraries), manifest);
    new ResourceLinker(aapt2, libraries.androidJar(), manifest, compiled, mergedAssets(), locales())
        .link(output, false);
    if (!Files.readString(output.symbols()).equals(Files.readString(debugResources().symbols()))) {
      throw new MojoExecutionException(
          "The release's resources got other numbers than those that the code was compiled with");
    }
    // Code finds resources by number: names and long paths would only take room.
    List<String> arguments = new ArrayList<>(List.of("optimize", "--shorten-resource-paths"));
    if (collapseResourceNames) {
      // Entries without names that say the same need to stand there but once.
      arguments.addAll(List.of("--collapse-resource-names", "--deduplicate-entry-values"));
    }
    arguments.addAll(List.of("-o", output.optimized().toString(), output.apk().toString()));
    aapt2.run(arguments);
    return output;
  }

  private List<String> nativeAbis(Libraries libraries) {
    return abis().stream()
        .filter(
            abi ->
                libraries.packed().stream()
                    .anyMatch(library -> Files.isDirectory(library.nativeLibraries().resolve(abi))))
        .toList();
  }
}
