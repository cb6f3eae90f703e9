// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every parameter of the MFCC features, by librosa's names; immutable. Fixed by definition are the
 * periodic Hann window, zero padding, power 2, Slaney's mel scale and norm, {@code 10·log10(max(1e-10,
 * S))} without {@code top_db}, and the orthonormal DCT-II.
 *
 * @param sampleRate samples per second, Hz
 * @param nFft samples per frame and length of the FFT
 * @param hopLength samples from one frame to the next
 * @param nMels mel bands
 * @param nMfcc coefficients kept, at most {@code nMels}
 * @param fmin lower edge of the lowest mel band, Hz
 * @param fmax upper edge of the highest mel band, Hz, at most half the sample rate
 * @param center whether frame {@code t} is centred on sample {@code t·hopLength}: the signal is
 *     padded with {@code nFft/2} zeros at either end
 */
public record MfccSpec(
    int sampleRate,
    int nFft,
    int hopLength,
    int nMels,
    int nMfcc,
    double fmin,
    double fmax,
    boolean center) {

  /** Largest accepted sample rate in Hz. */
  public static final int MAX_SAMPLE_RATE = 768_000;

  /** Largest accepted FFT length. */
  public static final int MAX_N_FFT = 1 << 16;

  private static final Set<String> FIELDS =
      Set.of("sample_rate", "n_fft", "hop_length", "n_mels", "n_mfcc", "fmin", "fmax", "center");

  /**
   * Checks the parameters.
   *
   * @throws IllegalArgumentException if one is out of range; the message names it
   */
  public MfccSpec {
    requireRange("sample_rate", sampleRate, 1, MAX_SAMPLE_RATE);
    requireRange("n_fft", nFft, 2, MAX_N_FFT);
    requireRange("hop_length", hopLength, 1, MAX_N_FFT);
    requireRange("n_mels", nMels, 1, 1024);
    requireRange("n_mfcc", nMfcc, 1, nMels);
    if (!(fmin >= 0 && fmin < fmax && fmax <= sampleRate / 2.0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "mel bands from %s to %s Hz: need 0 <= fmin < fmax <= %s (half the sample rate)",
              fmin,
              fmax,
              sampleRate / 2.0));
    }
  }

  /** Returns a centred spec with mel bands from 0 Hz to half the sample rate, librosa's defaults. */
  public static MfccSpec of(int sampleRate, int nFft, int hopLength, int nMels, int nMfcc) {
    return new MfccSpec(sampleRate, nFft, hopLength, nMels, nMfcc, 0, sampleRate / 2.0, true);
  }

  private static void requireRange(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is %d: need %d to %d", name, value, min, max));
    }
  }

  /** Returns the number of FFT bins from 0 Hz to half the sample rate. */
  public int bins() {
    return nFft / 2 + 1;
  }

  /** Returns the number of frames that a signal of {@code samples} samples has. */
  public long frameCount(long samples) {
    if (samples == 0) {
      return 0;
    }
    long padded = samples + (center ? 2L * (nFft / 2) : 0);
    return padded < nFft ? 0 : 1 + (padded - nFft) / hopLength;
  }

  /** Returns the frequency at which mel band {@code mel} peaks, in Hz. */
  public double melBandCenter(int mel) {
    double low = MelFilterbank.melOfHz(fmin);
    double high = MelFilterbank.melOfHz(fmax);
    return MelFilterbank.hzOfMel(low + (high - low) * (mel + 1) / (nMels + 1));
  }

  /** Returns the time from one frame to the next in seconds. */
  public double hopSeconds() {
    return (double) hopLength / sampleRate;
  }

  /** Returns this spec as JSON, with the fields in a fixed order. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("sample_rate", sampleRate);
    json.addProperty("n_fft", nFft);
    json.addProperty("hop_length", hopLength);
    json.addProperty("n_mels", nMels);
    json.addProperty("n_mfcc", nMfcc);
    json.addProperty("fmin", fmin);
    json.addProperty("fmax", fmax);
    json.addProperty("center", center);
    return json;
  }

  /**
   * Reads what {@link #toJson} wrote. {@code fmin}, {@code fmax} and {@code center} may be left out
   * and are then 0, half the sample rate, and true.
   *
   * @throws IllegalArgumentException if a field is missing, unknown, of the wrong type or out of range
   */
  public static MfccSpec fromJson(JsonObject json) {
    for (String field : json.keySet()) {
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException("unknown field \"" + field + "\" in the MFCC spec");
      }
    }
    for (String field : List.of("sample_rate", "n_fft", "hop_length", "n_mels", "n_mfcc")) {
      if (!json.has(field)) {
        throw new IllegalArgumentException("the MFCC spec lacks \"" + field + "\"");
      }
    }
    int sampleRate = integer(json, "sample_rate");
    return new MfccSpec(
        sampleRate,
        integer(json, "n_fft"),
        integer(json, "hop_length"),
        integer(json, "n_mels"),
        integer(json, "n_mfcc"),
        json.has("fmin") ? number(json, "fmin") : 0,
        json.has("fmax") ? number(json, "fmax") : sampleRate / 2.0,
        !json.has("center") || flag(json, "center"));
  }

  private static boolean flag(JsonObject json, String field) {
    JsonElement value = json.get(field);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
      throw new IllegalArgumentException(field + " is " + value + ": need true or false");
    }
    return value.getAsBoolean();
  }

  private static double number(JsonObject json, String field) {
    JsonElement value = json.get(field);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      throw new IllegalArgumentException(field + " is " + value + ": need a number");
    }
    return value.getAsDouble();
  }

  private static int integer(JsonObject json, String field) {
    double value = number(json, field);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(field + " is " + value + ": need a whole number");
    }
    return (int) value;
  }

  /**
   * Returns a hash of all parameters that stays the same across versions and machines: the first 16
   * hexadecimal digits of the SHA-256 of the JSON text.
   */
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(new Gson().toJson(toJson()).getBytes(StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        hex.append(String.format(Locale.ROOT, "%02x", digest[i]));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
