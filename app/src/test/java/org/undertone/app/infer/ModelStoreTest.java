// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.Assume.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.undertone.app.infer.LoadedModel.Origin;
import org.undertone.app.infer.ModelRefusedException.Reason;
import org.undertone.ser.infer.ModelFile;

/** On real files and the phone's own TensorFlow Lite. */
public class ModelStoreTest {
  private static final String SMALL = "networks/residual-float16.tflite";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private File folder;
  private ModelStore store;

  @BeforeClass
  public static void loadTflite() {
    String whyNot = AndroidTflite.whyNot().orElse("");
    assumeTrue(whyNot, whyNot.isEmpty());
    AndroidTflite.load();
  }

  @Before
  public void open() {
    folder = new File(temporary.getRoot(), "models");
    store = reopened();
  }

  /** Returns the store as the app has it after its next start. */
  private ModelStore reopened() {
    ClassifierFactory classifiers =
        new ClassifierFactory(
            new TfliteRuntime(),
            new NoMemory(),
            new KnownEnds(),
            "phone",
            TestModels.golden(),
            Double.MAX_VALUE);
    return new ModelStore(
        folder, () -> new ByteArrayInputStream(TestModels.builtIn()), classifiers);
  }

  /** The CPU needs none. */
  private static final class NoMemory implements DelegateMemory {
    @Override
    public String get(String key) {
      throw new AssertionError(key);
    }

    @Override
    public void put(String key, String text) {
      throw new AssertionError(key);
    }

    @Override
    public void clear() {
      throw new AssertionError();
    }
  }

