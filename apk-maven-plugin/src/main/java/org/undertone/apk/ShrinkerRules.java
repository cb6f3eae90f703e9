// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import com.android.tools.r8.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Rules that say what the shrinker must keep.
 *
 * @param origin where they were found, for messages
 */
record ShrinkerRules(String origin, List<String> lines) {
  private static final Pattern OF_R8 =
      Pattern.compile("META-INF/com\\.android\\.tools/r8(-from-([\\d.]+))?(-upto-([\\d.]+))?/.+");
  private static final Pattern OF_ANY = Pattern.compile("META-INF/proguard/.+");
  private static final String BUILT_IN = "default-rules.pro";

  /** The rules of the plugin itself, of the libraries (proguard.txt in AARs, META-INF in JARs), and those in {@code files}. */
  static List<ShrinkerRules> collect(Libraries libraries, List<Path> files)
      throws IOException, MojoExecutionException {
    List<ShrinkerRules> all = new ArrayList<>();
    all.add(builtIn());
    for (AarLibrary library : libraries.packed()) {
      if (Files.exists(library.shrinkerRules())) {
        all.add(read(library.shrinkerRules()));
      }
    }
    for (Path jar : libraries.jars()) {
      all.addAll(ofJar(jar));
    }
    for (Path jar : libraries.siblings()) {
      all.addAll(ofJar(jar));
    }
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new MojoExecutionException(
            "The shrinker's rules %s are missing: write the file, or change <shrinkerRules>"
                .formatted(file));
      }
      all.add(read(file));
    }
    return all;
  }

  /**
   * The rules in a JAR: those for R8 of our version, or else those for any shrinker
   * (developer.android.com, "Add consumer rules to a JAR").
   */
  static List<ShrinkerRules> ofJar(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      return List.of();
    }
    List<ShrinkerRules> ofR8 = new ArrayList<>();
    List<ShrinkerRules> ofAny = new ArrayList<>();
    boolean anyForR8 = false;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Matcher versioned = OF_R8.matcher(entry.getName());
        if (entry.isDirectory()) {
          continue;
        }
        if (versioned.matches()) {
          anyForR8 = true;
          if (suits(versioned.group(2), versioned.group(4))) {
            ofR8.add(read(jar, zip, entry));
          }
        } else if (OF_ANY.matcher(entry.getName()).matches()) {
          ofAny.add(read(jar, zip, entry));
        }
      }
    }
    return anyForR8 ? ofR8 : ofAny;
  }

  private static boolean suits(String from, String upTo) {
    ComparableVersion ours = new ComparableVersion(Version.LABEL);
    return (from == null || ours.compareTo(new ComparableVersion(from)) >= 0)
        && (upTo == null || ours.compareTo(new ComparableVersion(upTo)) < 0);
  }

  private static ShrinkerRules builtIn() throws IOException {
    try (InputStream in = ShrinkerRules.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IOException("The plugin lacks its " + BUILT_IN);
      }
      return new ShrinkerRules(BUILT_IN, text(in).lines().toList());
    }
  }

  private static ShrinkerRules read(Path file) throws IOException {
    return new ShrinkerRules(file.toString(), Files.readAllLines(file));
  }

  private static ShrinkerRules read(Path jar, ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new ShrinkerRules(jar + "!" + entry.getName(), text(in).lines().toList());
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
