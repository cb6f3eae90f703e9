// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.undertone.model.chart.Theme;

/**
 * A picture of a report, light and dark. Immutable; drawn when it is written.
 *
 * @param id name of its files and anchor: small letters, digits and hyphens
 * @param caption what is to be seen, below the picture
 * @param alt what it shows, for those who do not see it
 * @param drawing draws it
 */
public record StudyFigure(String id, String caption, String alt, Drawing drawing) implements Block {

  /**
   * Checks the figure.
   *
   * @throws IllegalArgumentException if the id is none or there is no text for those who do not see
   */
  public StudyFigure {
    Ids.check(id);
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(drawing, "drawing");
    if (alt.isBlank()) {
      throw new IllegalArgumentException("figure " + id + " has no text in its place");
    }
  }

  /** Returns the path of the picture below the report's folder. */
  public String file(Theme theme) {
    return "pictures/" + id + (theme == Theme.DARK ? "-dark.png" : ".png");
  }

  /**
   * Draws and writes the picture in both themes below the report's folder.
   *
   * @return its size on the page, in CSS pixels: width and height
   * @throws IOException if it cannot be written
   */
  public Size write(Path folder) throws IOException {
    Size size = null;
    for (Theme theme : Theme.values()) {
      Path path = folder.resolve(file(theme));
      Files.createDirectories(path.getParent());
      BufferedImage image = drawing.draw(theme);
      if (!ImageIO.write(image, "png", path.toFile())) {
        throw new IOException(path + ": this Java writes no PNG");
      }
      size = new Size(image.getWidth() / Canvas.SCALE, image.getHeight() / Canvas.SCALE);
    }
    return size;
  }

  /** Width and height on the page, in CSS pixels. */
  public record Size(int width, int height) {}
}
