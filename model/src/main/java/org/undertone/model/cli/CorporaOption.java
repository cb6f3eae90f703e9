// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.model.corpus.AudioScan;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.corpus.Corpus;
import org.undertone.model.corpus.VerifiedCorpus;
import org.undertone.model.evaluate.EvaluationClips;
import picocli.CommandLine.Option;

/** The option that names corpora, and how they are opened: every clip is decoded and checked first. */
final class CorporaOption {
  /** Files named in the report for each reason; the rest is counted. */
  private static final int EXAMPLES = 5;

  @Option(
      names = "--corpus",
      paramLabel = "PATH",
      required = true,
      description =
          "A folder or zip of RAVDESS, CREMA-D, TESS, SAVEE, EmoDB, nEMO, ASED, AESDD, Rakshak,"
              + " emotiontts, EYASE, IndoWaveSentiment, CASIA, BanglaSER, IEMOCAP or LibriSpeech (all"
              + " neutral), or own clips with a metadata.csv. May be given several times.")
  private List<Path> paths;

  /**
   * Opens the corpora and reports on standard error what cannot be used.
   *
   * @throws IOException if one is not understood or cannot be read
   */
  List<VerifiedCorpus> open(Console console) throws IOException {
    return open(console, List.of());
  }

  /**
   * Opens the corpora, and after them some more. Of two copies of a recording the first stays, so that
   * a copy among the others is what is left out.
   *
   * @throws IOException if one is not understood or cannot be read
   */
  List<VerifiedCorpus> open(Console console, List<Path> others) throws IOException {
    List<Corpus> corpora = new ArrayList<>();
    for (List<Path> some : List.of(paths, others)) {
      for (Path path : some) {
        corpora.add(Corpora.open(path));
      }
    }
    return verify(console, corpora);
  }

  /** Decodes and checks every clip, and reports on standard error what cannot be used. */
  static List<VerifiedCorpus> verify(Console console, List<Corpus> corpora) {
    int clips = corpora.stream().mapToInt(corpus -> corpus.clips().size()).sum();
    List<VerifiedCorpus> verified;
    try (StepProgress progress = new StepProgress(console, "check", "clips", clips)) {
      verified = AudioScan.verify(corpora, progress);
    }
    for (VerifiedCorpus one : verified) {
      Corpus corpus = one.corpus();
      console
          .err()
          .printf(
              "%s: %d clips of %d speakers, %.0f s%n",
              corpus.name(), corpus.clips().size(), corpus.speakers().size(), one.seconds());
      corpus.report().lines(EXAMPLES).forEach(line -> console.err().println("  " + line));
    }
    return verified;
  }

  /**
   * Returns the clips of an evaluation.
   *
   * @param tested how many of the corpora, the first ones, are tested; the others are trained on alone
   * @throws IOException if there is no clip to test
   */
  static EvaluationClips evaluationClips(List<VerifiedCorpus> verified, int tested)
      throws IOException {
    try {
      return EvaluationClips.of(
          verified.subList(0, tested), verified.subList(tested, verified.size()));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Opens the corpora for an evaluation.
   *
   * @param trainOnly corpora that are trained on alone
   * @throws IOException if one is not understood or cannot be read, or there is no clip to test
   */
  EvaluationClips evaluationClips(Console console, List<Path> trainOnly) throws IOException {
    List<VerifiedCorpus> verified = open(console, trainOnly);
    return evaluationClips(verified, verified.size() - trainOnly.size());
  }

  /** Returns the clips of all corpora. */
  static List<Clip> clips(List<VerifiedCorpus> verified) {
    return verified.stream().flatMap(one -> one.corpus().clips().stream()).toList();
  }
}
