// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The three standard streams of a command, so that tests can hold other ends.
 *
 * @param out results
 * @param err messages and progress
 * @param in standard input
 * @param charset what the terminal shows
 * @param interactive whether messages go to a terminal, where a progress bar can be redrawn
 */
record Console(
    PrintStream out, PrintStream err, InputStream in, Charset charset, boolean interactive) {

  /** Returns the streams of this process. */
  static Console system() {
    Charset charset = terminalCharset();
    return of(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
        new FileOutputStream(FileDescriptor.err),
        System.in,
        charset,
        isTerminal());
  }

  /** Wraps streams. */
  static Console of(
      OutputStream out, OutputStream err, InputStream in, Charset charset, boolean interactive) {
    return new Console(
        new PrintStream(out, false, charset),
        new PrintStream(err, true, charset),
        in,
        charset,
        interactive);
  }

  /** Returns standard output for data, which is UTF-8 whatever the terminal shows. */
  PrintStream data() {
    return new PrintStream(out, false, StandardCharsets.UTF_8);
  }

  /** Returns whether the terminal shows this text. */
  boolean canShow(String text) {
    return charset.canEncode() && charset.newEncoder().canEncode(text);
  }

  private static Charset terminalCharset() {
    // Java 19 and later tell it apart from the encoding of files.
    String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : StandardCharsets.US_ASCII;
  }

  /**
   * Java tells it of standard input and output, both together, but not of standard error; Linux does.
   * Where nothing tells, no bar is better than one in a log.
   */
  private static boolean isTerminal() {
    Path link = Path.of("/proc/self/fd/2");
    try {
      String target = Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "";
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
