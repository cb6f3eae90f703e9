// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A section of a report: text, tables and figures in their order. Immutable.
 *
 * @param id its anchor: small letters, digits and hyphens
 * @param title its heading
 * @param blocks what it holds
 */
public record StudySection(String id, String title, List<Block> blocks) {

  /** Checks the id. */
  public StudySection {
    Ids.check(id);
    blocks = List.copyOf(blocks);
  }

  /** Starts a section. */
  public static Builder builder(String id, String title) {
    return new Builder(id, title);
  }

  /** Returns the tables, in order. */
  public List<StudyTable> tables() {
    return blocks.stream()
        .filter(StudyTable.class::isInstance)
        .map(StudyTable.class::cast)
        .toList();
  }

  /** Returns the figures, in order. */
  public List<StudyFigure> figures() {
    return blocks.stream()
        .filter(StudyFigure.class::isInstance)
        .map(StudyFigure.class::cast)
        .toList();
  }

  /** Gathers the parts of a section. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    private Builder(String id, String title) {
      this.id = id;
      this.title = title;
    }

    /** Adds a heading within the section. */
    public Builder heading(String text) {
      blocks.add(new Block.Heading(text));
      return this;
    }

    /** Adds plain text. */
    public Builder paragraph(String text) {
      blocks.add(new Block.Paragraph(text));
      return this;
    }

    /** Adds a table. */
    public Builder table(StudyTable table) {
      blocks.add(table);
      return this;
    }

    /** Adds a figure. Figures that follow each other stand side by side where there is room. */
    public Builder figure(StudyFigure figure) {
      blocks.add(figure);
      return this;
    }

    /** Returns the section. */
    public StudySection build() {
      return new StudySection(id, title, blocks);
    }
  }
}
