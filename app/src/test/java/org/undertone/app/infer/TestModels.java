// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.TensorT;
import org.undertone.app.infer.LoadedModel.Origin;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFileWriter;
import org.undertone.ser.infer.ModelSpec;

/** The built-in model, and what can be made of it. */
final class TestModels {
  private static final Path ROOT =
      Path.of(System.getProperty("undertone.root", System.getProperty("basedir", ".") + "/.."));

  private TestModels() {}

  /** Returns the built-in model's file. */
  static byte[] builtIn() {
    return read("model/src/main/resources/org/undertone/model/" + ModelStore.ASSET);
  }

  /** Returns one of the networks that ExportedNetworks in the module model writes. */
  static ModelFile exported(String name) {
    return file(
        read("app/src/test/resources/org/undertone/app/infer/networks/" + name + ".tflite"));
  }

  /** Returns the asset with the golden windows. */
  static byte[] golden() {
    return read("app/src/main/assets/" + GoldenWindows.ASSET);
  }

  private static byte[] read(String path) {
    try {
      return Files.readAllBytes(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the built-in model. */
  static LoadedModel loaded() {
    return loaded(builtIn());
  }

  /** Returns a model without the check of its network. */
  static LoadedModel loaded(byte[] file) {
    return new LoadedModel(file(file), Origin.IMPORTED, "test.tflite");
  }

  /** Returns a model file without the check of its network. */
  static ModelFile file(byte[] bytes) {
    try {
      return ModelFile.read(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the built-in model with its network altered, and the checksum made right. */
  static byte[] altered(Consumer<ModelT> change) {
    return altered(file(builtIn()), change);
  }

  /** Returns a model with its network altered, and the checksum made right. */
  static byte[] altered(ModelFile file, Consumer<ModelT> change) {
    ModelT network = Model.getRootAsModel(network(file)).unpack();
    change.accept(network);
    FlatBufferBuilder builder = new FlatBufferBuilder(1 << 19);
    Model.finishModelBuffer(builder, Model.pack(builder, network));
    return ModelFileWriter.write(builder.sizedByteArray(), file.spec());
  }

  /** Returns the built-in model with bytes of its network altered, and the checksum made right. */
  static byte[] patched(Consumer<byte[]> change) {
    ModelFile file = file(builtIn());
    byte[] network = bytes(file);
    change.accept(network);
    return ModelFileWriter.write(network, file.spec());
  }

  /** Returns the built-in model's network with another description. */
  static byte[] described(ModelSpec spec) {
    return ModelFileWriter.write(bytes(file(builtIn())), spec);
  }

  /** Returns a spec with another length of the window. */
  static ModelSpec withWindow(ModelSpec spec, int frames) {
    return new ModelSpec(
        spec.name(),
        spec.labels(),
        spec.mfcc(),
        frames,
        spec.hopFrames(),
        spec.floorDb(),
        spec.minSpeechSeconds(),
        spec.statistics(),
        spec.profilePriorFrames(),
        spec.temperature(),
        spec.unsureThreshold(),
        spec.provenance());
  }

  /** Returns a model's network. */
  static byte[] bytes(ModelFile file) {
    ByteBuffer network = file.network();
    byte[] bytes = new byte[network.remaining()];
    network.get(bytes);
    return bytes;
  }

  private static ByteBuffer network(ModelFile file) {
    return ByteBuffer.wrap(bytes(file)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns the first operator with this code. */
  static OperatorT operator(ModelT network, int builtin) {
    for (OperatorT operator : network.getSubgraphs()[0].getOperators()) {
      if (network.getOperatorCodes()[(int) operator.getOpcodeIndex()].getBuiltinCode() == builtin) {
        return operator;
      }
    }
    throw new AssertionError("no operator " + builtin);
  }

  /** Returns a tensor. */
  static TensorT tensor(ModelT network, int index) {
    return network.getSubgraphs()[0].getTensors()[index];
  }
}
