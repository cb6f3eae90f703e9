// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files of a corpus, in a folder or in a zip. Paths are relative, with slashes. */
interface CorpusTree {

  /** Returns the folder or zip. */
  Path location();

  /** Returns all files, sorted. */
  List<String> files();

  boolean contains(String file);

  /** Returns the size of a file in bytes. */
  long size(String file);

  /** Opens a file. The caller closes it. */
  InputStream open(String file) throws IOException;

  /** Returns a handle on the sound in a file, which outlives this tree. */
  ClipAudio audio(String file);

  /** Returns the files that promise WAV or FLAC, sorted. */
  default List<String> audioFiles() {
    return files().stream().filter(FileNames::isAudio).toList();
  }

  /** Returns the name of the folder, or of the zip without its ending. */
  default String name() {
    Path last = location().toAbsolutePath().normalize().getFileName();
    String name = last == null ? "corpus" : last.toString();
    return name.toLowerCase(Locale.ROOT).endsWith(".zip")
        ? name.substring(0, name.length() - ".zip".length())
        : name;
  }

  /** Returns the file of that name that lies nearest to the top. */
  default Optional<String> find(String name) {
    return files().stream()
        .filter(file -> FileNames.name(file).equalsIgnoreCase(name))
        .min(Comparator.comparingLong(file -> file.chars().filter(c -> c == '/').count()));
  }
}
