// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * An unpacked Android library (AAR).
 *
 * @param name the artifact and its version, unique in a build
 * @param folder where it is unpacked
 */
record AarLibrary(String name, Path folder) {
  private static final Pattern PACKAGE =
      Pattern.compile("<manifest\\b[^>]*\\bpackage=\"([^\"]+)\"");
  private static final String CLASSES = "all-classes.jar";

  /** Unpacks {@code aar} below {@code folder}, unless that was done before. */
  static AarLibrary unpack(String name, Path aar, Path folder) throws IOException {
    AarLibrary library = new AarLibrary(name, folder.resolve(name));
    Path stamp = folder.resolve(name + ".stamp");
    String value = new Stamp().addIdentity(aar).value();
    if (!Stamp.matches(stamp, value)) {
      Trees.delete(library.folder);
      Trees.unzip(aar, library.folder);
      library.joinJars();
      Stamp.write(stamp, value);
    }
    return library;
  }

  /** All classes of the library in one JAR: an AAR may bring further JARs beside its own classes. */
  Path classes() {
    return folder.resolve(CLASSES);
  }

  Path manifest() {
    return folder.resolve("AndroidManifest.xml");
  }

  Path resources() {
    return folder.resolve("res");
  }

  Path assets() {
    return folder.resolve("assets");
  }

  /** Native libraries, one folder an ABI. */
  Path nativeLibraries() {
    return folder.resolve("jni");
  }

  /** The names of the resources that the library's code uses. */
  Path symbols() {
    return folder.resolve("R.txt");
  }

  /** What the shrinker must keep, where the library says so. */
  Path shrinkerRules() {
    return folder.resolve("proguard.txt");
  }

  /** The package of the library's R class. */
  String packageName() throws IOException {
    return manifestPackage(manifest())
        .orElseThrow(() -> new IOException(manifest() + " names no package"));
  }

  static Optional<String> manifestPackage(Path manifest) throws IOException {
    Matcher matcher = PACKAGE.matcher(Files.readString(manifest));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private void joinJars() throws IOException {
    List<Path> extra =
        Trees.files(folder.resolve("libs")).stream()
            .filter(file -> file.toString().endsWith(".jar"))
            .toList();
    Path own = folder.resolve("classes.jar");
    if (extra.isEmpty() && Files.exists(own)) {
      Files.move(own, classes());
      return;
    }
    Set<String> written = new HashSet<>();
    try (ZipOutputStream out =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(classes())))) {
      // A JAR must have an entry: a library of resources alone has no class.
      out.putNextEntry(new ZipEntry("META-INF/"));
      written.add("META-INF/");
      if (Files.exists(own)) {
        copyEntries(own, out, written);
      }
      for (Path jar : extra) {
        copyEntries(jar, out, written);
      }
    }
  }

  private static void copyEntries(Path jar, ZipOutputStream out, Set<String> written)
      throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (written.add(entry.getName())) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          zip.getInputStream(entry).transferTo(out);
        }
      }
    }
  }
}
