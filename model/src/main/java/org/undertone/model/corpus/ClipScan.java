// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.undertone.ser.audio.AudioSource;

/**
 * What the sound of one clip is.
 *
 * @param samples number of samples
 * @param sampleRate in Hz
 * @param peak largest magnitude
 * @param truncated whether the file ends before its header says, as some copies of TESS do; what there is was read
 * @param md5 MD5 in hex of the mono samples as 16-bit little-endian PCM: for 16-bit mono the same in FLAC's own header
 */
record ClipScan(long samples, int sampleRate, float peak, boolean truncated, String md5) {
  private static final int BLOCK = 8192;
  private static final float FULL_SCALE = 32768f;

  /** Decodes the whole clip. */
  static ClipScan of(ClipAudio audio) throws IOException {
    try (AudioSource source = audio.open()) {
      MessageDigest digest = newMd5();
      float[] block = new float[BLOCK];
      byte[] bytes = new byte[2 * BLOCK];
      long samples = 0;
      float peak = 0;
      for (int read = source.read(block, 0, BLOCK);
          read >= 0;
          read = source.read(block, 0, BLOCK)) {
        for (int i = 0; i < read; i++) {
          int value = Math.max(-32768, Math.min(32767, Math.round(block[i] * FULL_SCALE)));
          bytes[2 * i] = (byte) value;
          bytes[2 * i + 1] = (byte) (value >> 8);
          peak = Math.max(peak, Math.abs(block[i]));
        }
        digest.update(bytes, 0, 2 * read);
        samples += read;
      }
      return new ClipScan(
          samples,
          source.sampleRate(),
          peak,
          AudioFiles.truncated(source),
          HexFormat.of().formatHex(digest.digest()));
    }
  }

  double seconds() {
    return (double) samples / sampleRate;
  }

  private static MessageDigest newMd5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
