// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.Emotion;
import org.undertone.ser.feature.MfccSpec;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;
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
  private Path file;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ModelFile model = ModelOption.read(file);
    // The runtime checks the network, and knows best how it runs.
    try (TfliteClassifier classifier = new TfliteClassifier(model)) {
      show(model, NetworkFacts.of(model.network()), classifier.describe());
    }
    return Ser.OK;
  }

  private void show(ModelFile model, NetworkFacts facts, String listing) {
    if (json) {
      JsonObject object = model.spec().toJson();
      object.addProperty("file_bytes", model.size());
      object.addProperty("network_sha256", model.networkHash());
      object.addProperty("parameters", facts.parameters());
      object.addProperty("precision", facts.precision());
      object.add("operators", Json.LINE.toJsonTree(facts.operators()));
      ser.console().data().println(Json.PRETTY.toJson(object));
      ser.console().data().flush();
    } else {
      print(model, facts, listing);
    }
  }

  private void print(ModelFile model, NetworkFacts facts, String listing) {
    ModelSpec spec = model.spec();
    double hop = spec.mfcc().hopSeconds();
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("name", spec.name());
    rows.put(
        "labels", spec.labels().stream().map(Emotion::label).collect(Collectors.joining(", ")));
    rows.put("features", features(spec.mfcc()));
    rows.put("feature hash", spec.mfcc().hash());
    rows.put("window", frames(spec.windowFrames(), hop));
    rows.put("hop", frames(spec.hopFrames(), hop));
    rows.put("floor", text("%.0f dB below the loudest of the window", spec.floorDb()));
    rows.put("least speech", text("%.2f s in a window", spec.minSpeechSeconds()));
    rows.put("voice profile", text("prior of %.0f frames", spec.profilePriorFrames()));
    rows.put("temperature", text("%.3f", spec.temperature()));
    rows.put("unsure below", text("%.2f", spec.unsureThreshold()));
    rows.put("file", text("%,d bytes", model.size()));
    rows.put("parameters", text("%,d, %s", facts.parameters(), facts.precision()));
    rows.put("SHA-256", model.networkHash() + " (network)");
    rows.forEach((name, value) -> ser.console().out().println(text("%-14s %s", name, value)));
    String provenance = Json.PRETTY.toJson(JsonParser.parseString(spec.provenance()));
    ser.console().out().println("provenance     " + provenance.replace("\n", "\n               "));
    ser.console().out().println("network");
    listing.lines().forEach(line -> ser.console().out().println("  " + line.stripTrailing()));
  }

  private static String features(MfccSpec mfcc) {
    return text(
        "%d MFCC of %d mel bands, %.0f to %.0f Hz; %s of %d samples every %d at %d Hz",
        mfcc.nMfcc(),
        mfcc.nMels(),
        mfcc.fmin(),
        mfcc.fmax(),
        mfcc.center() ? "centred frames" : "frames",
        mfcc.nFft(),
        mfcc.hopLength(),
        mfcc.sampleRate());
  }

  private static String frames(int frames, double hopSeconds) {
    return text("%.2f s (%d frames)", frames * hopSeconds, frames);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
