// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.room.TypeConverter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/** How values of ser-core are kept in columns. Room asks for public methods. */
final class Converters {
  private Converters() {}

  /** An emotion is kept as its label, which is also the one of exported files. */
  @TypeConverter
  public static String emotionToLabel(Emotion emotion) {
    return emotion == null ? null : emotion.label();
  }

  @TypeConverter
  public static Emotion labelToEmotion(String label) {
    return label == null ? null : Emotion.ofLabel(label);
  }

  /** Scores are kept as eight little-endian floats, so that they come back bit for bit. */
  @TypeConverter
  public static byte[] scoresToBytes(EmotionScores scores) {
    if (scores == null) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate(Emotion.COUNT * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(scores.toArray());
    return bytes.array();
  }

  @TypeConverter
  public static EmotionScores bytesToScores(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    float[] probabilities = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(probabilities);
    return EmotionScores.of(probabilities);
  }
}
