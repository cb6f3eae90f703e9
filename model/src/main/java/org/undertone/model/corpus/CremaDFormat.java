// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.undertone.ser.Emotion;

/**
 * CREMA-D: six emotions by 91 actors, English (Cao et al. 2014). The name says actor, sentence, emotion and level; the sexes
 * stand in VideoDemographics.csv.
 */
final class CremaDFormat extends NameFormat {
  private static final Pattern SCHEME =
      Pattern.compile("(1\\d{3})_([A-Z]{3})_(ANG|DIS|FEA|HAP|NEU|SAD)_(LO|MD|HI|XX?)");
  private static final String DEMOGRAPHICS = "VideoDemographics.csv";

  CremaDFormat() {
    super(
        "cremad",
        "1001_DFA_ANG_XX.wav",
        Map.of(
            "ANG", Emotion.ANGRY,
            "DIS", Emotion.DISGUST,
            "FEA", Emotion.FEARFUL,
            "HAP", Emotion.HAPPY,
            "NEU", Emotion.NEUTRAL,
            "SAD", Emotion.SAD));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, FileNames.stem(file), file);
    String level =
        switch (name.group(4)) {
          case "LO" -> "low";
          case "MD" -> "medium";
          case "HI" -> "high";
          default -> "";
        };
    return ClipFacts.of(speaker(name.group(1)), Sex.UNKNOWN, name.group(3))
        .saying(name.group(2), "")
        .withIntensity(level);
  }

  @Override
  Map<String, Sex> sexes(CorpusTree tree, CorpusBuilder builder) throws IOException {
    Optional<String> list = tree.find(DEMOGRAPHICS);
    if (list.isEmpty()) {
      builder.note("no " + DEMOGRAPHICS + ": the speakers' sexes are unknown");
      return Map.of();
    }
    CsvTable table = CsvTable.read(tree, list.get());
    table.require("ActorID", "Sex");
    Map<String, Sex> sexes = new HashMap<>();
    for (CSVRecord row : table.rows()) {
      sexes.put(speaker(table.get(row, "ActorID")), table.sex(row, "Sex"));
    }
    return sexes;
  }
}
