// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import org.apache.commons.csv.CSVRecord;

/**
 * One's own clips: a folder with a metadata.csv of the columns file_name and label, and if known speaker. A speaker of the same
 * name is the same person in every such folder. Without a name, all clips in a subfolder count as one speaker, and all at the
 * top as one that every such folder shares: clips that may be of one person must not come to stand on both sides of a split.
 */
final class OwnClipsFormat extends ListFormat {

  OwnClipsFormat() {
    super("own", "metadata.csv", "file_name", "label");
  }

  @Override
  ClipFacts facts(CsvTable table, CSVRecord row, String corpus, String file) {
    String speaker = table.get(row, "speaker");
    if (speaker.isEmpty()) {
      String folder = FileNames.folder(file);
      speaker = folder.isEmpty() ? "unknown" : corpus + "/" + folder;
    }
    return ClipFacts.of("own_" + speaker, Sex.UNKNOWN, table.get(row, "label"));
  }
}
