// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.chart;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a chart on a light or a dark page. Series are told apart by those who see no red or
 * green, too (Okabe and Ito, 2008); what would vanish on the page is darkened or lightened.
 */
public enum Theme {
  LIGHT(
      new Color(0xFFFFFF),
      new Color(0x24292F),
      new Color(0x6A737D),
      new Color(0xE3E3E3),
      new Color(0x4E9BD0)),
  DARK(
      new Color(0x15181C),
      new Color(0xE6E6E6),
      new Color(0x9AA4AE),
      new Color(0x343A40),
      new Color(0x0072B2));

  private static final List<Color> ON_LIGHT =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x000000),
          new Color(0xB5A800));

  private static final List<Color> ON_DARK =
      List.of(
          new Color(0x2F8FD0),
          new Color(0xE8711A),
          new Color(0x14B586),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x8CCBF2),
          new Color(0xFFFFFF),
          new Color(0xF0E442));

  private final Color background;
  private final Color text;
  private final Color muted;
  private final Color grid;
  private final Color full;

  Theme(Color background, Color text, Color muted, Color grid, Color full) {
    this.background = background;
    this.text = text;
    this.muted = muted;
    this.grid = grid;
    this.full = full;
  }

  /** Returns the colour of the page. */
  public Color background() {
    return background;
  }

  /** Returns the colour of text. */
  public Color text() {
    return text;
  }

  /** Returns the colour of lines and text that step back. */
  public Color muted() {
    return muted;
  }

  /** Returns the colour of grid lines. */
  public Color grid() {
    return grid;
  }

  /** Returns the colour of a full cell of a matrix, on which {@link #text} can still be read. */
  public Color full() {
    return full;
  }

  /** Returns the colour of a series; after eight they begin anew. */
  public Color series(int number) {
    List<Color> colors = this == LIGHT ? ON_LIGHT : ON_DARK;
    return colors.get(number % colors.size());
  }
}
