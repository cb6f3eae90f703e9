// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AblationReportTest {
  private static EvaluationReport right(int... ofTen) {
    Outcome outcome = Outcome.ofStrangers(Predictions.right(ofTen));
    return new EvaluationReport("a protocol", List.of("a note"), outcome);
  }

  private static AblationReport compare(EvaluationReport recipe, EvaluationReport variant) {
    return new AblationReport(
        List.of(
            new AblationReport.Variant("recipe", "", recipe),
            new AblationReport.Variant("louder", "gain=2", variant)));
  }

  private static String text(AblationReport report) {
    StringWriter text = new StringWriter();
    report.print(new PrintWriter(text, true));
    return text.toString();
  }

  @Test
  void theErrorIsThatOfTheMeanOverTheFolds() {
    // Differences of 0.1, 0.2 and 0.6: mean 0.3, deviation 0.2646, divided by the root of 3 0.1528.
    AblationReport report = compare(right(4, 5, 2), right(5, 7, 8));
    JsonObject louder = report.toJson().getAsJsonArray("variants").get(1).getAsJsonObject();
    assertThat(louder.getAsJsonObject("wa_difference"))
        .hasToString("{\"mean\":0.3,\"standard_error\":0.1528}");
    assertThat(text(report))
        .startsWith("a protocol")
        .contains("a note")
        .containsPattern("(?m)^recipe +36\\.7 .*\\d$")
        .containsPattern("(?m)^louder +66\\.7 .* \\+30\\.0 ± 15\\.3   gain=2$")
        .contains("other folds: WA 66.7 % ± 15.3 (louder in 3)");
  }

  @Test
  void aSingleFoldHasNoError() {
    AblationReport report = compare(right(4), right(3));
    assertThat(text(report)).contains("-10.0 ± -   gain=2").doesNotContain("Each fold by");
    assertThat(report.toJson().toString())
        .contains("\"wa_difference\":{\"mean\":-0.1}")
        .doesNotContain("chosen_on_other_folds");
  }

  @Test
  void refusesOtherFolds() {
    assertThatThrownBy(() -> compare(right(4, 5), right(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("louder was not tested on the recipe's folds");
  }
}
