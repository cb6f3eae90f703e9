// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ser inspect}: what a model says of itself, and what its network is made of. */
@Command(
    name = "inspect",
    description = "Show what a model is: labels, features, calibration, provenance, network.",
    footerHeading = "%nExamples:%n",
    footer = {"  ser inspect", "  ser inspect --json my.tflite | jq .provenance"})
final class InspectCommand implements Callable<Integer> {
  @ParentCommand private Ser ser;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = "A model made by `ser train`; the built-in one if left out.")
  private java.nio.file.Path file;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    return Ser.OK;
  }
}
