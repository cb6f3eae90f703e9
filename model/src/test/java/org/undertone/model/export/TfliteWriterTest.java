// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.lite.support.metadata.MetadataExtractor;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFileException;
import org.undertone.ser.infer.ModelFileException.Kind;
import org.undertone.ser.infer.ModelFixtures;
import org.undertone.ser.infer.ModelSpec;

class TfliteWriterTest {
  private final ModelSpec spec = ModelFixtures.spec(192, 40);
  private final Network network = new RandomNetworks(5).typical(192, 40, 4, GlobalPool.meanMax());
  private final byte[] file = TfliteWriter.write(network, spec, Precision.FLOAT32);

  @Test
  void writesWhatModelFileReads() throws IOException {
    assertThat(ModelFile.read(file).spec().toJson()).isEqualTo(spec.toJson());
  }

  @Test
  void writesTheSameBytesAgain() {
    Network same = new RandomNetworks(5).typical(192, 40, 4, GlobalPool.meanMax());
    byte[] again = TfliteWriter.write(same, ModelFixtures.spec(192, 40), Precision.FLOAT32);
    assertThat(again).isEqualTo(file);
  }

  @Test
  void storesFewerBytesAWeight() {
    byte[] half = TfliteWriter.write(network, spec, Precision.FLOAT16);
    assertThat(half.length).isBetween(network.parameters() * 2, network.parameters() * 2 + 12_000);
    byte[] bytes = TfliteWriter.write(network, spec, Precision.INT8);
    assertThat(bytes.length).isBetween(network.parameters(), network.parameters() + 16_000);
    assertThat(file.length).isBetween(network.parameters() * 4, network.parameters() * 4 + 12_000);
  }

  @Test
  void metadataIsReadByTensorFlowLitesOwnReader() throws IOException {
    MetadataExtractor metadata = new MetadataExtractor(ByteBuffer.wrap(file));
    assertThat(metadata.isMinimumParserVersionSatisfied()).isTrue();
    assertThat(metadata.getModelMetadata().name()).isEqualTo("fixture");
    assertThat(metadata.getModelMetadata().license()).isEqualTo("GPL-3.0-or-later");
    assertThat(metadata.getInputTensorShape(0)).containsExactly(1, 1, 192, 40);
    assertThat(metadata.getInputTensorMetadata(0).name()).isEqualTo("mfcc");
    assertThat(metadata.getOutputTensorShape(0)).containsExactly(1, 4);
    assertThat(metadata.getOutputTensorMetadata(0).associatedFiles(0).name())
        .isEqualTo("labels.txt");
    assertThat(metadata.getAssociatedFileNames())
        .containsExactlyInAnyOrder("labels.txt", "undertone.json");
    String labels =
        new String(metadata.getAssociatedFile("labels.txt").readAllBytes(), StandardCharsets.UTF_8);
    assertThat(labels).isEqualTo("neutral\nhappy\nsad\nangry\n");
  }

  @Test
  void associatedFilesAreReadByAnOrdinaryZipReader(@TempDir Path folder) throws IOException {
    Path path = Files.write(folder.resolve("model.tflite"), file);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      String json =
          new String(
              zip.getInputStream(zip.getEntry("undertone.json")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(json).contains("\"network_sha256\": \"", "\"window_frames\": 192");
    }
  }

  @Test
  void tellsAFileCutOffFromAModelOfOthers() throws IOException {
    for (int length : new int[] {file.length - 1, file.length / 2, 20_000}) {
      ModelFileException e = refusal(Arrays.copyOf(file, length));
      assertThat(e.kind()).as("cut to %d bytes", length).isEqualTo(Kind.DAMAGED);
      assertThat(e).hasMessageContaining("copy it again");
    }
  }

  @Test
  void anyFlippedBitInTheNetworkIsFound() throws IOException {
    int end = ModelFile.read(file).network().remaining();
    for (int at = 8; at < end; at += 9973) {
      byte[] flipped = file.clone();
      flipped[at] ^= 4;
      assertThat(refusal(flipped)).hasMessageContaining("does not match its checksum");
    }
  }

  @Test
  void refusesSpecOfAnotherNetwork() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TfliteWriter.write(network, ModelFixtures.spec(191, 40), Precision.FLOAT32))
        .withMessageContaining("192 frames, its spec 191");
    Network three = new RandomNetworks(5).typical(192, 40, 3, GlobalPool.meanMax());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TfliteWriter.write(three, spec, Precision.FLOAT32))
        .withMessageContaining("3 labels, its spec 4");
  }

  private static ModelFileException refusal(byte[] bytes) {
    ModelFileException e =
        catchThrowableOfType(ModelFileException.class, () -> ModelFile.read(bytes));
    assertThat(e).isNotNull();
    return e;
  }
}
