// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes an audit for people and as a table. */
final class AuditFiles {
  private AuditFiles() {}

  /**
   * Writes {@code audit.csv} and {@code audit.txt}.
   *
   * @throws IOException if they cannot be written
   */
  static void write(Path folder, Audit audit) throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve("audit.csv"), StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      csv.printRecord(
          "fold",
          "side",
          "clips",
          "corpora",
          "speakers",
          "shared_speakers",
          "shared_recordings",
          "shared_statements");
      for (Audit.Entry entry : audit.entries()) {
        row(csv, entry, "trained", entry.trained(), entry.trainedSpeakers());
        row(csv, entry, "tested", entry.tested(), entry.testedSpeakers());
      }
    }
    try (PrintWriter out =
        new PrintWriter(
            Files.newBufferedWriter(folder.resolve("audit.txt"), StandardCharsets.UTF_8))) {
      print(out, audit);
    }
  }

  private static void row(
      CSVPrinter csv,
      Audit.Entry entry,
      String side,
      Map<String, Integer> corpora,
      SortedSet<String> speakers)
      throws IOException {
    csv.printRecord(
        entry.fold(),
        side,
        sum(corpora),
        words(corpora),
        String.join(" ", speakers),
        entry.sharedSpeakers().size(),
        entry.sharedSounds().size(),
        entry.sharedStatements().size());
  }

  private static void print(PrintWriter out, Audit audit) {
    out.println("Taken from the clips that were handed to the trainer and to the test.");
    out.println();
    audit
        .clips()
        .copies()
        .forEach(
            (corpus, count) ->
                out.println(
                    corpus
                        + ": "
                        + count
                        + " clips left out that sound sample for sample as another"));
    for (Audit.Entry entry : audit.entries()) {
      out.println();
      out.println(entry.fold());
      side(out, "trained on", entry.trained(), entry.trainedSpeakers());
      side(out, "tested", entry.tested(), entry.testedSpeakers());
      out.println(
          "  on both sides: "
              + entry.sharedSpeakers().size()
              + " speakers, "
              + entry.sharedSounds().size()
              + " recordings, "
              + entry.sharedStatements().size()
              + " statements");
    }
    out.println();
    FoldPlan plan = audit.plan();
    out.println("no recording on both sides: demanded");
    demand(out, "speaker", plan.speakerDisjoint());
    demand(out, "statement", plan.sentenceDisjoint());
    demand(out, "corpus", plan.corpusDisjoint());
    List<String> violations = audit.violations();
    violations.forEach(one -> out.println("VIOLATED: " + one));
    out.println(violations.isEmpty() ? "All demands hold." : "The run was stopped.");
  }

  private static void demand(PrintWriter out, String what, boolean demanded) {
    out.println(
        "no " + what + " on both sides: " + (demanded ? "demanded" : "not part of this protocol"));
  }

  private static void side(
      PrintWriter out, String name, Map<String, Integer> corpora, SortedSet<String> speakers) {
    out.println(
        "  "
            + name
            + ": "
            + sum(corpora)
            + " clips ("
            + words(corpora)
            + ") of "
            + speakers.size()
            + " speakers: "
            + String.join(" ", speakers));
  }

  private static int sum(Map<String, Integer> corpora) {
    return corpora.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String words(Map<String, Integer> corpora) {
    return String.join(
        ", ", corpora.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList());
  }
}
