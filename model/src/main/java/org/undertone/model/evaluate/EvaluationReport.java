// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The numbers of an evaluation, as text for people and as JSON for the model's provenance. */
public final class EvaluationReport {
  private final ReportHead head;
  private final Outcome outcome;
  private final AccuracySection accuracy;
  private final MemberSection members;
  private final InnerSection inner;
  private final LabelSection labels;
  private final ProfileSection profiles;
  private final PrecisionSection precisions;
  private final CalibrationSection calibration;

  /**
   * Prepares a report.
   *
   * @param protocol what was done, in words, with its seed
   * @param notes what a reader must know before the numbers, a line each
   */
  public EvaluationReport(String protocol, List<String> notes, Outcome outcome) {
    this(protocol, notes, List.of(), outcome, null);
  }

  /**
   * Prepares the report of a recipe.
   *
   * @param nets names of its nets, as in {@link Outcome#members}
   * @param paired what came out of {@link FoldPlan#pairs}, or null if they were not trained
   */
  public EvaluationReport(
      String protocol, List<String> notes, List<String> nets, Outcome outcome, Outcome paired) {
    head = new ReportHead(protocol, notes);
    this.outcome = outcome;
    accuracy = new AccuracySection(outcome);
    members = new MemberSection(nets, outcome);
    inner = new InnerSection(nets, paired == null ? null : InnerValidation.of(outcome, paired));
    labels = new LabelSection(outcome);
    profiles = new ProfileSection(outcome);
    precisions = new PrecisionSection(outcome);
    calibration = new CalibrationSection(outcome.raw());
  }

  /** Prints the report. */
  public void print(PrintWriter out) {
    head.print(out);
    accuracy.print(out);
    out.println();
    members.print(out);
    inner.print(out);
    labels.print(out);
    out.println();
    profiles.print(out);
    calibration.print(out);
    out.println();
    precisions.print(out);
    out.flush();
  }

  /** Returns the numbers as JSON; {@code temperature} is fitted on all folds, for a final model. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    List<Section> sections =
        List.of(head, accuracy, members, inner, labels, profiles, calibration, precisions);
    sections.forEach(section -> section.addTo(json));
    return json;
  }

  ReportHead head() {
    return head;
  }

  /** Returns what was tested. */
  Outcome outcome() {
    return outcome;
  }

  /** Returns neutral, happy, sad and angry alone, without a profile; null if there is no such clip. */
  Figure fourEmotions() {
    return labels.usualFour();
  }

  /** Returns what a voice profile of some clips makes of it; null if none was tested. */
  Figure withProfile() {
    return outcome.acquaintances() == null
        ? null
        : Figure.of(
            "voice profile of " + outcome.profileClips() + " clips", outcome.acquaintances());
  }

  /** Returns the calibration error, cross-fitted where there are folds. */
  double calibrationError() {
    return calibration.error();
  }

  /** Returns every figure with its name, for comparing seeds. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of("no voice profile", outcome.strangers()));
    Figure withProfile = withProfile();
    if (withProfile != null) {
      figures.add(withProfile);
    }
    // The first is the same as without a profile.
    figures.addAll(labels.figures().subList(1, labels.figures().size()));
    figures.addAll(profiles.figures());
    figures.addAll(precisions.figures());
    figures.addAll(inner.figures());
    return figures;
  }
}
