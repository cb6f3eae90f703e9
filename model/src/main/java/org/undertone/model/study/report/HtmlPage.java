// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.undertone.model.chart.Theme;

/** Writes the page of a report: HTML that is well-formed XML, too. For one page. */
final class HtmlPage {
  /** A table of more rows is folded, so that the page can be read from end to end. */
  private static final int LONGEST = 30;

  /** Id of the table of contents. */
  static final String CONTENTS = "contents";

  private final Writer out;
  private final XMLStreamWriter xml;
  private final Map<String, StudyFigure.Size> sizes;

  /** Prepares a page with figures of these sizes, by id. The writer is not closed. */
  HtmlPage(Writer out, Map<String, StudyFigure.Size> sizes) throws XMLStreamException {
    this.out = out;
    this.sizes = Map.copyOf(sizes);
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
  }

  /** Writes the page. */
  void write(String title, String summary, List<StudySection> sections)
      throws IOException, XMLStreamException {
    xml.writeDTD("<!DOCTYPE html>\n");
    start("html", "lang", "en");
    start("head");
    empty("meta", "charset", "utf-8");
    empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    empty("meta", "name", "color-scheme", "content", "light dark");
    element("title", title);
    element("style", style());
    end();
    start("body");
    start("main");
    element("h1", title);
    element("p", summary, "class", "summary");
    contents(sections);
    for (StudySection section : sections) {
      section(section);
    }
    end();
    element("footer", "Every table is also a CSV file in tables, every picture a PNG in pictures.");
    end();
    end();
    xml.writeEndDocument();
    xml.flush();
    out.flush();
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IOException("report.css is not in this build");
      }
      return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void contents(List<StudySection> sections) throws XMLStreamException {
    start("nav", "aria-labelledby", CONTENTS);
    element("h2", "Contents", "id", CONTENTS);
    start("ol");
    for (StudySection section : sections) {
      start("li");
      element("a", section.title(), "href", "#" + section.id());
      end();
    }
    end();
    end();
  }

  private void section(StudySection section) throws XMLStreamException {
    start("section");
    element("h2", section.title(), "id", section.id());
    boolean figures = false;
    for (Block block : section.blocks()) {
      if (block instanceof StudyFigure != figures) {
        figures = !figures;
        if (figures) {
          start("div", "class", "figures");
        } else {
          end();
        }
      }
      if (block instanceof Block.Paragraph paragraph) {
        element("p", paragraph.text());
      } else if (block instanceof Block.Heading heading) {
        element("h3", heading.text());
      } else if (block instanceof StudyTable table) {
        table(table);
      } else if (block instanceof StudyFigure figure) {
        figure(figure);
      }
    }
    if (figures) {
      end();
    }
    end();
  }

  private void table(StudyTable table) throws XMLStreamException {
    start("div", "class", "table");
    boolean folded = table.rows().size() > LONGEST;
    if (folded) {
      start("details");
      element("summary", table.title() + ", " + table.rows().size() + " rows");
    }
    // Named and in the order of tabs, so that its far end can be reached by keyboard.
    start(
        "div",
        "class",
        "scroll",
        "role",
        "region",
        "tabindex",
        "0",
        "aria-labelledby",
        table.id() + "-title");
    start("table", "id", table.id());
    start("caption", "id", table.id() + "-title");
    element("span", table.title());
    end();
    start("thead");
    start("tr");
    for (int i = 0; i < table.columns().size(); i++) {
      cell("th", "col", table, i, table.columns().get(i));
    }
    end();
    end();
    start("tbody");
    for (List<String> row : table.rows()) {
      start("tr");
      for (int i = 0; i < row.size(); i++) {
        cell(i == 0 ? "th" : "td", i == 0 ? "row" : "", table, i, row.get(i));
      }
      end();
    }
    end();
    end();
    end();
    if (folded) {
      end();
    }
    start("p", "class", "note");
    if (!table.note().isBlank()) {
      text(table.note() + " ");
    }
    element("a", "CSV", "href", table.file());
    end();
    end();
  }

  private void cell(String name, String scope, StudyTable table, int column, String text)
      throws XMLStreamException {
    start(name);
    if (!scope.isEmpty()) {
      xml.writeAttribute("scope", scope);
    }
    if (table.isNumeric(column)) {
      xml.writeAttribute("class", "number");
    }
    text(text);
    end();
  }

  private void figure(StudyFigure figure) throws XMLStreamException {
    start("figure", "id", figure.id());
    start("picture");
    // Paper is white whatever the screen is.
    empty(
        "source",
        "srcset",
        figure.file(Theme.DARK),
        "media",
        "screen and (prefers-color-scheme: dark)");
    StudyFigure.Size size = sizes.get(figure.id());
    empty(
        "img",
        "src",
        figure.file(Theme.LIGHT),
        "alt",
        figure.alt(),
        "width",
        Integer.toString(size.width()),
        "height",
        Integer.toString(size.height()),
        "loading",
        "lazy");
    end();
    element("figcaption", figure.caption());
    end();
  }

  private void element(String name, String text, String... attributes) throws XMLStreamException {
    start(name, attributes);
    text(text);
    end();
  }

  private void start(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    attributes(attributes);
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], printable(attributes[i + 1]));
    }
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(printable(text));
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  /** Returns text with what XML cannot hold, not even escaped, replaced. */
  private static String printable(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
