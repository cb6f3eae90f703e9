// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What a run of the command wrote, and its exit code. */
record SerRun(int exitCode, String out, String err) {

  static SerRun of(String... args) {
    return of(List.of(), StandardCharsets.UTF_8, args);
  }

  /** Runs with bytes on standard input. */
  static SerRun withInput(byte[] input, String... args) {
    return run(input, StandardCharsets.UTF_8, args);
  }

  /** Runs with words after the arguments, on a terminal of that charset. */
  static SerRun of(List<String> more, Charset charset, String... args) {
    String[] all = new String[args.length + more.size()];
    System.arraycopy(args, 0, all, 0, args.length);
    for (int i = 0; i < more.size(); i++) {
      all[args.length + i] = more.get(i);
    }
    return run(new byte[0], charset, all);
  }

  private static SerRun run(byte[] input, Charset charset, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = Console.of(out, err, new ByteArrayInputStream(input), charset, false);
    int code = Ser.run(console, args);
    return new SerRun(code, out.toString(charset), err.toString(charset));
  }

  /** Returns the output's lines as JSON objects. */
  List<JsonObject> json() {
    return out.lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .collect(Collectors.toList());
  }
}
