// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Opens corpora, in a folder or in a zip, whichever of the known formats they are in. */
public final class Corpora {
  // Lists say more than names do, so they are asked first. The schemes of names exclude each other,
  // but for BanglaSER's, which most of RAVDESS fits, and which RAVDESS' own seldom does.
  private static final List<CorpusFormat> FORMATS =
      List.of(
          new ManifestFormat(),
          new OwnClipsFormat(),
          new IemocapFormat(),
          new RavdessFormat(),
          new CremaDFormat(),
          new TessFormat(),
          new SaveeFormat(),
          new EmoDbFormat(),
          new NemoFormat(),
          new AsedFormat(),
          new AesddFormat(),
          new RakshakFormat(),
          new EmotionTtsFormat(),
          new EyaseFormat(),
          new IndoWaveFormat(),
          new CasiaFormat(),
          new BanglaSerFormat(),
          new LibriSpeechFormat());
  private static final int EXAMPLES = 3;

  private Corpora() {}

  /** Returns the names of the formats, for {@link #open(Path, String)}. */
  public static List<String> formats() {
    return FORMATS.stream().map(CorpusFormat::name).toList();
  }

  /**
   * Reads the labels of a corpus and finds out its format. No sound is opened: see {@link AudioScan}.
   *
   * @param location a folder or a zip
   * @throws IOException if it cannot be read or is of no known format; the message lists those that are
   */
  public static Corpus open(Path location) throws IOException {
    CorpusTree tree = tree(location);
    for (CorpusFormat format : FORMATS) {
      if (format.recognises(tree)) {
        return format.read(tree);
      }
    }
    throw new IOException(unknown(tree));
  }

  /**
   * Reads the labels of a corpus of a stated format.
   *
   * @param format one of {@link #formats()}
   * @throws IOException if it cannot be read, or nothing in it is of that format
   * @throws IllegalArgumentException if there is no such format
   */
  public static Corpus open(Path location, String format) throws IOException {
    for (CorpusFormat known : FORMATS) {
      if (known.name().equals(format)) {
        Corpus corpus = known.read(tree(location));
        if (corpus.clips().isEmpty() && corpus.report().rejections().isEmpty()) {
          throw new IOException(
              location + " holds no recordings; " + format + " is " + known.looksLike());
        }
        return corpus;
      }
    }
    throw new IllegalArgumentException(
        "no format is called \"" + format + "\"; there are " + formats());
  }

  private static CorpusTree tree(Path location) throws IOException {
    if (!Files.exists(location)) {
      throw new NoSuchFileException(location + " does not exist");
    }
    return Files.isDirectory(location) ? new FolderTree(location) : new ZipTree(location);
  }

  private static String unknown(CorpusTree tree) {
    StringBuilder message = new StringBuilder();
    message.append(tree.location()).append(" is no corpus that is known here. It holds ");
    List<String> audio = tree.audioFiles();
    if (audio.isEmpty()) {
      message.append("no WAV or FLAC files");
      long zips =
          tree.files().stream()
              .filter(file -> file.toLowerCase(Locale.ROOT).endsWith(".zip"))
              .count();
      message.append(zips > 0 ? ", but zips: open one of them" : "");
    } else {
      message.append(audio.size()).append(" recordings such as ");
      message.append(audio.stream().limit(EXAMPLES).collect(Collectors.joining(", ")));
    }
    message.append(". Understood are:");
    for (CorpusFormat format : FORMATS) {
      message.append("\n  ").append(format.name()).append(": ").append(format.looksLike());
    }
    return message.toString();
  }
}
