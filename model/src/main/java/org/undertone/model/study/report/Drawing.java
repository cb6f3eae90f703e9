// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.awt.image.BufferedImage;
import org.undertone.model.chart.Theme;

/** A picture that can be drawn for a light and for a dark page. */
@FunctionalInterface
public interface Drawing {
  /** Draws the picture. Needs no screen. */
  BufferedImage draw(Theme theme);
}
