// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.undertone.model.corpus.CorpusReport.Reason;
import org.undertone.model.corpus.CorpusReport.Rejection;
import org.undertone.ser.audio.Resampler;

/**
 * Decodes every clip once and takes out what is damaged, empty, or sounds the same sample for sample as an earlier clip. Of
 * two equal clips the first by corpus, then by file name, stays; none if their emotions differ, for nobody knows which is right.
 */
public final class AudioScan {
  /** Below this there is no speech worth the name; training also plays clips more slowly. */
  private static final int LEAST_RATE = 6000;

  /** What became of one clip: a scan, or the reason against it. */
  private record Outcome(ClipScan scan, Reason reason, String detail) {}

  private AudioScan() {}

  /** Verifies one corpus. Uses all cores. */
  public static VerifiedCorpus verify(Corpus corpus, Progress progress) {
    return verify(List.of(corpus), progress).get(0);
  }

  /** Verifies several corpora; copies are found across them too. Uses all cores. */
  public static List<VerifiedCorpus> verify(List<Corpus> corpora, Progress progress) {
    int total = corpora.stream().mapToInt(corpus -> corpus.clips().size()).sum();
    AtomicInteger done = new AtomicInteger();
    List<List<Outcome>> scans = new ArrayList<>();
    for (Corpus corpus : corpora) {
      scans.add(
          corpus.clips().parallelStream()
              .map(
                  clip -> {
                    Outcome outcome = scan(clip);
                    synchronized (progress) {
                      progress.at(done.incrementAndGet(), total);
                    }
                    return outcome;
                  })
              .toList());
    }
    Map<String, List<Clip>> clipsOfSound = clipsOfSound(corpora, scans);
    Set<String> heard = new HashSet<>();
    List<VerifiedCorpus> verified = new ArrayList<>();
    for (int i = 0; i < corpora.size(); i++) {
      verified.add(sift(corpora.get(i), scans.get(i), clipsOfSound, heard));
    }
    return verified;
  }

  /** Returns the clips of every sound, in order. */
  private static Map<String, List<Clip>> clipsOfSound(
      List<Corpus> corpora, List<List<Outcome>> scans) {
    Map<String, List<Clip>> clips = new HashMap<>();
    for (int i = 0; i < corpora.size(); i++) {
      for (int k = 0; k < scans.get(i).size(); k++) {
        Outcome outcome = scans.get(i).get(k);
        if (outcome.reason() == null) {
          clips
              .computeIfAbsent(outcome.scan().md5(), md5 -> new ArrayList<>())
              .add(corpora.get(i).clips().get(k));
        }
      }
    }
    return clips;
  }

  private static Outcome scan(Clip clip) {
    try {
      ClipScan scan = ClipScan.of(clip.audio());
      if (scan.sampleRate() < LEAST_RATE || scan.sampleRate() > Resampler.MAX_RATE / 2) {
        return new Outcome(
            null, Reason.UNREADABLE, "its sample rate is " + scan.sampleRate() + " Hz");
      }
      if (scan.samples() == 0) {
        return new Outcome(scan, Reason.EMPTY, "no samples");
      }
      return scan.peak() == 0
          ? new Outcome(scan, Reason.EMPTY, "all " + scan.samples() + " samples are zero")
          : new Outcome(scan, null, "");
    } catch (IOException e) {
      return new Outcome(null, Reason.UNREADABLE, e.getMessage());
    }
  }

  private static VerifiedCorpus sift(
      Corpus corpus,
      List<Outcome> outcomes,
      Map<String, List<Clip>> clipsOfSound,
      Set<String> heard) {
    MessageDigest digest = sha256();
    List<Clip> kept = new ArrayList<>();
    Map<String, String> sounds = new HashMap<>();
    List<Rejection> rejections = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    double seconds = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      Clip clip = corpus.clips().get(i);
      Outcome outcome = outcomes.get(i);
      if (outcome.reason() != null) {
        rejections.add(new Rejection(clip.file(), outcome.reason(), outcome.detail()));
        continue;
      }
      List<Clip> same = clipsOfSound.get(outcome.scan().md5());
      Optional<Clip> contrary =
          same.stream().filter(other -> other.emotion() != clip.emotion()).findFirst();
      if (contrary.isPresent()) {
        rejections.add(
            new Rejection(
                clip.file(),
                Reason.CONFLICTING_LABELS,
                clip.emotion().label()
                    + " here, "
                    + contrary.get().emotion().label()
                    + " in "
                    + contrary.get().id()));
        continue;
      }
      if (!heard.add(outcome.scan().md5())) {
        rejections.add(
            new Rejection(
                clip.file(), Reason.DUPLICATE_AUDIO, "sounds the same as " + same.get(0).id()));
        continue;
      }
      if (outcome.scan().truncated()) {
        notes.add(clip.file() + " ends before its header says; it is used as it is");
      }
      kept.add(clip);
      sounds.put(clip.id(), outcome.scan().md5());
      seconds += outcome.scan().seconds();
      String line = clip.file() + "\t" + outcome.scan().md5() + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    Corpus sifted =
        new Corpus(corpus.name(), corpus.format(), kept, corpus.report().plus(rejections, notes));
    return new VerifiedCorpus(sifted, seconds, HexFormat.of().formatHex(digest.digest()), sounds);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
