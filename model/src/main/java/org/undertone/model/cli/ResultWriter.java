// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;

/** Writes the outcomes of a run, in one of the formats. */
interface ResultWriter {
  /** Writes an outcome. */
  void write(Outcome outcome) throws IOException;
}
