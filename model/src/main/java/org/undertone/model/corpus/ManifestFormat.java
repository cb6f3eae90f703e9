// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import org.apache.commons.csv.CSVRecord;

/**
 * A folder with a manifest.csv of the columns file, speaker and emotion, and if known sex, intensity, statement, repetition and
 * channel. Speakers are taken as they stand there, so that two folders may share them; they must be unique across corpora.
 */
final class ManifestFormat extends ListFormat {

  ManifestFormat() {
    super("manifest", "manifest.csv", "file", "speaker", "emotion");
  }

  @Override
  ClipFacts facts(CsvTable table, CSVRecord row, String corpus, String file) {
    return new ClipFacts(
        table.get(row, "speaker"),
        Sex.of(table.get(row, "sex")),
        table.get(row, "emotion"),
        table.get(row, "intensity"),
        table.get(row, "statement"),
        table.get(row, "repetition"),
        Channel.of(table.get(row, "channel")));
  }
}
