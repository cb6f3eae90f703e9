// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.model.corpus.CorpusReport.Reason;
import org.undertone.ser.Emotion;

/** A corpus whose labels stand in the names of its files. */
abstract class NameFormat implements CorpusFormat {
  private final String name;
  private final String looksLike;
  private final Map<String, Emotion> emotions;

  /**
   * @param emotions the corpus' labels that have an equivalent among the eight emotions
   */
  NameFormat(String name, String looksLike, Map<String, Emotion> emotions) {
    this.name = name;
    this.looksLike = looksLike;
    this.emotions = Map.copyOf(emotions);
  }

  /**
   * Reads the facts out of a path.
   *
   * @throws IllegalArgumentException if the path does not follow the scheme; the message says where
   */
  abstract ClipFacts parse(String file);

  /** Returns sexes that stand in a list beside the recordings, by speaker. */
  Map<String, Sex> sexes(CorpusTree tree, CorpusBuilder builder) throws IOException {
    return Map.of();
  }

  /** Returns the name of the corpus that a clip counts for. */
  String corpus(ClipFacts facts) {
    return name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String looksLike() {
    return looksLike;
  }

  @Override
  public final boolean recognises(CorpusTree tree) {
    List<String> files = tree.audioFiles();
    long fitting = files.stream().filter(this::fits).count();
    return fitting > 0 && 2 * fitting > files.size();
  }

  private boolean fits(String file) {
    try {
      parse(file);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public final Corpus read(CorpusTree tree) throws IOException {
    CorpusBuilder builder = new CorpusBuilder(name, name);
    Map<String, Sex> sexes = sexes(tree, builder);
    for (String file : tree.audioFiles()) {
      try {
        ClipFacts facts = parse(file);
        add(builder, tree, file, facts.withSex(sexes.getOrDefault(facts.speaker(), facts.sex())));
      } catch (IllegalArgumentException e) {
        builder.reject(file, Reason.BAD_NAME, e.getMessage());
      }
    }
    builder.rejectUnsupported(tree);
    return builder.build();
  }

  private void add(CorpusBuilder builder, CorpusTree tree, String file, ClipFacts facts) {
    Emotion emotion = emotions.get(facts.label());
    if (emotion == null) {
      builder.reject(file, Reason.UNMAPPED_EMOTION, facts.label());
    } else {
      builder.add(tree, facts.clip(corpus(facts), file, emotion, tree.audio(file)));
    }
  }

  /** Returns a speaker's name that is unique across corpora. */
  final String speaker(String id) {
    return name + "_" + id;
  }

  /**
   * Matches a path, or what of it says the facts, with the scheme.
   *
   * @throws IllegalArgumentException if it is not of the scheme at all
   */
  final Matcher match(Pattern scheme, String text, String file) {
    Matcher matcher = scheme.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + FileNames.name(file) + "\" is not of the form " + looksLike);
    }
    return matcher;
  }
}
