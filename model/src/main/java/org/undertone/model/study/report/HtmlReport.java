// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** Writes a report as one page of HTML, with its pictures as PNG and its tables as CSV beside it. */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes {@code index.html}, {@code pictures/} and {@code tables/}. The page needs nothing from
   * anywhere else and runs no script. It is put in place last, so a page that is there is whole.
   *
   * @param dir the report's folder, made if it is not there
   * @param title heading of the page
   * @param summary what was found, above the table of contents
   * @param sections what the page holds
   * @throws IOException if something cannot be written
   * @throws IllegalArgumentException if two sections, tables or figures have the same id
   */
  public static void write(Path dir, String title, String summary, List<StudySection> sections)
      throws IOException {
    checkIds(sections);
    Files.createDirectories(dir);
    Map<String, StudyFigure.Size> sizes = new HashMap<>();
    for (StudySection section : sections) {
      for (StudyTable table : section.tables()) {
        table.write(dir);
      }
      for (StudyFigure figure : section.figures()) {
        sizes.put(figure.id(), figure.write(dir));
      }
    }
    Path part = dir.resolve("index.html.part");
    try {
      try (Writer out = Files.newBufferedWriter(part)) {
        new HtmlPage(out, sizes).write(title, summary, sections);
      } catch (XMLStreamException e) {
        throw new IOException("the page of the report: " + e.getMessage(), e);
      }
      Files.move(part, dir.resolve("index.html"), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void checkIds(List<StudySection> sections) {
    Set<String> ids = new HashSet<>(Set.of(HtmlPage.CONTENTS));
    for (StudySection section : sections) {
      add(ids, section.id());
      section.tables().forEach(table -> add(ids, table.id()));
      section.figures().forEach(figure -> add(ids, figure.id()));
    }
  }

  private static void add(Set<String> ids, String id) {
    if (!ids.add(id)) {
      throw new IllegalArgumentException("the id " + id + " is taken twice");
    }
  }
}
