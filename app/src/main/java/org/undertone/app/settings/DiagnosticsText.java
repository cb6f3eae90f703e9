// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.content.Context;
import android.os.Build;
import android.text.format.Formatter;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undertone.app.R;
import org.undertone.app.capture.Latency;
import org.undertone.app.infer.DelegateDecision;
import org.undertone.app.infer.LoadedModel;
import org.undertone.app.infer.SelfTestResult;
import org.undertone.ser.infer.ModelSpec;

/** Puts model, delegate and speed into words: names and values, in the order of the screen. */
final class DiagnosticsText {
  private final Context context;
  private final Locale locale;
  private final Map<String, String> lines = new LinkedHashMap<>();

  private DiagnosticsText(Context context) {
    this.context = context;
    locale = context.getResources().getConfiguration().getLocales().get(0);
  }

  static Map<String, String> of(
      Context context, DiagnosticsViewModel.Finding finding, Latency latency) {
    DiagnosticsText text = new DiagnosticsText(context);
    if (!finding.trouble().isEmpty()) {
      text.add(
          R.string.diagnostics_model,
          context.getString(R.string.diagnostics_trouble, finding.trouble()));
    }
    if (finding.decision() != null) {
      text.decision(finding.decision());
    }
    text.latency(latency);
    if (finding.model() != null) {
      text.model(finding.model());
    }
    text.add(
        R.string.diagnostics_phone,
        Build.MANUFACTURER + " " + Build.MODEL + ", Android " + Build.VERSION.RELEASE);
    text.add(R.string.diagnostics_version, AppVersion.name(context));
    return text.lines;
  }

  private void decision(DelegateDecision decision) {
    add(R.string.diagnostics_wanted, context.getString(ModelWords.of(decision.requested())));
    add(
        R.string.diagnostics_runs_on,
        context.getString(
            R.string.diagnostics_delegate_value,
            context.getString(ModelWords.of(decision.used())),
            context.getString(ModelWords.of(decision.reason()))));
    SelfTestResult test = decision.selfTest();
    add(
        R.string.diagnostics_self_test,
        test.passed()
            ? context.getString(
                R.string.diagnostics_self_test_passed,
                String.format(locale, "%.1e", test.maxDifference()))
            : context.getString(
                R.string.diagnostics_self_test_failed,
                context.getString(ModelWords.of(test.reason()))));
    add(
        R.string.diagnostics_inference,
        context.getString(
            R.string.diagnostics_microseconds, String.format(locale, "%.0f", test.medianMicros())));
  }

  private void latency(Latency latency) {
    add(
        R.string.diagnostics_latency,
        latency.verdicts() == 0
            ? context.getString(R.string.diagnostics_latency_none)
            : context.getString(
                R.string.diagnostics_latency_value,
                milliseconds(latency.p50Millis()),
                milliseconds(latency.p95Millis()),
                latency.verdicts()));
  }

  private String milliseconds(double millis) {
    return context.getString(
        R.string.diagnostics_milliseconds, String.format(locale, "%.0f", millis));
  }

  private void model(LoadedModel model) {
    ModelSpec spec = model.spec();
    double hop = spec.mfcc().hopSeconds();
    add(R.string.diagnostics_model, model.name() + " (" + model.fileName() + ")");
    add(R.string.diagnostics_size, Formatter.formatFileSize(context, model.sizeBytes()));
    add(
        R.string.diagnostics_window,
        context.getString(
            R.string.diagnostics_window_value,
            String.format(locale, "%.1f", spec.windowFrames() * hop),
            String.format(locale, "%.1f", spec.hopFrames() * hop),
            spec.mfcc().sampleRate()));
    add(R.string.diagnostics_hash, model.hash());
    add(R.string.diagnostics_provenance, corpora(model.provenance()));
  }

  /** Returns the corpora that a provenance names; all of it if it names none. */
  private String corpora(String provenance) {
    try {
      List<String> names = new ArrayList<>();
      for (JsonElement corpus :
          JsonParser.parseString(provenance).getAsJsonObject().getAsJsonArray("corpora")) {
        JsonObject fields = corpus.getAsJsonObject();
        names.add(
            context.getString(
                R.string.diagnostics_corpus,
                fields.get("name").getAsString(),
                fields.get("clips").getAsInt(),
                fields.get("speakers").getAsInt()));
      }
      return names.isEmpty() ? provenance : String.join("\n", names);
    } catch (RuntimeException e) {
      // Provenance is whatever the maker of the model wrote.
      return provenance;
    }
  }

  private void add(int name, String value) {
    lines.merge(context.getString(name), value, (before, more) -> before + "\n" + more);
  }
}
