// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes four libraries that stand in for Android's libc, libm, libdl and liblog under glibc. The loader
 * matches what a library needs by name (SONAME) and symbol version (LIBC), so the library that needs
 * them is not touched: nearly all its symbols become jumps to glibc's functions of the same name, and
 * {@code bionic.c} holds those that differ.
 */
final class BionicShims {
  private static final Pattern EXPORT = Pattern.compile("ANDROID\\((\\w+)\\);");
  private static final Pattern UNDEFINED = Pattern.compile("\\s+U (\\w+)@+LIBC");
  private static final String VERSION_SCRIPT = "LIBC { };\n";

  private BionicShims() {}

  /** Copies a library out of an AAR, or as it is, to a folder named after its content. */
  static Path unpack(Path source, String entry, Path folder) throws IOException {
    byte[] library;
    if (source.toString().endsWith(".aar")) {
      try (ZipFile aar = new ZipFile(source.toFile())) {
        ZipEntry found = aar.getEntry(entry);
        if (found == null) {
          throw new IOException(source + " holds no " + entry);
        }
        try (InputStream in = aar.getInputStream(found)) {
          library = in.readAllBytes();
        }
      }
    } else {
      library = Files.readAllBytes(source);
    }
    Path target = folder.toAbsolutePath().resolve(hash(library, sources()));
    Path file = target.resolve(Path.of(entry).getFileName().toString());
    if (!Files.exists(file)) {
      Files.createDirectories(target);
      Path part = Files.createTempFile(target, "library", null);
      Files.write(part, library);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  /** Returns the libraries, in the order in which to load them, made anew if they are not there. */
  static List<Path> build(Path library) throws IOException {
    Path folder = library.resolveSibling("shims");
    if (!Files.exists(folder)) {
      // Made aside and moved, so that two JVMs at once see all of it or none.
      Path part = Files.createTempDirectory(library.getParent(), "shims");
      Files.writeString(part.resolve("version.map"), VERSION_SCRIPT);
      Files.writeString(part.resolve("empty.c"), "");
      Files.write(part.resolve("bionic.c"), resource("bionic.c"));
      Files.write(part.resolve("liblog.c"), resource("liblog.c"));
      Files.writeString(part.resolve("jumps.s"), jumps(symbols(library)));
      link(part, "libc.so", true, "bionic.c", "jumps.s");
      link(part, "libm.so", true, "empty.c");
      link(part, "libdl.so", true, "empty.c");
      link(part, "liblog.so", false, "liblog.c");
      try {
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        // Of many kinds by system: what counts is whether another JVM was faster, with the same
        // content.
        if (!Files.exists(folder)) {
          throw e;
        }
        System.Logger log = System.getLogger(BionicShims.class.getName());
        log.log(System.Logger.Level.DEBUG, "using the shims of another process");
      }
    }
    return List.of(
        folder.resolve("libc.so"),
        folder.resolve("libm.so"),
        folder.resolve("libdl.so"),
        folder.resolve("liblog.so"));
  }

  /** Returns the symbols that the library wants of Android's libraries, by their version. */
  private static Set<String> symbols(Path library) throws IOException {
    String listing =
        run(library.getParent(), List.of("nm", "-D", "--undefined-only", library.toString()));
    Set<String> names = new TreeSet<>();
    for (Matcher match = UNDEFINED.matcher(listing); match.find(); ) {
      names.add(match.group(1));
    }
    if (names.isEmpty()) {
      throw new IOException(library + " wants nothing of Android: is it its library for x86-64?");
    }
    return names;
  }

  private static String jumps(Set<String> symbols) throws IOException {
    Set<String> ownSymbols = new TreeSet<>();
    String source = new String(resource("bionic.c"), StandardCharsets.UTF_8);
    for (Matcher match = EXPORT.matcher(source); match.find(); ) {
      ownSymbols.add(match.group(1));
    }
    return symbols.stream()
        .filter(symbol -> !ownSymbols.contains(symbol))
        .map(BionicShims::jump)
        .collect(
            Collectors.joining("", "\t.text\n", "\t.section .note.GNU-stack,\"\",@progbits\n"));
  }

  private static String jump(String symbol) {
    return """
        \t.globl android_%1$s
        \t.type android_%1$s, @function
        android_%1$s:
        \tjmp *%1$s@GOTPCREL(%%rip)
        \t.size android_%1$s, .-android_%1$s
        \t.symver android_%1$s, %1$s@LIBC
        """
        .formatted(symbol);
  }

  private static void link(Path folder, String name, boolean versioned, String... sources)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("gcc", "-shared", "-fPIC", "-O1", "-o", name));
    command.addAll(List.of(sources));
    command.add("-Wl,-soname," + name);
    if (versioned) {
      command.add("-Wl,--version-script,version.map");
    }
    // A symbol that glibc has not is told here, by name.
    command.addAll(List.of("-Wl,--no-undefined", "-lm", "-ldl", "-lpthread"));
    run(folder, command);
  }

  private static String run(Path folder, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + " failed:\n" + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command.get(0) + " was interrupted", e);
    }
    return output;
  }

  /** Returns all that the shims are made of, so that a change makes them anew. */
  private static byte[] sources() throws IOException {
    String all =
        new String(resource("bionic.c"), StandardCharsets.UTF_8)
            + new String(resource("liblog.c"), StandardCharsets.UTF_8)
            + jump("symbol");
    return all.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = BionicShims.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return in.readAllBytes();
    }
  }

  private static String hash(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
