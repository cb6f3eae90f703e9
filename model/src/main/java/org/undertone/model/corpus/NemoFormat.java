// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.undertone.ser.Emotion;

/**
 * nEMO: six emotions by nine actors, Polish (Christop 2024). The name says speaker, emotion and sentence; data.tsv, if there,
 * the sexes.
 */
final class NemoFormat extends NameFormat {
  private static final Pattern SCHEME =
      Pattern.compile("([A-Z]{2}\\d)_(anger|fear|happiness|neutral|sadness|surprised)_(\\d+)");
  private static final String LIST = "data.tsv";
  private static final Set<String> WOMEN = Set.of("EB0", "IC0", "KD0", "MK0");
  private static final Set<String> MEN = Set.of("KS0", "MP0", "SM0", "TP0", "WR0");

  NemoFormat() {
    super(
        "nemo",
        "EB0_anger_1.wav",
        Map.of(
            "anger", Emotion.ANGRY,
            "fear", Emotion.FEARFUL,
            "happiness", Emotion.HAPPY,
            "neutral", Emotion.NEUTRAL,
            "sadness", Emotion.SAD,
            "surprised", Emotion.SURPRISED));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, FileNames.stem(file), file);
    String id = name.group(1);
    Sex sex = WOMEN.contains(id) ? Sex.FEMALE : MEN.contains(id) ? Sex.MALE : Sex.UNKNOWN;
    return ClipFacts.of(speaker(id), sex, name.group(2)).saying(name.group(3), "");
  }

  @Override
  Map<String, Sex> sexes(CorpusTree tree, CorpusBuilder builder) throws IOException {
    Optional<String> list = tree.find(LIST);
    if (list.isEmpty()) {
      return Map.of();
    }
    CsvTable table = CsvTable.readTabbed(tree, list.get());
    table.require("speaker_id", "gender");
    Map<String, Sex> sexes = new HashMap<>();
    for (CSVRecord row : table.rows()) {
      sexes.put(speaker(table.get(row, "speaker_id")), table.sex(row, "gender"));
    }
    return sexes;
  }
}
