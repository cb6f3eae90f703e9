// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private final RandomNetworks random = new RandomNetworks(1);

  @Test
  void namesTheLayerThatDoesNotFit() {
    List<Layer> layers =
        List.of(random.conv(8, 5, 3), GlobalPool.mean(), random.dense(4, 9), new Softmax());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Network(20, 5, layers))
        .withMessageContaining("layer 2")
        .withMessageContaining("takes 9 channels and gets 8");
  }

  @Test
  void refusesNetworkWithoutSoftmaxAndConvolutionAfterPooling() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Network(20, 5, List.of(GlobalPool.mean())))
        .withMessageContaining("softmax");
    List<Layer> layers = List.of(GlobalPool.mean(), random.conv(4, 5, 1), new Softmax());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Network(20, 5, layers))
        .withMessageContaining("after time has been pooled");
  }

  @Test
  void refusesWeightsOfDivergedTraining() {
    float[] bias = {0, Float.NaN};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dense.of(new float[2], bias, 2, 1))
        .withMessageContaining("value 1 is NaN");
  }

  @Test
  void ordersPyTorchWeightsAsOutputKernelInput() {
    float[] weights = {1, 2, 3, 10, 20, 30};
    Conv1d conv = Conv1d.ofPyTorch(weights, null, 1, 2, 3);
    assertThat(conv.weights()).containsExactly(1, 10, 2, 20, 3, 30);
    assertThat(conv.padding()).isEqualTo(1);
  }

  @Test
  void foldsBatchNormIntoConvolution() {
    Conv1d conv = random.conv(2, 1, 1);
    float[] gamma = {1.5f, -0.5f};
    float[] beta = {0.25f, 3};
    float[] mean = {0.1f, -2};
    float[] variance = {0.04f, 9};
    Conv1d folded = conv.withBatchNorm(gamma, beta, mean, variance, 1e-5);
    for (int o = 0; o < 2; o++) {
      for (double x : new double[] {-1, 0, 2}) {
        double before = conv.weight(o, 0, 0) * x + conv.bias()[o];
        double expected = gamma[o] * (before - mean[o]) / Math.sqrt(variance[o] + 1e-5) + beta[o];
        assertThat(folded.weight(o, 0, 0) * x + folded.bias()[o]).isCloseTo(expected, within(1e-5));
      }
    }
  }

  @Test
  void refusesSumOfUnequalBranchesOrOfOne() {
    List<List<Layer>> unequal =
        List.of(List.of(random.conv(8, 5, 3)), List.of(random.conv(9, 5, 3)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sum(unequal).output(new Shape(20, 5)))
        .withMessageContaining("channels=8")
        .withMessageContaining("of branch 1")
        .withMessageContaining("channels=9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sum(List.of(List.of())))
        .withMessageContaining("1 branches");
  }

  @Test
  void refusesAttentionThatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttentivePool(random.conv(4, 5, 1), random.conv(5, 3, 1), 1e-5f))
        .withMessageContaining("from 5 to 4, then from 3 to 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttentivePool(random.conv(4, 5, 3), random.conv(5, 4, 1), 1e-5f))
        .withMessageContaining("one frame");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SqueezeExcitation(random.dense(2, 5), random.dense(5, 3)))
        .withMessageContaining("takes 3 channels and gets 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> random.excitation(5, 2).output(new Shape(20, 6)))
        .withMessageContaining("takes 5 channels and gets 6");
  }
}
