// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import org.undertone.ser.audio.AudioSource;

/** Where the sound of a clip is. May be opened any number of times, by several threads. */
@FunctionalInterface
public interface ClipAudio {

  /**
   * Opens the sound from its start. The caller closes it.
   *
   * @throws IOException if it is gone, or neither WAV nor FLAC, or damaged; the message names the file
   */
  AudioSource open() throws IOException;
}
