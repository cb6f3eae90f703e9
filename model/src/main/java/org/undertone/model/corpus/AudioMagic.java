// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.nio.charset.StandardCharsets;

/** Tells the format of sound by the first bytes of a file, whatever its name promises. */
enum AudioMagic {
  WAV("WAV"),
  FLAC("FLAC"),
  MP3("MP3"),
  AAC("AAC"),
  OGG("Ogg (Vorbis or Opus)"),
  MP4("MP4 or M4A"),
  AIFF("AIFF"),
  AU("AU"),
  AMR("AMR"),
  SPHERE("NIST SPHERE"),
  MATROSKA("Matroska or WebM"),
  WMA("Windows Media"),
  CAF("Core Audio"),
  EMPTY("an empty file"),
  UNKNOWN("no sound format that is known here");

  /** Bytes needed to tell. */
  static final int LENGTH = 12;

  private final String words;

  AudioMagic(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Tells by up to {@link #LENGTH} first bytes. */
  static AudioMagic of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("RIFF")
        || text.startsWith("RF64")
        || text.startsWith("BW64")
        || text.startsWith("RIFX")) {
      return WAV;
    }
    if (text.startsWith("fLaC")) {
      return FLAC;
    }
    if (text.startsWith("OggS")) {
      return OGG;
    }
    if (text.startsWith("ftyp", 4)) {
      return MP4;
    }
    if (text.startsWith("FORM")) {
      return AIFF;
    }
    if (text.startsWith(".snd")) {
      return AU;
    }
    if (text.startsWith("#!AMR")) {
      return AMR;
    }
    if (text.startsWith("NIST_1A")) {
      return SPHERE;
    }
    if (text.startsWith("caff")) {
      return CAF;
    }
    if (text.startsWith("\u001aE\u00df\u00a3")) {
      return MATROSKA;
    }
    if (text.startsWith("0&\u00b2u")) {
      return WMA;
    }
    return mpeg(text, head);
  }

  /** MPEG sound starts with a tag or with eleven set bits; the layer, 0 for AAC, stands in bits 1 and 2 of byte 1. */
  private static AudioMagic mpeg(String text, byte[] head) {
    if (text.startsWith("ID3")) {
      return MP3;
    }
    if (head.length > 1 && head[0] == (byte) 0xFF && (head[1] & 0xE0) == 0xE0) {
      return (head[1] & 0x06) == 0 ? AAC : MP3;
    }
    return UNKNOWN;
  }
}
