// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of an app and of a library, through the real D8 and R8. */
class DexTest {
  @TempDir Path folder;
  private TinyApp app;
  private AarLibrary library;

  @BeforeEach
  void makeApp() throws IOException {
    app = new TinyApp(folder);
    library = app.library();
  }

  @Test
  void forDebuggingAllClassesAreCompiledAndThoseOfLibrariesOnce() throws Exception {
    List<Path> dex = build();
    assertThat(text(dex))
        .contains("Lorg/example/app/MainActivity;")
        .contains("Lorg/example/app/Unused;")
        .contains("Lorg/example/lib/Door;");

    Path ofLibrary = dex.get(dex.size() - 1);
    Files.writeString(ofLibrary, "kept");
    assertThat(build()).contains(ofLibrary);
    assertThat(ofLibrary).hasContent("kept");
  }

  @Test
  void excludedClassesStayOut() throws Exception {
    ProgramClasses program =
        new ProgramClasses(app.classes(), app.libraries(library), List.of("org/example/lib/"));
    List<Path> dex =
        new DexBuilder(program, 26, new SystemStreamLog()).build(folder.resolve("dex"));
    assertThat(text(dex)).doesNotContain("Lorg/example/lib/Door;");
  }

  @Test
  void aReleaseKeepsWhatManifestAndServicesNameAndNothingElse() throws Exception {
    LinkedResources linked = app.link(library, false, List.of());
    List<ShrinkerRules> rules =
        ShrinkerRules.collect(app.libraries(library), List.of(linked.shrinkerRules()));
    Path mapping = folder.resolve("mapping.txt");
    Path output = folder.resolve("shrunk");
    List<Path> dex =
        new Shrinker(app.program(library), rules, 26, new SystemStreamLog())
            .shrink(output, mapping);
    assertThat(text(dex))
        .contains("Lorg/example/app/MainActivity;")
        .contains("Lorg/example/lib/Door;")
        .doesNotContain("Lorg/example/app/Unused;");
    assertThat(mapping).content().contains("org.example.app.MainActivity");
  }

  @Test
  void serviceFilesOfTheSameNameAreJoined() throws Exception {
    Path jar = folder.resolve("more.jar");
    TinyApp.zip(jar, Map.of("META-INF/services/java.lang.Runnable", TinyApp.bytes("a.B\n")));
    Map<String, byte[]> contents = ServiceFiles.of(List.of(library.classes(), jar)).contents();
    assertThat(contents).containsOnlyKeys("META-INF/services/java.lang.Runnable");
    assertThat(contents.get("META-INF/services/java.lang.Runnable"))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("org.example.lib.Door\na.B\n");
  }

  @Test
  void rulesInJarsAreThoseForThisR8() throws Exception {
    Path jar = folder.resolve("rules.jar");
    TinyApp.zip(
        jar,
        Map.of(
            "META-INF/proguard/any.pro", TinyApp.bytes("-keep class Any"),
            "META-INF/com.android.tools/r8/all.pro", TinyApp.bytes("-keep class All"),
            "META-INF/com.android.tools/r8-from-3.0.0/new.pro", TinyApp.bytes("-keep class New"),
            "META-INF/com.android.tools/r8-upto-3.0.0/old.pro", TinyApp.bytes("-keep class Old"),
            "META-INF/com.android.tools/r8-from-99.0/next.pro", TinyApp.bytes("-keep class Next")));
    assertThat(ShrinkerRules.ofJar(jar))
        .flatExtracting(ShrinkerRules::lines)
        .containsExactlyInAnyOrder("-keep class All", "-keep class New");
    TinyApp.zip(jar, Map.of("META-INF/proguard/any.pro", TinyApp.bytes("-keep class Any")));
    assertThat(ShrinkerRules.ofJar(jar))
        .flatExtracting(ShrinkerRules::lines)
        .containsExactly("-keep class Any");
  }

  private List<Path> build() throws Exception {
    return new DexBuilder(app.program(library), 26, new SystemStreamLog())
        .build(folder.resolve("dex"));
  }

  private static String text(List<Path> dex) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : dex) {
      all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
    return all.toString();
  }
}
