// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.undertone.ser.audio.AudioSource;

/**
 * A corpus in a zip, read where it is. Every opened file opens the zip anew: the JDK keeps one table of contents for all that
 * are open at once.
 */
final class ZipTree implements CorpusTree {

  private record EntryAudio(Path zip, String entry) implements ClipAudio {
    @Override
    public AudioSource open() throws IOException {
      return AudioFiles.open(openEntry(zip, entry), zip + "!" + entry);
    }
  }

  /** Closes the zip with the entry. */
  private static final class EntryStream extends FilterInputStream {
    private final ZipFile file;

    EntryStream(ZipFile file, InputStream in) {
      super(in);
      this.file = file;
    }

    @Override
    public void close() throws IOException {
      try (file) {
        super.close();
      }
    }
  }

  private final Path zip;
  private final NavigableMap<String, Long> sizes = new TreeMap<>();
  private final List<String> files;

  ZipTree(Path zip) throws IOException {
    this.zip = zip;
    try (ZipFile file = new ZipFile(zip.toFile())) {
      file.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry -> sizes.put(entry.getName(), entry.getSize()));
    } catch (ZipException e) {
      throw new IOException(zip + " is not a zip that can be read: " + e.getMessage(), e);
    }
    this.files = List.copyOf(sizes.keySet());
  }

  private static InputStream openEntry(Path zip, String name) throws IOException {
    ZipFile file = new ZipFile(zip.toFile());
    try {
      ZipEntry entry = file.getEntry(name);
      if (entry == null) {
        throw new IOException(zip + " no longer holds " + name);
      }
      return new EntryStream(file, file.getInputStream(entry));
    } catch (IOException | RuntimeException e) {
      try (file) {
        throw e;
      }
    }
  }

  @Override
  public Path location() {
    return zip;
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
    return openEntry(zip, file);
  }

  @Override
  public ClipAudio audio(String file) {
    return new EntryAudio(zip, file);
  }
}
