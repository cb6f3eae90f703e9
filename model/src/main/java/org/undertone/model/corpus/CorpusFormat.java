// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;

/** How one corpus names and lays out its files. Stateless. */
interface CorpusFormat {

  /** Returns the name by which this format can be asked for. */
  String name();

  /** Returns what such a corpus looks like, for messages. */
  String looksLike();

  /** Whether most of the tree is of this format. */
  boolean recognises(CorpusTree tree) throws IOException;

  /**
   * Reads all labels; no sound is opened.
   *
   * @throws IOException if the tree cannot be read or lacks what the format cannot do without
   */
  Corpus read(CorpusTree tree) throws IOException;
}
