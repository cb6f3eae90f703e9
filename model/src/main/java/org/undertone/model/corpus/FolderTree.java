// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.undertone.ser.audio.AudioSource;

/** A corpus in a folder, with all its subfolders. */
final class FolderTree implements CorpusTree {

  private record FileAudio(Path file) implements ClipAudio {
    @Override
    public AudioSource open() throws IOException {
      return AudioFiles.open(file);
    }
  }

  private final Path folder;
  private final NavigableMap<String, Long> sizes = new TreeMap<>();
  private final List<String> files;

  FolderTree(Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (Files.isRegularFile(path)) {
          sizes.put(relative(path), Files.size(path));
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException("cannot read all of " + folder + ": " + e.getMessage(), e);
    }
    this.files = List.copyOf(sizes.keySet());
  }

  private String relative(Path path) {
    Path relative = folder.relativize(path);
    StringBuilder text = new StringBuilder();
    relative.forEach(part -> text.append(text.isEmpty() ? "" : "/").append(part));
    return text.toString();
  }

  @Override
  public Path location() {
    return folder;
  }

  @Override
  public List<String> files() {
    return files;
  }

  @Override
  public boolean contains(String file) {
    return sizes.containsKey(file);
  }

  @Override
  public long size(String file) {
    return sizes.get(file);
  }

  @Override
  public InputStream open(String file) throws IOException {
    return Files.newInputStream(folder.resolve(file));
  }

  @Override
  public ClipAudio audio(String file) {
    return new FileAudio(folder.resolve(file));
  }
}
