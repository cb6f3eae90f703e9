// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

/** What is known of a clip. */
enum FeatureKind {
  STATISTICS("statistics of descriptors", 0, 0),
  STACK("log-mel, MFCC and chroma, flattened or stacked", 0, FrameStack.IMAGES),
  MEANS("means over time of log-mel, MFCC and chroma", 0, 0),
  LOG_MEL("log-mel", 0, 1),
  MFCC("MFCC", 1, 1),
  CHROMA("chroma", 2, 1),
  SEQUENCE("MFCC over time", 0, 0);

  private final String words;
  private final int firstImage;
  private final int images;

  FeatureKind(String words, int firstImage, int images) {
    this.words = words;
    this.firstImage = firstImage;
    this.images = images;
  }

  /** Returns its name for people. */
  String words() {
    return words;
  }

  /** Returns the first image of the stack that it has. */
  int firstImage() {
    return firstImage;
  }

  /** Returns how many images of the stack it has; 0 if it is none of them. */
  int images() {
    return images;
  }
}
