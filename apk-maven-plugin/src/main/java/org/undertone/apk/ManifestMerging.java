// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import com.android.manifmerger.ManifestMerger2;
import com.android.manifmerger.ManifestMerger2.Invoker;
import com.android.manifmerger.ManifestMerger2.Invoker.Feature;
import com.android.manifmerger.ManifestMerger2.MergeFailureException;
import com.android.manifmerger.ManifestMerger2.MergeType;
import com.android.manifmerger.ManifestSystemProperty;
import com.android.manifmerger.MergingReport;
import com.android.manifmerger.MergingReport.MergedManifestKind;
import com.android.utils.StdLogger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Joins the app's manifest with those of its libraries. */
final class ManifestMerging {
  private ManifestMerging() {}

  /**
   * Writes the merged manifest; libraries earlier in the list win over later ones.
   *
   * @return where each part came from
   */
  static ManifestOrigins merge(
      Path manifest, List<AarLibrary> libraries, AppIdentity app, Path output)
      throws IOException, MojoExecutionException {
    if (!Files.isRegularFile(manifest)) {
      throw new MojoExecutionException(
          "The app's manifest %s is missing: write it, or set <manifest>".formatted(manifest));
    }
    Invoker merger =
        ManifestMerger2.newMerger(
                manifest.toFile(), new StdLogger(StdLogger.Level.WARNING), MergeType.APPLICATION)
            .withFeatures(
                // Else old libraries bring READ_PHONE_STATE and access to storage with them.
                Feature.NO_IMPLICIT_PERMISSION_ADDITION,
                Feature.REMOVE_TOOLS_DECLARATIONS,
                Feature.EXTRACT_FQCNS,
                Feature.SUPPRESS_MANIFEST_PACKAGE_WARNING,
                Feature.SKIP_BLAME);
    // PACKAGE also sets the placeholder ${applicationId}.
    merger.setOverride(ManifestSystemProperty.Document.PACKAGE, app.applicationId());
    merger.setOverride(
        ManifestSystemProperty.Manifest.VERSION_CODE, Integer.toString(app.versionCode()));
    merger.setOverride(ManifestSystemProperty.Manifest.VERSION_NAME, app.versionName());
    merger.setOverride(
        ManifestSystemProperty.UsesSdk.MIN_SDK_VERSION, Integer.toString(app.minSdk()));
    merger.setOverride(
        ManifestSystemProperty.UsesSdk.TARGET_SDK_VERSION, Integer.toString(app.targetSdk()));
    for (AarLibrary library : libraries) {
      merger.addLibraryManifest(library.name(), library.manifest().toFile());
    }
    MergingReport report;
    try {
      report = merger.merge();
    } catch (MergeFailureException e) {
      throw new MojoExecutionException("Can't merge " + manifest + ": " + e.getMessage(), e);
    }
    if (report.getResult().isError()) {
      throw new MojoExecutionException(
          "Can't merge %s:%n%s".formatted(manifest, report.getReportString()));
    }
    Files.createDirectories(output.getParent());
    Files.writeString(output, report.getMergedDocument(MergedManifestKind.MERGED));
    return ManifestOrigins.of(report.getActions());
  }
}
