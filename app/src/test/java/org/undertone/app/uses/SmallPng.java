// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import android.graphics.Bitmap;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** PNG files with a palette: screens have few colours, and documents are to stay small. */
final class SmallPng {
  private static final int COLOURS = 192;
  private static final int BITS = 8;

  private final int[] palette;
  private final Map<Integer, Integer> nearest = new HashMap<>();

  /**
   * Takes the most frequent colour, then again and again the one whose pixels would be furthest off:
   * a bar of a few pixels must not take the colour of another.
   */
  private SmallPng(int... pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    int[] colours = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] distances = new int[colours.length];
    Arrays.fill(distances, Integer.MAX_VALUE);
    palette = new int[Math.min(COLOURS, colours.length)];
    for (int i = 0; i < palette.length; i++) {
      int furthest = 0;
      double most = -1;
      for (int k = 0; k < colours.length; k++) {
        double error = (double) counts.get(colours[k]) * distances[k];
        if (error > most) {
          most = error;
          furthest = k;
        }
      }
      palette[i] = colours[furthest];
      for (int k = 0; k < colours.length; k++) {
        distances[k] = Math.min(distances[k], distance(colours[k], palette[i]));
      }
    }
  }

  static void write(Bitmap picture, File file) throws IOException {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = new int[width * height];
    picture.getPixels(pixels, 0, width, 0, 0, width, height);
    SmallPng png = new SmallPng(pixels);
    IndexColorModel colours =
        new IndexColorModel(
            BITS, png.palette.length, png.palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage indexed =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
    for (int i = 0; i < pixels.length; i++) {
      int index = png.nearest.computeIfAbsent(pixels[i], png::find);
      indexed.getRaster().setSample(i % width, i / width, 0, index);
    }
    ImageIO.write(indexed, "png", file);
  }

  private int find(int colour) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int distance = distance(colour, palette[i]);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** Returns the square of the distance between two colours. */
  private static int distance(int one, int other) {
    int distance = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int step = (one >> shift & 0xff) - (other >> shift & 0xff);
      distance += step * step;
    }
    return distance;
  }
}
