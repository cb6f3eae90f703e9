// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

/** A part of a section: text, a table or a figure. */
public sealed interface Block permits Block.Paragraph, Block.Heading, StudyTable, StudyFigure {

  /** Plain text; it is escaped. */
  record Paragraph(String text) implements Block {}

  /** A heading within a section. */
  record Heading(String text) implements Block {}
}
