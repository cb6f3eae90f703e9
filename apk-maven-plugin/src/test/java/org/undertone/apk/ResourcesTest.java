// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources of an app and of a library, through the real aapt2. */
class ResourcesTest {
  @TempDir Path folder;
  private TinyApp app;
  private AarLibrary library;

  @BeforeEach
  void makeApp() throws IOException {
    app = new TinyApp(folder);
    library = app.library();
  }

  @Test
  void theLibrarysCodeReadsTheNumbersThatWereLinked() throws Exception {
    LinkedResources linked = app.link(library, true, List.of());
    SymbolTable symbols = SymbolTable.read(linked.symbols());
    assertThat(symbols.values().get("string")).containsKeys("app_name", "greeting");
    Path written = folder.resolve("r");
    new LibraryRClasses(symbols, written).write(List.of(library));

    URL[] places = {
      written.toUri().toURL(),
      library.classes().toUri().toURL(),
      TinyApp.androidJar().toUri().toURL()
    };
    try (URLClassLoader loader = new URLClassLoader(places)) {
      Object number = loader.loadClass("org.example.lib.Door").getMethod("greeting").invoke(null);
      assertThat(number).isEqualTo(Integer.decode(symbols.values().get("string").get("greeting")));
    }
  }

  @Test
  void onlyTheLanguagesNamedAreKept() throws Exception {
    Path all = app.link(library, true, List.of()).apk();
    assertThat(texts(all)).contains("Tiny", "Winzig", "Minuscule");
    Path some = app.link(library, false, List.of("en", "de")).apk();
    assertThat(texts(some)).contains("Tiny", "Winzig").doesNotContain("Minuscule");
  }

  @Test
  void whatDidNotChangeIsNotLinkedAgain() throws Exception {
    Path apk = app.link(library, true, List.of()).apk();
    Files.writeString(apk, "kept");
    assertThat(app.link(library, true, List.of()).apk()).hasContent("kept");
    app.write("main/res/values/strings.xml", TinyApp.strings("app_name", "Other"));
    assertThat(texts(app.link(library, true, List.of()).apk())).contains("Other");
  }

  @Test
  void brokenXmlIsNamedWithFileAndLine() throws Exception {
    app.write("main/res/values/broken.xml", "<resources>\n<string name=\"a\">b</strin>\n");
    assertThatThrownBy(() -> app.link(library, true, List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken.xml:2");
  }

  @Test
  void aResourceThatIsDefinedTwiceIsNamed() throws Exception {
    app.write("main/res/values/more.xml", TinyApp.strings("app_name", "Again"));
    assertThatThrownBy(() -> app.link(library, true, List.of()))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("string/app_name")
        .hasMessageContaining("strings.xml")
        .hasMessageContaining("more.xml");
  }

  @Test
  void aResourceThatIsMissingIsNamed() throws Exception {
    app.write("main/res/values/strings.xml", TinyApp.strings("another", "Tiny"));
    Trees.delete(app.resources().resolve("values-de"));
    Trees.delete(app.resources().resolve("values-fr"));
    assertThatThrownBy(() -> app.link(library, true, List.of()))
        .hasMessageContaining("string/app_name")
        .hasMessageContaining("AndroidManifest.xml");
  }

  @Test
  void missingResourcesAndManifestSayWhatToDo() throws Exception {
    Trees.delete(app.resources());
    assertThatThrownBy(() -> app.link(library, true, List.of()))
        .hasMessageContaining(app.resources().toString())
        .hasMessageContaining("<resources>");
    Files.delete(app.manifest());
    assertThatThrownBy(() -> app.merge(library))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining(app.manifest().toString())
        .hasMessageContaining("<manifest>");
  }

  private static String texts(Path apk) throws IOException {
    Path unzipped = apk.resolveSibling("unzipped");
    Trees.delete(unzipped);
    Trees.unzip(apk, unzipped);
    byte[] table = Files.readAllBytes(unzipped.resolve("resources.arsc"));
    return new String(table, StandardCharsets.UTF_8);
  }
}
