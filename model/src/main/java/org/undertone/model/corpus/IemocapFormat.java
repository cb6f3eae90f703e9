// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.model.corpus.CorpusReport.Reason;
import org.undertone.ser.Emotion;

/**
 * IEMOCAP: dialogues of ten actors, English (Busso et al. 2008). Labels stand in Session1/dialog/EmoEvaluation/DIALOG.txt, one
 * line a turn; sound in Session1/sentences/wav/DIALOG/TURN.wav. Excitement counts as happy, as is usual; frustration, "other" and
 * turns without agreement (xxx) have no equivalent here. The speaker is the session with the letter of the turn, not of the
 * dialogue, which only says who wore the markers.
 */
final class IemocapFormat implements CorpusFormat {
  private static final Pattern EVALUATION =
      Pattern.compile("(?:(.*)/)?(Session\\d)/dialog/EmoEvaluation/(Ses[^/]+)\\.txt");
  private static final Pattern LINE =
      Pattern.compile("\\[[\\d.]+ - [\\d.]+\\]\\s+(\\S+)\\s+(\\S+)\\s+\\[.*");
  private static final Pattern TURN = Pattern.compile("Ses(\\d\\d)[FM]_(.+)_([FM])[^_]+");
  private static final Map<String, Emotion> EMOTIONS =
      Map.of(
          "ang", Emotion.ANGRY,
          "hap", Emotion.HAPPY,
          "exc", Emotion.HAPPY,
          "sad", Emotion.SAD,
          "neu", Emotion.NEUTRAL,
          "fea", Emotion.FEARFUL,
          "dis", Emotion.DISGUST,
          "sur", Emotion.SURPRISED);

  @Override
  public String name() {
    return "iemocap";
  }

  @Override
  public String looksLike() {
    return "Session1/dialog/EmoEvaluation/Ses01F_impro01.txt and"
        + " Session1/sentences/wav/Ses01F_impro01/Ses01F_impro01_F000.wav";
  }

  @Override
  public boolean recognises(CorpusTree tree) {
    return tree.files().stream().anyMatch(file -> EVALUATION.matcher(file).matches());
  }

  @Override
  public Corpus read(CorpusTree tree) throws IOException {
    CorpusBuilder builder = new CorpusBuilder(name(), name());
    Set<String> listed = new HashSet<>();
    boolean found = false;
    for (String file : tree.files()) {
      Matcher evaluation = EVALUATION.matcher(file);
      if (evaluation.matches()) {
        found = true;
        String base = evaluation.group(1) == null ? "" : evaluation.group(1) + "/";
        String sound = base + evaluation.group(2) + "/sentences/wav/" + evaluation.group(3) + "/";
        readDialogue(tree, builder, file, sound, listed);
      }
    }
    if (!found) {
      throw new IOException(tree.location() + " is not IEMOCAP: it lacks " + looksLike());
    }
    for (String file : tree.audioFiles()) {
      if (!listed.contains(file)) {
        builder.reject(file, Reason.NOT_LISTED, "no evaluation names it");
      }
    }
    builder.rejectUnsupported(tree);
    return builder.build();
  }

  private void readDialogue(
      CorpusTree tree, CorpusBuilder builder, String file, String sound, Set<String> listed)
      throws IOException {
    for (String line : lines(tree, file)) {
      if (!line.startsWith("[")) {
        continue;
      }
      Matcher fields = LINE.matcher(line);
      Matcher turn = TURN.matcher(fields.matches() ? fields.group(1) : "");
      if (!turn.matches()) {
        builder.reject(file, Reason.BAD_ROW, "\"" + line + "\" is no evaluation of a turn");
        continue;
      }
      String path = sound + turn.group() + ".wav";
      if (!tree.contains(path)) {
        path = sound + turn.group() + ".flac";
      }
      if (!tree.contains(path)) {
        builder.reject(sound + turn.group() + ".wav", Reason.MISSING, file + " evaluates it");
        continue;
      }
      listed.add(path);
      add(tree, builder, path, turn, fields.group(2).toLowerCase(Locale.ROOT));
    }
  }

  private void add(
      CorpusTree tree, CorpusBuilder builder, String path, Matcher turn, String label) {
    Emotion emotion = EMOTIONS.get(label);
    if (emotion == null) {
      builder.reject(path, Reason.UNMAPPED_EMOTION, label);
      return;
    }
    String speaker = name() + "_" + turn.group(1) + turn.group(3);
    ClipFacts facts = ClipFacts.of(speaker, Sex.of(turn.group(3)), label).saying(turn.group(2), "");
    builder.add(tree, facts.clip(name(), path, emotion, tree.audio(path)));
  }

  private static List<String> lines(CorpusTree tree, String file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(tree.open(file), StandardCharsets.ISO_8859_1))) {
      return reader.lines().toList();
    }
  }
}
