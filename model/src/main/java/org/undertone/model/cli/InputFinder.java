// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.model.corpus.ClipAudio;

/**
 * Finds the recordings that arguments name: files, folders and zips (the {@code .wav} and {@code
 * .flac} files in them, at any depth) and glob patterns. What cannot be found becomes an {@link Input} with a
 * problem, in its place.
 */
final class InputFinder {
  private static final String NO_RECORDINGS = "holds no .wav or .flac file";
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  private final List<Input> inputs = new ArrayList<>();
  private boolean batch;

  /** Looks for what the arguments name, in their order; files of a folder are sorted by path. */
  InputFinder(List<String> arguments) {
    for (String argument : arguments) {
      find(argument);
    }
    batch |= arguments.size() > 1;
  }

  /** Returns what was found. */
  List<Input> inputs() {
    return inputs;
  }

  /** Returns whether more than one file was meant. */
  boolean isBatch() {
    return batch;
  }

  private void find(String argument) {
    if (argument.isEmpty()) {
      inputs.add(Input.problem(argument, "an empty name: name a file or a folder"));
      return;
    }
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException e) {
      inputs.add(Input.problem(argument, "not a path: " + e.getMessage()));
      return;
    }
    if (Files.isDirectory(path)) {
      batch = true;
      walk(argument, path, Integer.MAX_VALUE, InputFinder::isRecording, NO_RECORDINGS);
    } else if (!Files.exists(path) && WILDCARD.matcher(argument).find()) {
      batch = true;
      glob(argument, path);
    } else if (isZip(path)) {
      batch = true;
      zip(argument, path);
    } else {
      inputs.add(Input.of(argument, path));
    }
  }

  /** Names what is in the zip as its errors do: the zip, an exclamation mark, the path within. */
  private void zip(String argument, Path path) {
    try {
      Map<String, ClipAudio> audio = AudioFiles.inZip(path);
      audio.forEach((file, sound) -> inputs.add(new Input(path + "!" + file, sound, null)));
      if (audio.isEmpty()) {
        inputs.add(Input.problem(argument, NO_RECORDINGS));
      }
    } catch (IOException e) {
      inputs.add(Input.problem(argument, e));
    }
  }

  private static boolean isZip(Path path) {
    return Files.isRegularFile(path)
        && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private void glob(String argument, Path path) {
    int fixed = 0;
    while (fixed < path.getNameCount()
        && !WILDCARD.matcher(path.getName(fixed).toString()).find()) {
      fixed++;
    }
    Path root = path.getRoot();
    Path folder = fixed == 0 ? Path.of("") : path.subpath(0, fixed);
    Path start = root == null ? folder : root.resolve(folder);
    Path pattern = path.subpath(fixed, path.getNameCount());
    int depth = pattern.toString().contains("**") ? Integer.MAX_VALUE : pattern.getNameCount();
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      walk(
          argument,
          start,
          depth,
          file -> matcher.matches(start.toString().isEmpty() ? file : start.relativize(file)),
          "matches no file");
    } catch (PatternSyntaxException e) {
      inputs.add(Input.problem(argument, "not a glob pattern: " + e.getDescription()));
    }
  }

  private void walk(String argument, Path start, int depth, Predicate<Path> wanted, String none) {
    List<Input> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new Collector(wanted, found));
    } catch (IOException e) {
      found.add(Input.problem(argument, e));
    }
    if (found.isEmpty()) {
      found.add(Input.problem(argument, none));
    }
    found.sort(Comparator.comparing(Input::name));
    inputs.addAll(found);
  }

  private static boolean isRecording(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".wav") || name.endsWith(".wave") || name.endsWith(".flac");
  }

  /** Takes the files that are wanted; files that begin with a dot belong to the system. */
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Predicate<Path> wanted;
    private final List<Input> found;

    Collector(Predicate<Path> wanted, List<Input> found) {
      this.wanted = wanted;
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // At the depth limit, folders come here as well.
      if (!attributes.isDirectory()
          && !file.getFileName().toString().startsWith(".")
          && wanted.test(file)) {
        found.add(Input.of(file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      if (!(problem instanceof FileSystemLoopException)) {
        found.add(Input.problem(file.toString(), problem));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
