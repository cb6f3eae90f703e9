// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a merged manifest may say. */
class ManifestRulesTest {
  @TempDir Path folder;
  private TinyApp app;
  private AarLibrary library;

  @BeforeEach
  void makeApp() throws IOException {
    app = new TinyApp(folder);
    library = app.library();
  }

  @Test
  void whatALibraryBringsIsNamedWithTheLibrary() throws Exception {
    List<String> violations = violations(Set.of("android.permission.VIBRATE"), Set.of());
    assertThat(violations).hasSize(2);
    assertThat(violations.get(0)).contains("android.permission.INTERNET", "tiny-lib-1.0");
    assertThat(violations.get(1)).contains("receiver", "org.example.lib.Door", "tiny-lib-1.0");
  }

  @Test
  void whatIsAllowedPasses() throws Exception {
    Set<String> permissions = Set.of("android.permission.VIBRATE", "android.permission.INTERNET");
    assertThat(violations(permissions, Set.of("org.example.lib.Door"))).isEmpty();
  }

  @Test
  void permissionsThatNothingAsksForAreFound() throws Exception {
    app.merge(library);
    Set<String> permissions = Set.of("android.permission.VIBRATE", "android.permission.CAMERA");
    assertThat(new ManifestRules(permissions, Set.of()).unusedPermissions(app.mergedManifest()))
        .containsExactly("android.permission.CAMERA");
  }

  @Test
  void backupsMustBeOff() throws Exception {
    String manifest = Files.readString(app.manifest());
    app.write("main/AndroidManifest.xml", manifest.replace("android:allowBackup=\"false\"", ""));
    Set<String> permissions = Set.of("android.permission.VIBRATE", "android.permission.INTERNET");
    assertThat(violations(permissions, Set.of("org.example.lib.Door")))
        .singleElement()
        .asString()
        .contains("allowBackup");
  }

  @Test
  void theBuildSetsVersionsAndWhatTheReleaseNeeds() throws Exception {
    app.merge(library);
    assertThat(app.mergedManifest())
        .content()
        .contains("android:versionCode=\"7\"", "minSdkVersion=\"26\"", "targetSdkVersion=\"35\"");
    Path changed = folder.resolve("changed/AndroidManifest.xml");
    ManifestXml.setApplication(app.mergedManifest(), "extractNativeLibs", "true", changed);
    assertThat(changed).content().contains("android:extractNativeLibs=\"true\"");
  }

  @Test
  void aManifestThatIsNoXmlIsNamed() throws Exception {
    app.write("main/AndroidManifest.xml", "<manifest>\n<application\n</manifest>");
    assertThatThrownBy(() -> app.merge(library))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining(app.manifest().toString());
  }

  private List<String> violations(Set<String> permissions, Set<String> exported) throws Exception {
    Path origins = folder.resolve("origins.properties");
    app.merge(library).write(origins);
    return new ManifestRules(permissions, exported)
        .violations(app.mergedManifest(), ManifestOrigins.read(origins));
  }
}
