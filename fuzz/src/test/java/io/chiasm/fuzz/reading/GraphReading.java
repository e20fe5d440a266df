package io.chiasm.fuzz.reading;

import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.ModelReader;
import io.chiasm.networks.inspect.Inspection;
import io.chiasm.networks.shape.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Networks as ONNX: what a study, the extractor and {@code networks inspect} ask of one. */
public final class GraphReading {
  private static final int LAYERS = 3;

  private GraphReading() {}

  public static void bytes(byte[] bytes) {
    use(OnnxGraph.read(bytes, "network.onnx"));
  }

  /** With a file beside it, from which it may take its numbers. */
  public static void file(byte[] bytes) throws IOException {
    Scratch.file("net/n.onnx.data", new byte[256]);
    Path file = Scratch.file("net/n.onnx", bytes);
    ModelReader.filesBeside(file);
    use(OnnxGraph.read(file));
  }

  private static void use(OnnxGraph read) {
    Attempts.each(
        read::normalisation, read::resizing, read::suggestedLayers, read::parameters, read::bytes);
    OnnxGraph graph = read.hasInputSize() ? read : read.withInputSize(new ImageSize(64, 64));
    Attempts.each(() -> Inspection.of(graph), () -> graph.untrained(1), graph::trainingNotes);
    graph.layers().stream().limit(LAYERS).forEach(layer -> tap(graph, layer));
  }

  private static void tap(OnnxGraph graph, Layer layer) {
    List<String> name = List.of(layer.name());
    Attempts.each(
        () -> graph.requireReadable(name),
        () -> graph.runNotes(name),
        () -> graph.multiplyAdds(name),
        () -> graph.tapped(name));
  }
}
