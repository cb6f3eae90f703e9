// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.Test;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorType;
import org.undertone.app.infer.ModelRefusedException.Reason;
import org.undertone.ser.infer.ModelFile;

/** Networks whose checksum is right, made by hand to do harm. */
public class NetworkCheckTest {
  private static final int ALTERATIONS = 400;
  // Tables come first in the file, then the weights, whose values do no harm.
  private static final int TABLES_END = 4_700;

  @Test
  public void takesTheBuiltInModel() throws IOException {
    NetworkCheck.check(TestModels.file(TestModels.builtIn()));
    // Packed anew: what the next tests change is the only difference.
    NetworkCheck.check(TestModels.file(TestModels.altered(network -> {})));
  }

  @Test
  public void refusesOtherVersionsAndGraphs() {
    refused("schema version 4", network -> network.setVersion(4));
    refused(
        "2 graphs",
        network ->
            network.setSubgraphs(
                new SubGraphT[] {network.getSubgraphs()[0], network.getSubgraphs()[0]}));
    refused("metadata other", network -> network.getMetadata()[0].setName("min_runtime_version"));
    refused("buffer 5000", network -> network.getMetadata()[0].setBuffer(5000));
  }

  @Test
  public void refusesIndicesOutOfRange() {
    for (int index : new int[] {-1, -2, 5000, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      refused(
          "operator 0 input: tensor " + index,
          network -> network.getSubgraphs()[0].getOperators()[0].getInputs()[0] = index);
      refused(
          "operator 0 output: tensor " + index,
          network -> network.getSubgraphs()[0].getOperators()[0].getOutputs()[0] = index);
      refused(
          "input: tensor " + index, network -> network.getSubgraphs()[0].getInputs()[0] = index);
      refused(
          "output: tensor " + index, network -> network.getSubgraphs()[0].getOutputs()[0] = index);
    }
    refused("buffer 5000", network -> TestModels.tensor(network, 3).setBuffer(5000));
    refused(
        "operator 0: code",
        network -> network.getSubgraphs()[0].getOperators()[0].setOpcodeIndex(99));
  }

  @Test
  public void refusesContentThatIsNotOfTheShape() {
    refused(
        "bytes of data, need",
        network -> {
          int weights = conv(network).getInputs()[1];
          int half = writer(network, weights).getInputs()[0];
          TestModels.tensor(network, half).getShape()[3] *= 2;
        });
    refused("axis of 0", network -> TestModels.tensor(network, 1).getShape()[0] = 0);
    refused("axis of -1", network -> TestModels.tensor(network, 1).getShape()[0] = -1);
    refused(
        "elements",
        network ->
            TestModels.tensor(network, conv(network).getOutputs()[0])
                .setShape(new int[] {1 << 20, 1 << 20, 1 << 20, 1 << 20}));
    refused(
        "type " + TensorType.STRING,
        network -> {
          int bias = conv(network).getInputs()[2];
          TestModels.tensor(network, bias).setType(TensorType.STRING);
        });
    refused(
        "constant without content",
        network -> {
          int last = network.getBuffers().length - 1;
          network.getBuffers()[last - 1].setData(new int[0]);
          TestModels.tensor(network, conv(network).getOutputs()[0]).setBuffer(last - 1);
        });
  }

  @Test
  public void refusesOptionsThatMakeNoSense() {
    refused(
        "CONV_2D: options",
        network -> conv(network).getBuiltinOptions().asConv2DOptions().setStrideW(0));
    refused(
        "CONV_2D: options",
        network -> conv(network).getBuiltinOptions().asConv2DOptions().setStrideH(0));
    refused(
        "CONV_2D: options",
        network -> conv(network).getBuiltinOptions().asConv2DOptions().setDilationWFactor(0));
    refused("CONV_2D: without its options", network -> conv(network).setBuiltinOptions(null));
    refused(
        "MAX_POOL_2D: options",
        network ->
            TestModels.operator(network, BuiltinOperator.MAX_POOL_2D)
                .getBuiltinOptions()
                .asPool2DOptions()
                .setStrideW(0));
    refused(
        "MAX_POOL_2D: options",
        network ->
            TestModels.operator(network, BuiltinOperator.MAX_POOL_2D)
                .getBuiltinOptions()
                .asPool2DOptions()
                .setFilterWidth(-3));
    refused(
        "CONV_2D: options",
        network ->
            conv(network)
                .getBuiltinOptions()
                .asConv2DOptions()
                .setPadding((byte) (Padding.VALID + 1)));
  }

  @Test
  public void refusesOperatorsOfOthers() {
    refused(
        "not an operator of ours",
        network -> {
          network.getOperatorCodes()[0].setBuiltinCode(BuiltinOperator.WHILE);
          network.getOperatorCodes()[0].setDeprecatedBuiltinCode((byte) BuiltinOperator.WHILE);
          network.getOperatorCodes()[0].setVersion(1);
        });
    refused(
        "contradictory code",
        network -> network.getOperatorCodes()[0].setDeprecatedBuiltinCode((byte) 32));
    refused("custom", network -> network.getOperatorCodes()[0].setCustomCode("Harm"));
    refused("version 99", network -> network.getOperatorCodes()[0].setVersion(99));
  }

  @Test
  public void refusesWrongOrder() {
    refused(
        "before it is set",
        network -> {
          OperatorT[] operators = network.getSubgraphs()[0].getOperators();
          OperatorT last = operators[operators.length - 1];
          operators[operators.length - 1] = operators[operators.length - 2];
          operators[operators.length - 2] = last;
        });
    refused(
        "once more",
        network -> {
          OperatorT[] operators = network.getSubgraphs()[0].getOperators();
          operators[1].setOutputs(operators[0].getOutputs());
        });
    refused(
        "nothing computes the output",
        network -> {
          OperatorT[] operators = network.getSubgraphs()[0].getOperators();
          network.getSubgraphs()[0].setOperators(Arrays.copyOf(operators, operators.length - 1));
        });
  }

  @Test
  public void whatItTakesDoesNotCrashTheRuntime() throws IOException {
    String whyNot = AndroidTflite.whyNot().orElse("");
    assumeTrue(whyNot, whyNot.isEmpty());
    AndroidTflite.load();
    Random random = new Random(5);
    float[] window = new float[192 * 40];
    int taken = 0;
    int refused = 0;
    for (int i = 0; i < ALTERATIONS; i++) {
      byte[] altered =
          TestModels.patched(
              bytes -> bytes[8 + random.nextInt(TABLES_END)] = (byte) random.nextInt(256));
      ModelFile file = TestModels.file(altered);
      try {
        NetworkCheck.check(file);
      } catch (ModelRefusedException e) {
        refused++;
        continue;
      }
      try (InterpreterClassifier classifier = InterpreterClassifier.onCpu(file)) {
        classifier.classify(window, new float[8]);
        taken++;
      } catch (ModelRefusedException e) {
        assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED_NETWORK);
      }
    }
    assertThat(refused).isGreaterThan(ALTERATIONS / 10);
    assertThat(taken).isGreaterThan(ALTERATIONS / 20);
  }

  private static OperatorT conv(ModelT network) {
    return TestModels.operator(network, BuiltinOperator.CONV_2D);
  }

  /** Returns the operator that writes a tensor. */
  private static OperatorT writer(ModelT network, int tensor) {
    for (OperatorT operator : network.getSubgraphs()[0].getOperators()) {
      if (operator.getOutputs()[0] == tensor) {
        return operator;
      }
    }
    throw new AssertionError("tensor " + tensor + " is not computed");
  }

  private static void refused(String why, Consumer<ModelT> change) {
    ModelFile file = TestModels.file(TestModels.altered(change));
    ModelRefusedException e =
        catchThrowableOfType(ModelRefusedException.class, () -> NetworkCheck.check(file));
    assertThat(e).as(why).isNotNull().hasMessageContaining(why);
    assertThat(e.reason()).as(why).isEqualTo(Reason.UNSAFE_NETWORK);
  }
}
