// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** What lint is told, and what it says. */
class LintProjectTest {
  @TempDir Path folder;

  @Test
  void eachFileIsNamedAndGeneratedSourcesAreMarked() throws Exception {
    TinyApp app = new TinyApp(folder);
    app.write("a & b/Own.java", "class Own {}");
    app.write("generated/R.java", "class R {}");
    Path description = folder.resolve("lint/project.xml");
    new LintProject(
            folder,
            35,
            app.manifest(),
            app.manifest(),
            app.resources(),
            List.of(folder.resolve("a & b")),
            List.of(folder.resolve("generated")),
            List.of(TinyApp.androidJar()),
            List.of())
        .write(description, folder.resolve("cache"));
    Document project = ManifestXml.read(description);
    assertThat(ManifestXml.elements(project, "resource")).hasSize(3);
    assertThat(ManifestXml.elements(project, "src"))
        .extracting(source -> source.getAttribute("generated"))
        .containsExactly("", "true");
    assertThat(ManifestXml.elements(project, "src").get(0).getAttribute("file"))
        .satisfies(file -> assertThat(Files.exists(Path.of(file))).isTrue());
  }

  @Test
  void findingsReadLikeThoseOfACompiler() {
    LintFinding finding = new LintFinding("Error", "NewApi", "Needs API 29", "src/A.java", "7");
    assertThat(finding).hasToString("src/A.java:7: error: Needs API 29 [NewApi]");
    assertThat(finding.isError()).isTrue();
    assertThat(new LintFinding("Warning", "X", "y", "", "").isError()).isFalse();
  }
}
