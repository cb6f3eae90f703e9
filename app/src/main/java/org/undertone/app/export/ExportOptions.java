// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.Serializable;

/**
 * What the user chose to have in an export; immutable.
 *
 * @param audio whether to cut clips out of the kept audio
 * @param onlySpeech whether to leave out clips of segments without speech
 */
public record ExportOptions(boolean audio, boolean onlySpeech) implements Serializable {
  /** Clips of all that was said. */
  public static final ExportOptions DEFAULT = new ExportOptions(true, true);
}
