// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The largest size that an APK may have.
 *
 * @param bytes the limit, inclusive
 */
record SizeLimit(long bytes) {
  private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(kB|MB)");
  private static final double MEGABYTE = 1e6;

  /** Reads a limit such as "8 MB"; a megabyte is a million bytes, as stores and phones count. */
  static SizeLimit parse(String text) throws MojoExecutionException {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new MojoExecutionException(
          "\"" + text + "\" is no size: write a number and kB or MB, for example 8 MB");
    }
    double unit = "MB".equals(matcher.group(2)) ? MEGABYTE : MEGABYTE / 1000;
    return new SizeLimit(Math.round(Double.parseDouble(matcher.group(1)) * unit));
  }

  /** Fails if {@code apk} is larger, and names what takes most room in it. */
  void check(Path apk) throws IOException, MojoExecutionException {
    long size = Files.size(apk);
    if (size > bytes) {
      StringBuilder largest = new StringBuilder();
      for (Map.Entry<String, Long> entry : ApkPackager.largestEntries(apk, 5)) {
        largest.append("%n  %s  %s".formatted(inMegabytes(entry.getValue()), entry.getKey()));
      }
      throw new MojoExecutionException(
          "%s has %s; <maxSizes> allows %s. The largest parts:%s"
              .formatted(apk, inMegabytes(size), inMegabytes(bytes), largest));
    }
  }

  static String inMegabytes(long bytes) {
    return String.format(Locale.ROOT, "%.2f MB", bytes / MEGABYTE);
  }
}
