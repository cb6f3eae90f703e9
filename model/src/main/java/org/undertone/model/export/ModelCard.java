// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import com.google.flatbuffers.FlatBufferBuilder;
import org.tensorflow.lite.support.metadata.schema.AssociatedFileT;
import org.tensorflow.lite.support.metadata.schema.AssociatedFileType;
import org.tensorflow.lite.support.metadata.schema.ContentProperties;
import org.tensorflow.lite.support.metadata.schema.ContentPropertiesUnion;
import org.tensorflow.lite.support.metadata.schema.ContentT;
import org.tensorflow.lite.support.metadata.schema.FeaturePropertiesT;
import org.tensorflow.lite.support.metadata.schema.ModelMetadata;
import org.tensorflow.lite.support.metadata.schema.ModelMetadataT;
import org.tensorflow.lite.support.metadata.schema.SubGraphMetadataT;
import org.tensorflow.lite.support.metadata.schema.TensorMetadataT;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;

/** What ordinary tools show of a model: TensorFlow Lite's metadata (metadata_schema.fbs). */
final class ModelCard {
  static final String INPUT = "mfcc";
  static final String OUTPUT = "probabilities";

  private ModelCard() {}

  /** Returns the metadata as a flatbuffer. */
  static byte[] metadata(ModelSpec spec) {
    TensorMetadataT input =
        tensor(
            INPUT,
            "Normalised MFCCs, [frame][coefficient]; their definition is in "
                + ModelFile.SPEC_FILE
                + ".");
    TensorMetadataT output = tensor(OUTPUT, "Probability of each emotion, not yet calibrated.");
    output.setAssociatedFiles(
        new AssociatedFileT[] {
          file(
              ModelFile.LABELS_FILE, "Emotions, one a line.", AssociatedFileType.TENSOR_AXIS_LABELS)
        });

    SubGraphMetadataT graph = new SubGraphMetadataT();
    graph.setInputTensorMetadata(new TensorMetadataT[] {input});
    graph.setOutputTensorMetadata(new TensorMetadataT[] {output});

    ModelMetadataT model = new ModelMetadataT();
    model.setName(spec.name());
    model.setDescription(description(spec));
    model.setVersion(Integer.toString(ModelSpec.FORMAT));
    model.setAuthor("Undertone");
    model.setLicense("GPL-3.0-or-later");
    model.setSubgraphMetadata(new SubGraphMetadataT[] {graph});
    model.setAssociatedFiles(
        new AssociatedFileT[] {
          file(
              ModelFile.SPEC_FILE,
              "Features, window, normalisation, calibration and provenance.",
              AssociatedFileType.DESCRIPTIONS)
        });
    model.setMinParserVersion("1.0.0");
    FlatBufferBuilder builder = new FlatBufferBuilder();
    ModelMetadata.finishModelMetadataBuffer(builder, ModelMetadata.pack(builder, model));
    return builder.sizedByteArray();
  }

  /** Returns a line on the model. */
  static String description(ModelSpec spec) {
    return "Undertone speech emotion recognition: " + spec.name();
  }

  private static TensorMetadataT tensor(String name, String description) {
    ContentPropertiesUnion properties = new ContentPropertiesUnion();
    properties.setType(ContentProperties.FeatureProperties);
    properties.setValue(new FeaturePropertiesT());
    ContentT content = new ContentT();
    content.setContentProperties(properties);
    TensorMetadataT tensor = new TensorMetadataT();
    tensor.setName(name);
    tensor.setDescription(description);
    tensor.setContent(content);
    return tensor;
  }

  private static AssociatedFileT file(String name, String description, byte type) {
    AssociatedFileT file = new AssociatedFileT();
    file.setName(name);
    file.setDescription(description);
    file.setType(type);
    return file;
  }
}
