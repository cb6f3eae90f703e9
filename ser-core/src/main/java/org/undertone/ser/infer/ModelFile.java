// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import static org.undertone.ser.infer.ModelFileException.damaged;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.ModelFileException.Kind;

/**
 * A model file that has been checked; immutable. The file is a TensorFlow Lite network followed by a
 * ZIP archive of associated files, as TensorFlow Lite's metadata has it: {@value #SPEC_FILE} is the
 * {@link ModelSpec} with the field {@value #HASH_FIELD}, the SHA-256 of all bytes before the archive;
 * {@value #LABELS_FILE} names the labels, one a line.
 *
 * <p>The checksum tells a damaged file, not a malicious one: whoever makes a file can make it match. A
 * runtime may crash on a network that was crafted to that end.
 */
public final class ModelFile {
  /** Largest accepted file: some twenty times our models, and small enough for a phone's heap. */
  public static final int MAX_BYTES = 16 << 20;

  /** Name of the associated file with the spec. */
  public static final String SPEC_FILE = "undertone.json";

  /** Name of the associated file with the labels. */
  public static final String LABELS_FILE = "labels.txt";

  static final String HASH_FIELD = "network_sha256";

  private static final int MAX_SPEC_BYTES = 1 << 20;
  private static final int MAX_LABELS_BYTES = 1 << 12;
  private static final byte[] IDENTIFIER = {'T', 'F', 'L', '3'};
  private static final int IDENTIFIER_AT = 4;

  private final ModelSpec spec;
  private final ByteBuffer network;
  private final String networkHash;
  private final int size;

  private ModelFile(ModelSpec spec, ByteBuffer network, String networkHash, int size) {
    this.spec = spec;
    this.network = network;
    this.networkHash = networkHash;
    this.size = size;
  }

