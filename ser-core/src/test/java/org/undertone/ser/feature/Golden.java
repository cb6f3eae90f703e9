// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The golden vectors: what librosa 0.11 computes on eleven synthetic signals. */
public final class Golden {
  /** The signals. */
  public static final List<String> SIGNALS =
      List.of(
          "chirp",
          "clipped",
          "dc",
          "impulse",
          "noise",
          "short",
          "silence",
          "tone",
          "vowel",
          "vowel22k",
          "vowel48k");

  private Golden() {}

  /** Returns the cases of a signal and their parameters. */
  public static JsonObject json(String signal) {
    return JsonParser.parseString(new String(bytes(signal + ".json"), StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  /** Returns the samples of a signal: its file has a canonical header of 44 bytes. */
  public static float[] samples(String signal) {
    byte[] file = bytes(signal + ".wav");
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (buffer.getInt(36) != 0x61746164) {
      throw new IllegalStateException(signal + ".wav has no canonical header");
    }
    float[] samples = new float[buffer.getInt(40) / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = buffer.getShort(44 + 2 * i) / 32768f;
    }
    return samples;
  }

  /** Returns the parameters of a case. */
  public static MfccSpec spec(String signal, String caseName) {
    JsonObject json = json(signal);
    JsonObject parameters = json.getAsJsonObject("cases").getAsJsonObject(caseName);
    return new MfccSpec(
        json.get("sample_rate").getAsInt(),
        parameters.get("n_fft").getAsInt(),
        parameters.get("hop_length").getAsInt(),
        parameters.get("n_mels").getAsInt(),
        parameters.get("n_mfcc").getAsInt(),
        parameters.get("fmin").getAsDouble(),
        parameters.get("fmax").getAsDouble(),
        parameters.get("center").getAsBoolean());
  }

  /** Returns librosa's values, {@code [frame][coefficient]} row by row. */
  public static float[] expected(String signal, String caseName, String feature) {
    byte[] file = bytes(signal + "." + caseName + "." + feature + ".f32");
    float[] values = new float[file.length / 4];
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no golden file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