  private static byte[] small() throws IOException {
    try (InputStream in = ModelStoreTest.class.getResourceAsStream(SMALL)) {
      return in.readAllBytes();
    }
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.toPath())) {
      return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }

  @Test
  public void usesTheBuiltInModelAtFirst() throws IOException {
    CurrentModel current = store.current();
    assertThat(current.problem()).isEmpty();
    assertThat(current.model().origin()).isEqualTo(Origin.BUILT_IN);
    assertThat(current.model().name()).isEqualTo("Undertone");
    assertThat(current.model().sizeBytes()).isEqualTo(TestModels.builtIn().length);
    assertThat(current.model().hash()).hasSize(64);
    assertThat(current.model().provenance()).contains("corpora");
    assertThat(store.imported()).isEmpty();
  }

  @Test
  public void importsAModelAndUsesItFromThenOn() throws IOException {
    LoadedModel imported = store.importModel(stream(small()), "my voice.tflite");
    assertThat(imported.origin()).isEqualTo(Origin.IMPORTED);
    store = reopened();
    CurrentModel current = store.current();
    assertThat(current.problem()).isEmpty();
    assertThat(current.model().fileName()).isEqualTo("my voice.tflite");
    assertThat(current.model().hash()).isEqualTo(imported.hash());
    assertThat(current.model().spec().windowFrames()).isEqualTo(37);
    assertThat(store.imported()).contains("my voice.tflite");
  }

  @Test
  public void switchesBackAndForth() throws IOException {
    LoadedModel imported = store.importModel(stream(small()), "a.tflite");
    assertThat(store.useBuiltIn().origin()).isEqualTo(Origin.BUILT_IN);
    assertThat(reopened().current().model().origin()).isEqualTo(Origin.BUILT_IN);
    assertThat(store.imported()).contains("a.tflite");
    assertThat(store.useImported().hash()).isEqualTo(imported.hash());
    assertThat(reopened().current().model().origin()).isEqualTo(Origin.IMPORTED);
    store.removeImported();
    assertThat(store.imported()).isEmpty();
    assertThat(files()).isEmpty();
    assertThat(store.current().model().origin()).isEqualTo(Origin.BUILT_IN);
    ModelRefusedException e =
        catchThrowableOfType(ModelRefusedException.class, () -> store.useImported());
    assertThat(e.reason()).isEqualTo(Reason.MISSING);
  }

  @Test
  public void theNextImportTakesThePlaceOfTheLast() throws IOException {
    store.importModel(stream(small()), "a.tflite");
    LoadedModel second = store.importModel(stream(TestModels.builtIn()), "b.tflite");
    assertThat(files()).containsExactlyInAnyOrder(second.hash() + ".tflite", "selection.json");
    assertThat(reopened().current().model().fileName()).isEqualTo("b.tflite");
  }

  @Test
  public void refusesWithTheReasonAndKeepsThePresentModel() throws IOException {
    byte[] good = TestModels.builtIn();
    refused(Reason.NOT_TFLITE, "hello".getBytes(StandardCharsets.UTF_8));
    refused(Reason.NOT_TFLITE, new byte[0]);
    refused(Reason.DAMAGED, Arrays.copyOf(good, good.length - 30));
    refused(Reason.DAMAGED, Arrays.copyOf(good, good.length / 2));
    byte[] flipped = good.clone();
    flipped[good.length / 2] ^= 1;
    refused(Reason.DAMAGED, flipped);
    refused(Reason.NOT_UNDERTONE, plainTflite());
    refused(Reason.TOO_LARGE, Arrays.copyOf(good, ModelFile.MAX_BYTES + 1));
    ModelFile file = TestModels.file(good);
    refused(Reason.WRONG_SHAPE, TestModels.described(TestModels.withWindow(file.spec(), 200)));
    refused(Reason.UNSAFE_NETWORK, TestModels.altered(network -> network.setVersion(2)));
    refused(
        Reason.UNSAFE_NETWORK,
        TestModels.altered(
            network ->
                TestModels.operator(network, BuiltinOperator.CONV_2D).getInputs()[0] = 100_000));
    refused(
        Reason.UNSAFE_NETWORK,
        TestModels.altered(
            network ->
                TestModels.operator(network, BuiltinOperator.CONV_2D)
                    .getBuiltinOptions()
                    .asConv2DOptions()
                    .setStrideW(0)));
  }

  /** A network that has nothing of Undertone: neither the appended archive nor the word in it. */
  private static byte[] plainTflite() {
    byte[] altered =
        TestModels.altered(
            network -> {
              int metadata = (int) network.getMetadata()[0].getBuffer();
              network.getBuffers()[metadata].setData(new int[] {1, 2, 3, 4});
              network.setDescription("A network");
            });
    return TestModels.bytes(TestModels.file(altered));
  }

  private void refused(Reason reason, byte[] bytes) throws IOException {
    LoadedModel present = store.importModel(stream(small()), "present.tflite");
    List<String> files = files();
    ModelRefusedException e =
        catchThrowableOfType(
            ModelRefusedException.class, () -> store.importModel(stream(bytes), "bad.tflite"));
    assertThat(e).as("%s", reason).isNotNull();
    assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
    assertThat(files()).isEqualTo(files);
    CurrentModel current = reopened().current();
    assertThat(current.problem()).isEmpty();
    assertThat(current.model().hash()).isEqualTo(present.hash());
    assertThat(current.model().fileName()).isEqualTo("present.tflite");
  }

  @Test
  public void keepsThePresentModelWhenTheStreamFails() throws IOException {
    LoadedModel present = store.importModel(stream(small()), "present.tflite");
    InputStream failing =
        new FilterInputStream(stream(TestModels.builtIn())) {
          private int left = 100_000;

          @Override
          public int read(byte[] block, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) {
              throw new IOException("the card is gone");
            }
            return super.read(block, offset, length);
          }
        };
    assertThatIOException()
        .isThrownBy(() -> store.importModel(failing, "bad.tflite"))
        .withMessage("the card is gone");
    assertThat(reopened().current().model().hash()).isEqualTo(present.hash());
  }

  @Test
  public void fallsBackToTheBuiltInModelAndSaysWhy() throws IOException {
    LoadedModel imported = store.importModel(stream(small()), "a.tflite");
    Path file = folder.toPath().resolve(imported.hash() + ".tflite");
    byte[] stored = Files.readAllBytes(file);
    byte[] flipped = stored.clone();
    flipped[stored.length / 2] ^= 4;
    Files.write(file, flipped);
    fallsBack(Reason.DAMAGED);
    Files.write(file, Arrays.copyOf(stored, stored.length - 30));
    fallsBack(Reason.DAMAGED);
    Files.write(file, new byte[0]);
    fallsBack(Reason.NOT_TFLITE);
    Files.delete(file);
    fallsBack(Reason.MISSING);
    // Imported anew, it is used again.
    store.importModel(stream(small()), "a.tflite");
    assertThat(reopened().current().problem()).isEmpty();
  }

  private void fallsBack(Reason reason) throws IOException {
    CurrentModel current = reopened().current();
    assertThat(current.model().origin()).isEqualTo(Origin.BUILT_IN);
    assertThat(current.problem()).isPresent();
    assertThat(current.problem().get().reason()).isEqualTo(reason);
  }

  @Test
  public void whatAnInterruptedImportLeftBehindIsRemoved() throws IOException {
    Files.createDirectories(folder.toPath());
    Files.write(folder.toPath().resolve("0123.tflite.part"), new byte[10]);
    assertThat(store.current().model().origin()).isEqualTo(Origin.BUILT_IN);
    LoadedModel model = store.importModel(stream(small()), "a.tflite");
    assertThat(files()).containsExactlyInAnyOrder(model.hash() + ".tflite", "selection.json");
  }

  @Test
  public void refusesToImportWhereNothingCanBeWritten() throws IOException {
    Files.write(folder.toPath(), new byte[0]);
    assertThatIOException()
        .isThrownBy(() -> store.importModel(stream(small()), "a.tflite"))
        .withMessageContaining("cannot make the folder");
  }
}
