// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import org.undertone.ser.LabelScheme;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that chooses how finely emotions are told apart. */
final class LabelsOption {
  @Option(
      names = "--labels",
      paramLabel = "8|4|3",
      defaultValue = "8",
      converter = Converter.class,
      description = {
        "8: all emotions (the default).",
        "4: angry, calm/neutral, happy, sad, given that it is one of these.",
        "3: calm (neutral, calm, happy), tense (angry, fearful, disgust, surprised), low (sad)."
      })
  private LabelScheme scheme;

  LabelScheme scheme() {
    return scheme;
  }

  /** Reads the number of labels. */
  static final class Converter implements ITypeConverter<LabelScheme> {
    @Override
    public LabelScheme convert(String value) {
      try {
        return LabelScheme.ofSize(Integer.parseInt(value));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("choose 8, 4 or 3 labels, not '" + value + "'");
      }
    }
  }
}
