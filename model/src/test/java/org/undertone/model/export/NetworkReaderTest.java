// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorT;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFileException;
import org.undertone.ser.infer.ModelFileException.Kind;
import org.undertone.ser.infer.ModelFileWriter;
import org.undertone.ser.infer.ModelFixtures;
import org.undertone.ser.infer.ModelSpec;

class NetworkReaderTest {
  private static final ModelSpec SPEC = ModelFixtures.spec(37, 13);

  @Test
  void writesTheSameBytesAgain() throws IOException {
    for (Map.Entry<String, Network> network : ExportedNetworks.networks().entrySet()) {
      byte[] file = TfliteWriter.write(network.getValue(), SPEC, Precision.FLOAT32);
      Network read = NetworkReader.read(ModelFile.read(file));
      assertThat(TfliteWriter.write(read, SPEC, Precision.FLOAT32))
          .as(network.getKey())
          .isEqualTo(file);
      assertThat(read.parameters()).isEqualTo(network.getValue().parameters());
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersAsTheFileDoes(Precision precision) throws IOException {
    RandomNetworks random = new RandomNetworks(8);
    for (Map.Entry<String, Network> network : ExportedNetworks.networks().entrySet()) {
      ModelFile file = ModelFile.read(TfliteWriter.write(network.getValue(), SPEC, precision));
      ModelFile widened =
          ModelFile.read(TfliteWriter.write(NetworkReader.read(file), SPEC, Precision.FLOAT32));
      try (TfliteClassifier one = new TfliteClassifier(file);
          TfliteClassifier other = new TfliteClassifier(widened)) {
        for (int i = 0; i < 5; i++) {
          float[] window = random.gaussian(37 * 13, 1);
          float[] expected = new float[4];
          float[] probabilities = new float[4];
          one.classify(window, expected);
          other.classify(window, probabilities);
          for (int label = 0; label < expected.length; label++) {
            assertThat((double) probabilities[label])
                .as("%s, window %d", network.getKey(), i)
                .isCloseTo(expected[label], within(1e-5));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesAShippedFileAgainInItsPrecision(Precision precision) throws IOException {
    for (Network network : ExportedNetworks.networks().values()) {
      byte[] file = TfliteWriter.write(network, SPEC, precision);
      Network read = NetworkReader.read(ModelFile.read(file));
      assertThat(TfliteWriter.write(read, SPEC, precision)).hasSameSizeAs(file);
    }
  }

  @Test
  void readsTheBuiltInModel() throws IOException {
    try (InputStream in =
        NetworkReader.class.getResourceAsStream("/org/undertone/model/undertone.tflite")) {
      ModelFile file = ModelFile.read(in);
      Network network = NetworkReader.read(file);
      ModelFile again = ModelFile.read(TfliteWriter.write(network, file.spec(), Precision.INT8));
      assertThat(again.networkHash()).isEqualTo(file.networkHash());
    }
  }

  @Test
  void keepsWhatIsNested() throws IOException {
    RandomNetworks random = new RandomNetworks(2);
    Sum inner = new Sum(List.of(List.of(random.conv(5, 13, 1)), List.of(random.conv(5, 13, 3))));
    Sum outer =
        new Sum(
            List.of(
                List.of(random.excitation(13, 4), inner),
                List.of(random.conv(5, 13, 3), new Residual(List.of(), List.of(), true)),
                List.of(random.conv(5, 13, 3))));
    Network network = random.around(37, 13, outer, new MaxPool1d(3, 3));
    byte[] file = TfliteWriter.write(network, SPEC, Precision.FLOAT32);
    Network read = NetworkReader.read(ModelFile.read(file));
    assertThat(((Sum) read.layers().get(0)).branches()).hasSize(3);
    assertThat(TfliteWriter.write(read, SPEC, Precision.FLOAT32)).isEqualTo(file);
  }

  @Test
  void refusesNetworksOfOthers() {
    refused(
        "no layer ends in LOG for 'pool_",
        BuiltinOperator.RESHAPE,
        (network, reshape) ->
            network.getOperatorCodes()[(int) reshape.getOpcodeIndex()].setBuiltinCode(
                BuiltinOperator.LOG));
    refused(
        "no rectifier",
        BuiltinOperator.CONV_2D,
        (network, conv) ->
            conv.getBuiltinOptions()
                .asConv2DOptions()
                .setFusedActivationFunction(ActivationFunctionType.TANH));
    refused(
        "not over neighbouring frames",
        BuiltinOperator.CONV_2D,
        (network, conv) -> conv.getBuiltinOptions().asConv2DOptions().setDilationWFactor(2));
    refused(
        "is not of the shape that its padding makes",
        BuiltinOperator.CONV_2D,
        (network, conv) -> conv.getBuiltinOptions().asConv2DOptions().setStrideW(3));
    refused(
        "is not of the shape that its layer makes",
        BuiltinOperator.MAX_POOL_2D,
        (network, pool) -> pool.getBuiltinOptions().asPool2DOptions().setStrideW(3));
    refused(
        "reads what comes later",
        BuiltinOperator.CONV_2D,
        (network, conv) -> conv.getInputs()[0] = network.getSubgraphs()[0].getOutputs()[0]);
    refused(
        "IndexOutOfBounds",
        BuiltinOperator.CONV_2D,
        (network, conv) -> conv.getInputs()[0] = 70_000);
    refused(
        "convolution bias",
        BuiltinOperator.CONV_2D,
        (network, conv) -> conv.getInputs()[2] = conv.getInputs()[1]);
  }

  private interface Change {
    void apply(ModelT network, OperatorT operator);
  }

  private static void refused(String why, int builtin, Change change) {
    byte[] file =
        TfliteWriter.write(ExportedNetworks.networks().get("conv"), SPEC, Precision.FLOAT32);
    ModelFileException e =
        catchThrowableOfType(
            ModelFileException.class,
            () ->
                NetworkReader.read(
                    altered(file, network -> change.apply(network, first(network, builtin)))));
    assertThat(e).as(why).isNotNull().hasMessageContaining(why).hasMessageContaining("ser train");
    assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED_NETWORK);
  }

  private static OperatorT first(ModelT network, int builtin) {
    for (OperatorT operator : network.getSubgraphs()[0].getOperators()) {
      if (network.getOperatorCodes()[(int) operator.getOpcodeIndex()].getBuiltinCode() == builtin) {
        return operator;
      }
    }
    throw new AssertionError("no " + BuiltinOperator.name(builtin));
  }

  private static ModelFile altered(byte[] file, Consumer<ModelT> change) throws IOException {
    ByteBuffer bytes = ModelFile.read(file).network().order(ByteOrder.LITTLE_ENDIAN);
    ModelT network = Model.getRootAsModel(bytes).unpack();
    change.accept(network);
    FlatBufferBuilder builder = new FlatBufferBuilder(1 << 16);
    Model.finishModelBuffer(builder, Model.pack(builder, network));
    return ModelFile.read(ModelFileWriter.write(builder.sizedByteArray(), SPEC));
  }
}
