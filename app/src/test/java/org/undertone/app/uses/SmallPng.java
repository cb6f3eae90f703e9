// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import android.graphics.Bitmap;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** PNG files with a palette: screens have few colours, and documents are to stay small. */
final class SmallPng {
  private static final int COLOURS = 128;
  private static final int BITS = 8;

  private final int[] palette;
  private final Map<Integer, Integer> nearest = new HashMap<>();

  /** Takes the colours that cover most of the picture. */
  private SmallPng(int... pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    palette =
        counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(COLOURS)
            .mapToInt(Map.Entry::getKey)
            .toArray();
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
      int distance = 0;
      for (int shift = 0; shift < 24; shift += 8) {
        int step = (colour >> shift & 0xff) - (palette[i] >> shift & 0xff);
        distance += step * step;
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
