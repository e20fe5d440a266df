package io.chiasm.extraction.parity;

import ai.onnx.proto.OnnxMl;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.extract.Photograph;
import io.chiasm.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** EfficientNet-Lite0 of the shared data with an early, a middle and a late layer as outputs. */
public final class Lite0 {
  public static final List<String> LAYERS = List.of("stage3", "stage6", "stage9");

  private static final int SIDE = 224;
  private static final Normalisation NORMALISATION =
      new Normalisation(Collections.nCopies(3, 127 / 255.0), Collections.nCopies(3, 128 / 255.0));

  private Lite0() {}

  /** The network; skips the test where the file is absent. */
  public static LoadedNetwork load() throws IOException {
    byte[] file = Files.readAllBytes(SharedData.of("networks/efficientnet_lite0.onnx"));
    OnnxMl.ModelProto.Builder model = OnnxMl.ModelProto.parseFrom(file).toBuilder();
    OnnxMl.TypeProto floats =
        OnnxMl.TypeProto.newBuilder()
            .setTensorType(
                OnnxMl.TypeProto.Tensor.newBuilder()
                    .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber()))
            .build();
    model.getGraphBuilder().clearOutput();
    for (String layer : LAYERS) {
      model
          .getGraphBuilder()
          .addOutput(OnnxMl.ValueInfoProto.newBuilder().setName(layer).setType(floats));
    }
    return new LoadedNetwork(
        "efficientnet_lite0", model.build().toByteArray(), LAYERS, SIDE, SIDE, NORMALISATION);
  }

  /** The first photographs of the simulated Algonauts folder, by name. */
  public static List<Photograph> photographs(int count) throws IOException {
    Path folder = SharedData.of("algonauts_sim/subj01/training_split/training_images");
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().limit(count).map(Lite0::photograph).toList();
    }
  }

  private static Photograph photograph(Path file) {
    return new Photograph(
        file.getFileName().toString(),
        () -> {
          try {
            return Files.readAllBytes(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
