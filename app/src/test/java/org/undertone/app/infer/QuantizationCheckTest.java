// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.Test;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;
import org.undertone.app.infer.ModelRefusedException.Reason;
import org.undertone.ser.infer.ModelFile;

/** Networks with weights of a byte each. */
public class QuantizationCheckTest {
  @Test
  public void refusesScalesThatMakeNoSense() {
    for (float scale :
        new float[] {0, -0.1f, Float.MIN_VALUE, Float.NaN, Float.POSITIVE_INFINITY}) {
      refused("scale of channel 1 is " + scale, quantization -> quantization.getScale()[1] = scale);
    }
    refused("zero of channel 2", quantization -> quantization.getZeroPoint()[2] = 1);
    String perChannel = "not a scale and a zero for each of 8 channels";
    refused(perChannel, quantization -> quantization.setScale(new float[] {1}));
    refused(perChannel, quantization -> quantization.setScale(null));
    refused(perChannel, quantization -> quantization.setZeroPoint(new long[9]));
    refused(perChannel, quantization -> quantization.setQuantizedDimension(3));
    refused(perChannel, quantization -> quantization.setMin(new float[8]));
  }

  @Test
  public void refusesBytesWithoutScalesAndScalesOfOthers() {
    refusedNetwork("int8 without scales", network -> weights(network).setQuantization(null));
    refusedNetwork(
        "quantized, but not int8",
        network ->
            TestModels.tensor(network, 0).setQuantization(weights(network).getQuantization()));
    refusedNetwork(
        "bytes of data, need",
        network -> {
          weights(network).setQuantization(null);
          weights(network).setType(TensorType.FLOAT16);
        });
    refusedNetwork(
        "DEQUANTIZE: version 2",
        network ->
            network
                .getOperatorCodes()[
                (int) TestModels.operator(network, BuiltinOperator.DEQUANTIZE).getOpcodeIndex()]
                .setVersion(2));
    // The weights themselves, not widened.
    refusedNetwork(
        "CONV_2D: options or shapes",
        network ->
            TestModels.operator(network, BuiltinOperator.CONV_2D).getInputs()[1] =
                TestModels.operator(network, BuiltinOperator.DEQUANTIZE).getInputs()[0]);
  }

  @Test
  public void thePhonesRuntimeAnswersAsWithFloats() throws IOException {
    String whyNot = AndroidTflite.whyNot().orElse("");
    assumeTrue(whyNot, whyNot.isEmpty());
    AndroidTflite.load();
    Random random = new Random(3);
    float[] window = new float[37 * 13];
    float[] expected = new float[4];
    float[] probabilities = new float[4];
    try (InterpreterClassifier floats =
            InterpreterClassifier.onCpu(TestModels.exported("conv-float32"));
        InterpreterClassifier bytes =
            InterpreterClassifier.onCpu(TestModels.exported("conv-int8"))) {
      for (int i = 0; i < 20; i++) {
        for (int j = 0; j < window.length; j++) {
          window[j] = (float) random.nextGaussian();
        }
        floats.classify(window, expected);
        bytes.classify(window, probabilities);
        assertThat(probabilities).containsExactly(expected, within(2e-2f));
      }
      assertThat(probabilities).isNotEqualTo(expected);
    }
  }

  /** Returns the weights of the first convolution. */
  private static TensorT weights(ModelT network) {
    int stored = TestModels.operator(network, BuiltinOperator.DEQUANTIZE).getInputs()[0];
    return TestModels.tensor(network, stored);
  }

  private static void refused(String why, Consumer<QuantizationParametersT> change) {
    refusedNetwork(why, network -> change.accept(weights(network).getQuantization()));
  }

  private static void refusedNetwork(String why, Consumer<ModelT> change) {
    ModelFile file = TestModels.file(TestModels.altered(TestModels.exported("conv-int8"), change));
    ModelRefusedException e =
        catchThrowableOfType(ModelRefusedException.class, () -> NetworkCheck.check(file));
    assertThat(e).as(why).isNotNull().hasMessageContaining(why);
    assertThat(e.reason()).as(why).isEqualTo(Reason.UNSAFE_NETWORK);
  }
}
