// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.undertone.ser.infer.ModelFileException.Kind;

class ModelFileTest {
  private final ModelSpec spec = ModelFixtures.spec(20, 13);
  private final byte[] network = ModelFixtures.hollowNetwork();
  private final byte[] file = ModelFileWriter.write(network, spec);

  @Test
  void readsWhatTheWriterWrote() throws IOException {
    ModelFile model = ModelFile.read(new ByteArrayInputStream(file));
    assertThat(model.spec().toJson()).isEqualTo(spec.toJson());
    assertThat(model.size()).isEqualTo(file.length);
    assertThat(model.network().isDirect()).isTrue();
    byte[] found = new byte[model.network().remaining()];
    model.network().get(found);
    assertThat(found).isEqualTo(network);
  }

  @Test
  void readsCompressedArchiveWhoseOffsetsCountFromItsOwnStart() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(network);
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (Map.Entry<String, byte[]> entry : files(json -> {}).entrySet()) {
      zip.putNextEntry(new ZipEntry(entry.getKey()));
      zip.write(entry.getValue());
    }
    zip.finish();
    assertThat(ModelFile.read(out.toByteArray()).spec().toJson()).isEqualTo(spec.toJson());
  }

  @Test
  void refusesWhatIsNoTfliteModel() {
    byte[] garbage = "RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII);
    assertThat(refusal(garbage, Kind.NOT_TFLITE)).contains("not a TensorFlow Lite model");
    assertThat(refusal(new byte[0], Kind.NOT_TFLITE)).contains("choose a .tflite file");
  }

  @Test
  void refusesTfliteModelOfOthers() {
    assertThat(refusal(network, Kind.NOT_UNDERTONE)).contains("export it with `ser train`");
    byte[] labelled =
        ModelFileWriter.append(network, Map.of("labels.txt", new byte[0]), network.length);
    refusal(labelled, Kind.NOT_UNDERTONE);
  }

  @Test
  void refusesEveryTruncation() {
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      ModelFileException e =
          catchThrowableOfType(ModelFileException.class, () -> ModelFile.read(cut));
      assertThat(e).as("cut to %d bytes", length).isNotNull();
    }
    assertThat(refusal(Arrays.copyOf(file, file.length - 1), Kind.DAMAGED))
        .contains("its end is missing", "copy it again");
  }

  @Test
  void refusesChangedBitInNetworkOrContents() {
    byte[] flipped = file.clone();
    flipped[12] ^= 0x10;
    assertThat(refusal(flipped, Kind.DAMAGED)).contains("does not match its checksum");
    String text = new String(file, StandardCharsets.ISO_8859_1);
    byte[] otherName = text.replace("fixture", "fixturf").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refusal(otherName, Kind.DAMAGED)).contains("cannot be unpacked", "copy it again");
  }

  @Test
  void refusesNewerFormat() {
    byte[] newer = container(json -> json.addProperty("format", 3));
    assertThat(refusal(newer, Kind.NEWER_VERSION)).contains("format 3", "update Undertone");
  }

  @Test
  void refusesSpecOutOfRangeAndNamesTheField() {
    assertThat(refusal(container(json -> json.addProperty("temperature", -1)), Kind.INVALID_SPEC))
        .contains("temperature is -1");
    assertThat(refusal(container(json -> json.remove("hop_frames")), Kind.INVALID_SPEC))
        .contains("\"hop_frames\" is missing");
    assertThat(refusal(container(json -> json.addProperty("mfcc", 1)), Kind.INVALID_SPEC))
        .contains("\"mfcc\" is not a JSON object");
  }

  @Test
  void refusesLabelsThatDisagree() {
    Map<String, byte[]> files = files(json -> {});
    files.put("labels.txt", "neutral\nsad\nhappy\nangry\n".getBytes(StandardCharsets.UTF_8));
    byte[] swapped = ModelFileWriter.append(network, files, network.length);
    assertThat(refusal(swapped, Kind.INVALID_SPEC)).contains("labels disagree");
    files.remove("labels.txt");
    refusal(ModelFileWriter.append(network, files, network.length), Kind.DAMAGED);
  }

  @Test
  void refusesArchiveThatUnpacksToTooMuch() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(network);
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.putNextEntry(new ZipEntry(ModelFile.SPEC_FILE));
    zip.write(new byte[8 << 20]);
    zip.finish();
    byte[] bomb = out.toByteArray();
    assertThat(refusal(bomb, Kind.TOO_LARGE)).contains(ModelFile.SPEC_FILE);
    // The same with a size in the directory that lies.
    int end = AppendedZip.findEnd(bomb);
    int directory = end - (46 + ModelFile.SPEC_FILE.length());
    Arrays.fill(bomb, directory + 24, directory + 28, (byte) 0);
    assertThat(refusal(bomb, Kind.TOO_LARGE)).contains(ModelFile.SPEC_FILE);
  }

  @Test
  void refusesFileNamedTwice() {
    Map<String, byte[]> files = files(json -> {});
    files.put("labels.txu", new byte[0]);
    byte[] twice = ModelFileWriter.append(network, files, network.length);
    String text = new String(twice, StandardCharsets.ISO_8859_1).replace(".txu", ".txt");
    assertThat(refusal(text.getBytes(StandardCharsets.ISO_8859_1), Kind.DAMAGED)).contains("twice");
  }

  @Test
  void refusesEndlessStream() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }
        };
    ModelFileException e =
        catchThrowableOfType(ModelFileException.class, () -> ModelFile.read(endless));
    assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void checksShapesOfTheNetwork() throws IOException {
    ModelFile model = ModelFile.read(file);
    model.checkShapes(new int[] {1, 1, 20, 13}, new int[] {1, 4});
    ModelFileException e =
        catchThrowableOfType(
            ModelFileException.class,
            () -> model.checkShapes(new int[] {1, 20, 13}, new int[] {1, 4}));
    assertThat(e).hasMessageContaining("[1, 20, 13]").hasMessageContaining("[1, 1, 20, 13]");
    assertThat(e.kind()).isEqualTo(Kind.WRONG_SHAPE);
  }

  private Map<String, byte[]> files(Consumer<JsonObject> change) {
    JsonObject json = spec.toJson();
    json.addProperty(ModelFile.HASH_FIELD, Sha256.hex(network, network.length));
    change.accept(json);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(ModelFile.LABELS_FILE, ModelFile.labelsText(spec).getBytes(StandardCharsets.UTF_8));
    files.put(ModelFile.SPEC_FILE, json.toString().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private byte[] container(Consumer<JsonObject> change) {
    return ModelFileWriter.append(network, files(change), network.length);
  }

  private static String refusal(byte[] bytes, Kind kind) {
    ModelFileException e =
        catchThrowableOfType(ModelFileException.class, () -> ModelFile.read(bytes));
    assertThat(e).isNotNull();
    assertThat(e.kind()).isEqualTo(kind);
    return e.getMessage();
  }
}
