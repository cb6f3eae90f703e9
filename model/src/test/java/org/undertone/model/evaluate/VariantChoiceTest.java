// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VariantChoiceTest {
  private static Results right(int... ofTen) {
    return new Results(Predictions.right(ofTen));
  }

  private static VariantChoice choose(Results first, Results second) {
    Map<String, Results> variants = new LinkedHashMap<>();
    variants.put("first", first);
    variants.put("second", second);
    return VariantChoice.of(variants);
  }

  @Test
  void aFoldDoesNotChooseItsOwnVariant() {
    // The second is best in fold 1 alone, so nothing but fold 2 and 3 would take it.
    VariantChoice choice = choose(right(4, 5, 5), right(9, 4, 4));
    assertThat(choice.chosen()).containsExactly(Map.entry("first", 1), Map.entry("second", 2));
    assertThat(choice.accuracy().mean()).isCloseTo((0.4 + 0.4 + 0.4) / 3, within(1e-9));
  }

  @Test
  void theBetterOneIsChosenAndTheFirstOfEquals() {
    assertThat(choose(right(4, 5, 6), right(6, 7, 8)).chosen())
        .containsExactly(Map.entry("second", 3));
    assertThat(choose(right(6, 6, 6), right(6, 6, 6)).chosen())
        .containsExactly(Map.entry("first", 3));
  }

  @Test
  void oneFoldAloneCannotChoose() {
    assertThat(choose(right(4), right(5))).isNull();
  }
}