  /**
   * Reads a stream to its end and checks what it held. Does not close it.
   *
   * @throws ModelFileException if it is not a model that this version can use
   * @throws IOException if the stream fails
   */
  public static ModelFile read(InputStream in) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 14];
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      file.write(block, 0, n);
      requireSize(file.size());
    }
    return read(file.toByteArray());
  }

  /**
   * Checks a whole file.
   *
   * @throws ModelFileException if it is not a model that this version can use
   */
  public static ModelFile read(byte[] file) throws ModelFileException {
    requireSize(file.length);
    int identifierEnd = IDENTIFIER_AT + IDENTIFIER.length;
    if (file.length < identifierEnd
        || !Arrays.equals(Arrays.copyOfRange(file, IDENTIFIER_AT, identifierEnd), IDENTIFIER)) {
      throw new ModelFileException(
          Kind.NOT_TFLITE,
          "This is not a TensorFlow Lite model: choose a .tflite file made by `ser train`.");
    }
    int end = AppendedZip.findEnd(file);
    if (end < 0) {
      // The network itself names its associated files, so one that has lost them can be told.
      throw contains(file, SPEC_FILE.getBytes(StandardCharsets.US_ASCII))
          ? damaged("its end is missing")
          : notUndertone();
    }
    AppendedZip zip = new AppendedZip(file, end);
    byte[] specText = zip.read(SPEC_FILE, MAX_SPEC_BYTES);
    if (specText == null) {
      throw notUndertone();
    }
    if (zip.start() < identifierEnd) {
      throw damaged("its appended archive overlaps the network");
    }
    String hash = Sha256.hex(file, zip.start());
    ModelSpec spec = parse(new String(specText, StandardCharsets.UTF_8), hash);
    checkLabels(spec, zip.read(LABELS_FILE, MAX_LABELS_BYTES));
    ByteBuffer network = ByteBuffer.allocateDirect(zip.start());
    network.duplicate().put(file, 0, zip.start());
    return new ModelFile(spec, network, hash, file.length);
  }

  private static void requireSize(int size) throws ModelFileException {
    if (size > MAX_BYTES) {
      throw new ModelFileException(
          Kind.TOO_LARGE,
          "The file has more than "
              + (MAX_BYTES >> 20)
              + " MiB, too many for a model of Undertone: choose a .tflite file made by `ser train`.");
    }
  }

  private static ModelFileException notUndertone() {
    return new ModelFileException(
        Kind.NOT_UNDERTONE,
        "This is a TensorFlow Lite model, but not one of Undertone's (it holds no "
            + SPEC_FILE
            + "): export it with `ser train`.");
  }

  private static ModelSpec parse(String text, String networkHash) throws ModelFileException {
    try {
      JsonObject json = SpecJson.parseObject(text);
      int format = SpecJson.integer(json, "format");
      if (format > ModelSpec.FORMAT) {
        throw new ModelFileException(
            Kind.NEWER_VERSION,
            "The model was made for a newer version of Undertone (format "
                + format
                + ", this version reads "
                + ModelSpec.FORMAT
                + "): update Undertone.");
      }
      if (!SpecJson.text(json, HASH_FIELD).equals(networkHash)) {
        throw damaged("its network does not match its checksum");
      }
      return ModelSpec.fromJson(json);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          Kind.INVALID_SPEC,
          "The model's description is wrong ("
              + SPEC_FILE
              + ": "
              + e.getMessage()
              + "): export it again with `ser train`.",
          e);
    }
  }

  private static void checkLabels(ModelSpec spec, byte[] labels) throws ModelFileException {
    if (labels == null) {
      throw damaged("it holds no " + LABELS_FILE);
    }
    String found = new String(labels, StandardCharsets.UTF_8).replace("\r\n", "\n");
    String expected = labelsText(spec);
    if (!found.equals(expected) && !(found + "\n").equals(expected)) {
      throw new ModelFileException(
          Kind.INVALID_SPEC,
          "The model's labels disagree ("
              + LABELS_FILE
              + " is not the list in "
              + SPEC_FILE
              + "): export it again with `ser train`.");
    }
  }

  /** Returns the content of {@value #LABELS_FILE}: each label and a line feed. */
  static String labelsText(ModelSpec spec) {
    return spec.labels().stream().map(Emotion::label).collect(Collectors.joining("\n", "", "\n"));
  }

  private static boolean contains(byte[] bytes, byte[] sought) {
    for (int at = 0; at <= bytes.length - sought.length; at++) {
      int n = 0;
      while (n < sought.length && bytes[at + n] == sought[n]) {
        n++;
      }
      if (n == sought.length) {
        return true;
      }
    }
    return false;
  }

  /** Returns what the file says of itself. */
  public ModelSpec spec() {
    return spec;
  }

  /**
   * Returns this model calibrated otherwise, in memory only.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public ModelFile withCalibration(double temperature, double unsureThreshold) {
    return new ModelFile(
        spec.withCalibration(temperature, unsureThreshold), network, networkHash, size);
  }

  /**
   * Returns the network, without the associated files: a read-only view of one direct buffer in native
   * byte order, as {@code org.tensorflow.lite.Interpreter} wants it.
   */
  public ByteBuffer network() {
    return network.asReadOnlyBuffer().order(ByteOrder.nativeOrder());
  }

  /** Returns the SHA-256 of the network, in lower-case hexadecimal digits. */
  public String networkHash() {
    return networkHash;
  }

  /** Returns the size of the whole file in bytes. */
  public int size() {
    return size;
  }

  /**
   * Checks the shapes that a runtime found in the network.
   *
   * @param input shape of its input, which must be {@code [1, 1, windowFrames, nMfcc]}
   * @param output shape of its output, which must be {@code [1, labels]}
   * @throws ModelFileException if one is another
   */
  public void checkShapes(int[] input, int[] output) throws ModelFileException {
    int[] expectedInput = {1, 1, spec.windowFrames(), spec.mfcc().nMfcc()};
    int[] expectedOutput = {1, spec.labels().size()};
    checkShape("input", input, expectedInput);
    checkShape("output", output, expectedOutput);
  }

  private static void checkShape(String what, int[] shape, int[] expected)
      throws ModelFileException {
    if (!Arrays.equals(shape, expected)) {
      throw new ModelFileException(
          Kind.WRONG_SHAPE,
          "The network's "
              + what
              + " has shape "
              + Arrays.toString(shape)
              + " where the model's description needs "
              + Arrays.toString(expected)
              + ": export it again with `ser train`.");
    }
  }
}
