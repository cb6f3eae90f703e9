// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.ser.audio.AudioSource;

/** Recordings without emotions: a folder with a manifest.csv of the columns file and category. */
final class RecordingList {
  private static final String LIST = "manifest.csv";

  /**
   * One recording; immutable.
   *
   * @param file where it is
   * @param category what it is, in the list's own words
   * @param speaker who speaks, or nothing if that is not known
   */
  record Entry(Path file, String category, String speaker) {
    /** Returns whether a word stands in the category. */
    boolean hasWord(String word) {
      return Arrays.asList(category.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9]+")).contains(word);
    }

    /**
     * Reads the sound.
     *
     * @throws IOException if it cannot be read
     */
    Sound read() throws IOException {
      try (AudioSource source = AudioFiles.open(file)) {
        return Sound.read(source);
      }
    }
  }

  private RecordingList() {}

  /**
   * Reads the list of a folder.
   *
   * @throws IOException if there is none, it lacks a column, or it is empty; the message says which
   */
  static List<Entry> read(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    if (!Files.isRegularFile(list)) {
      throw new IOException(folder + " has no " + LIST + " with the columns file and category");
    }
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<Entry> entries = new ArrayList<>();
    try (Reader in = Files.newBufferedReader(list, StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.parse(in, format)) {
      if (!rows.getHeaderNames().containsAll(List.of("file", "category"))) {
        throw new IOException(
            list + " lacks the column file or category; it has " + rows.getHeaderNames());
      }
      for (CSVRecord row : rows) {
        String speaker = row.isSet("speaker") ? row.get("speaker") : "";
        entries.add(
            new Entry(
                folder.resolve(row.get("file")),
                row.get("category"),
                speaker.equals("unknown") ? "" : speaker));
      }
    }
    if (entries.isEmpty()) {
      throw new IOException(list + " lists no recordings");
    }
    return List.copyOf(entries);
  }
}
