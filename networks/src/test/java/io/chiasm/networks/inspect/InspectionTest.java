package io.chiasm.networks.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.construction.DemoNetwork;
import io.chiasm.networks.construction.GraphBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionTest {
  @Test
  void aLayerRowTellsMemoryAndWhetherItCanBeSplit() {
    Inspection demo = Inspection.of(OnnxGraph.read(DemoNetwork.bytes(), "demo.onnx"));
    LayerRow early =
        demo.layers().stream().filter(l -> l.name().equals("early")).findFirst().orElseThrow();
    assertThat(early.kibPerImage()).isEqualTo(96);
    assertThat(early.splittable()).isTrue();
    assertThat(early.operator()).isEqualTo("Sqrt");
    assertThat(demo.opset()).isEqualTo(17);
    assertThat(demo.producer()).isEqualTo("chiasm");
    assertThat(demo.sha256()).hasSize(64);
    // Two banks of filters, the combinations and the profiles.
    assertThat(demo.parameters()).isEqualTo(2 * 24 * 3 * 15 * 15 + 32 * 24 * 9 + 48 * 32 * 16);
  }

  @Test
  void whatIsWrongIsSaidInWords() {
    GraphBuilder graph = GraphBuilder.named("poor").metadata("layers.early", "conv7");
    String in = graph.input("x", 3, 8, 8);
    String odd = graph.node("odd", "DepthToSpace", List.of(in));
    graph.output(graph.relu("after", odd));
    assertThat(Inspection.of(OnnxGraph.read(graph.bytes(), "poor.onnx")).problems())
        .containsExactly(
            "the file does not name its normalisation; the study file must (normalisation: …)",
            "no layer is known to be a feature map [channel, row, column] that can be split",
            "layer 'odd' (DepthToSpace): operator DepthToSpace is not known",
            "the file suggests layer 'conv7' as early but lacks it");
  }

  @Test
  void howImagesRunIsSaidOncePerReason() {
    GraphBuilder graph = GraphBuilder.named("mixing").metadata("input.mean", "0,0,0");
    graph.metadata("input.std", "1,1,1");
    String stem = graph.relu("stem", graph.input("x", 3, 8, 8));
    String most = graph.node("most", "ReduceMax", List.of(stem));
    String divided = graph.node("divided", "Div", List.of(stem, most));
    String noise = graph.node("noise", "RandomNormalLike", List.of(stem));
    graph.output(graph.relu("after", divided)).output(graph.add("noisy", stem, noise));
    Inspection inspection = Inspection.of(OnnxGraph.read(graph.bytes(), "mixing.onnx"));
    assertThat(inspection.runs())
        .containsExactly(
            "layer 'divided' and 1 after it run one image at a time: node 'most' (ReduceMax) is not"
                + " known to keep the images of a run apart");
    assertThat(inspection.problems())
        .contains(
            "layer 'noise' and 1 after it cannot be had: node 'noise' (RandomNormalLike) gives"
                + " another answer each time");
    assertThat(inspection.layers())
        .filteredOn(row -> row.name().equals("stem"))
        .allMatch(row -> row.run().any());
  }

  @Test
  void anOpenInputSizeLeavesTheTableEmpty() {
    GraphBuilder graph = GraphBuilder.named("open");
    graph.output(graph.relu("relu", graph.input("x", 3, 0, 0)));
    Inspection open = Inspection.of(OnnxGraph.read(graph.bytes(), "open.onnx"));
    assertThat(open.layers()).isEmpty();
    assertThat(open.inputSize()).isNull();
    assertThat(open.problems()).anyMatch(p -> p.startsWith("the input size is open"));
  }
}
