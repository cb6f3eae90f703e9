// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.chart.Theme;

final class ProfileChartTest {
  @TempDir private Path folder;

  /** The better a size is, the higher its mark. WA and UAR are the same here, and UAR lies above. */
  @Test
  void drawsWhatEachSizeBrings() throws IOException {
    ProfileChart.write(folder, outcome(0, 6, 4, 7, 16, 9, ProfileSizes.ALL, 1));
    BufferedImage picture = ImageIO.read(folder.resolve(ProfileChart.NAME).toFile());
    assertThat(picture.getWidth()).isEqualTo(800);
    int left = highest(picture, 60, 200);
    int right = highest(picture, 650, 790);
    assertThat(left).isBetween(0, 499);
    assertThat(right).isBetween(0, left - 50);
  }

  @Test
  void drawsNothingWithoutTwoSizes() throws IOException {
    ProfileChart.write(folder, outcome(0, 6, ProfileSizes.ALL, 9));
    ProfileChart.write(folder, Outcome.ofStrangers(Predictions.right(6, 6)));
    assertThat(folder.resolve(ProfileChart.NAME)).doesNotExist();
  }

  /** Returns the highest row with the colour of UAR between two columns. */
  private static int highest(BufferedImage picture, int from, int to) {
    int colour = Theme.LIGHT.series(1).getRGB();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = from; x < to; x++) {
        if (picture.getRGB(x, y) == colour) {
          return y;
        }
      }
    }
    return Integer.MAX_VALUE;
  }

  private static Outcome outcome(int... sizesAndRight) {
    SortedMap<Integer, List<Prediction>> bySize = new TreeMap<>();
    for (int i = 0; i < sizesAndRight.length; i += 2) {
      int right = sizesAndRight[i + 1];
      bySize.put(sizesAndRight[i], Predictions.right(right, right));
    }
    return Outcome.of(Predictions.right(6, 6), List.of(), ProfileSizes.NONE, bySize);
  }
}
