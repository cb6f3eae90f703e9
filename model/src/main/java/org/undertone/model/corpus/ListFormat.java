// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.undertone.model.corpus.CorpusReport.Reason;
import org.undertone.ser.Emotion;

/** A corpus whose labels, those of the eight emotions, stand in a list beside the recordings. */
abstract class ListFormat implements CorpusFormat {
  private final String name;
  private final String list;
  private final String fileColumn;
  private final String[] columns;

  /**
   * @param list name of the list
   * @param columns those it needs, first that of the file
   */
  ListFormat(String name, String list, String... columns) {
    this.name = name;
    this.list = list;
    this.fileColumn = columns[0];
    this.columns = columns.clone();
  }

  /**
   * Reads the facts out of a row.
   *
   * @param corpus name of the corpus
   * @param file path of the recording, relative to the list
   * @throws IllegalArgumentException if the row cannot be used
   */
  abstract ClipFacts facts(CsvTable table, CSVRecord row, String corpus, String file);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String looksLike() {
    return list + " with the columns " + String.join(", ", columns);
  }

  @Override
  public final boolean recognises(CorpusTree tree) throws IOException {
    Optional<String> path = tree.find(list);
    return path.isPresent() && CsvTable.read(tree, path.get()).has(columns);
  }

  @Override
  public final Corpus read(CorpusTree tree) throws IOException {
    String path =
        tree.find(list).orElseThrow(() -> new IOException(tree.location() + " holds no " + list));
    CsvTable table = CsvTable.read(tree, path);
    table.require(columns);
    String folder = FileNames.folder(path);
    String base = folder.isEmpty() ? "" : folder + "/";
    CorpusBuilder builder = new CorpusBuilder(tree.name(), name);
    Set<String> listed = new LinkedHashSet<>();
    for (CSVRecord row : table.rows()) {
      String file = table.get(row, fileColumn).replace('\\', '/').replaceFirst("^(\\./)+", "");
      if (file.isEmpty()) {
        builder.reject(path, Reason.BAD_ROW, "row " + row.getRecordNumber() + " names no file");
      } else if (!listed.add(base + file)) {
        builder.reject(
            base + file, Reason.BAD_ROW, "row " + row.getRecordNumber() + " lists it again");
      } else {
        add(builder, tree, base + file, table, row, file);
      }
    }
    for (String file : tree.audioFiles()) {
      if (!listed.contains(file)) {
        builder.reject(file, Reason.NOT_LISTED, "no row of " + path + " names it");
      }
    }
    builder.rejectUnsupported(tree);
    return builder.build();
  }

  private void add(
      CorpusBuilder builder,
      CorpusTree tree,
      String path,
      CsvTable table,
      CSVRecord row,
      String file) {
    if (!tree.contains(path)) {
      builder.reject(path, Reason.MISSING, "row " + row.getRecordNumber() + " lists it");
      return;
    }
    if (FileNames.isForeignAudio(path)) {
      return;
    }
    try {
      ClipFacts facts = facts(table, row, builder.corpus(), file);
      Optional<Emotion> emotion = emotion(facts.label());
      if (emotion.isEmpty()) {
        builder.reject(path, Reason.UNMAPPED_EMOTION, "\"" + facts.label() + "\"");
      } else {
        builder.add(tree, facts.clip(builder.corpus(), path, emotion.get(), tree.audio(path)));
      }
    } catch (IllegalArgumentException e) {
      builder.reject(path, Reason.BAD_ROW, "row " + row.getRecordNumber() + ": " + e.getMessage());
    }
  }

  private static Optional<Emotion> emotion(String label) {
    try {
      return Optional.of(Emotion.ofLabel(label.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
