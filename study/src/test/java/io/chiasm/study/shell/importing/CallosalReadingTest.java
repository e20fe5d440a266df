package io.chiasm.study.shell.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.Callosum.Gates;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Weights;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.construction.Convolution;
import io.chiasm.networks.construction.GraphBuilder;
import io.chiasm.report.geometry.CallosalGeometry;
import io.chiasm.study.plan.CallosalLayer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallosalReadingTest {
  private static final int SIZE = 64;
  private static final Convolution HALVING = new Convolution(2, 1, 1, 1, 1);

  @Test
  void aLayerAtOrBeforeACallosumIsTheSameForEveryLaterOne() {
    // When
    var layers = layers(reading(chain(), "early", "second", "none"));
    // Then
    assertThat(layers.getOrDefault(Callosum.of("early"), Map.of()).entrySet())
        .extracting(layer -> layer.getKey() + " joined at " + layer.getValue().callosum())
        .containsExactlyInAnyOrder("first joined at none", "second joined at first");
    assertThat(layers.get(Callosum.of("second"))).isEqualTo(layers.get(Callosum.of("none")));
  }

  @Test
  void theTableSaysWhereTheColumnsLookAndWhatCrosses() {
    // Given: 60 columns are 30 in a half, which become 15 and then 8
    List<CallosalGeometry> rows = reading(chain(60), "early", "none").geometry();
    // Then
    assertThat(rows)
        .extracting(r -> r.split() + " " + r.geometry().layer() + " " + r.crosses())
        .containsExactly(
            "architecture-early early false",
            "architecture-early late true",
            "architecture-none early false",
            "architecture-none late false");
    assertThat(rows.get(1).geometry().columns()).isEqualTo(15);
    assertThat(rows.get(3).geometry().columns()).isEqualTo(16);
    // And: the right half's first column looks at the midline, not a stride further
    assertThat(rows.get(3).geometry().lastCentre()).isEqualTo(30 + 4 * 7);
  }

  @Test
  void aLayerThatHalvesCannotReachIsLeftOutOnlyWhereNoneAsksForIt() {
    // Given
    CallosalReading reading = reading(placed(), "early", "none");
    var layers = layers(reading);
    // Then
    assertThat(layers.get(Callosum.of("early"))).containsOnlyKeys("first", "second");
    assertThat(layers.get(Callosum.of("none"))).containsOnlyKeys("first");
    assertThat(reading.geometry()).hasSize(3);
    assertThat(reading.notes())
        .singleElement()
        .asString()
        .startsWith("layer 'second' is left out where hemifields are never joined");
  }

  @Test
  void elsewhereItIsAnErrorThatNamesIt() {
    for (List<String> callosa : List.of(List.of("none"), List.of("early", "late"))) {
      assertThatThrownBy(() -> reading(placed(), callosa.toArray(String[]::new)))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("network made: ")
          .hasMessageContaining("for the layers second");
    }
  }

  @Test
  void asAControlItIsNeverAnError() {
    // Given
    SplitSpec split =
        new SplitSpec(
            SplitSpec.At.FEATURES,
            SplitSpec.Midline.EXCLUDE,
            List.of(SplitSpec.Control.ARCHITECTURE));
    // When
    CallosalReading reading = CallosalReading.of(split, spec(), placed());
    // Then
    assertThat(layers(reading).get(Callosum.of("none"))).containsOnlyKeys("first");
    assertThat(reading.geometry())
        .extracting(r -> r.split() + " " + r.callosum() + " " + r.geometry().layer())
        .containsExactly("architecture none early");
    assertThat(reading.notes()).hasSize(1);
  }

  @Test
  void gatesAreSharedOnlyWhereALayerHasThem() {
    // Given
    SplitSpec split =
        new SplitSpec(
            SplitSpec.At.FEATURES,
            SplitSpec.Midline.EXCLUDE,
            List.of(SplitSpec.Control.ARCHITECTURE, SplitSpec.Control.SHARED_GATES));
    // When
    CallosalReading reading = CallosalReading.of(split, spec(), gated());
    var layers = layers(reading);
    // Then: the first layer comes before the gate, so it is one activation under both
    var own = layers.getOrDefault(new Callosum(null, Gates.OWN), Map.of());
    var shared = layers.getOrDefault(new Callosum(null, Gates.SHARED), Map.of());
    assertThat(shared.get("first")).isEqualTo(own.get("first"));
    assertThat(Objects.requireNonNull(shared.get("second"))).isNotEqualTo(own.get("second"));
    assertThat(Objects.requireNonNull(shared.get("second")).sharedGates()).isTrue();
    assertThat(reading.geometry())
        .extracting(r -> r.split() + " " + r.geometry().layer() + " " + r.crosses())
        .containsExactly(
            "architecture early false",
            "architecture late false",
            "shared-gates early false",
            "shared-gates late true");
  }

  @Test
  void aCallosumThatTheNetworkDoesNotHaveIsNamed() {
    assertThatThrownBy(() -> reading(chain(), "third"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no layer 'third'");
  }

  private static Map<Callosum, Map<String, CallosalLayer>> layers(CallosalReading reading) {
    return reading.layers(
        (edit, network, tensors) ->
            new NetworkRef(ObjectLayout.graph(network.sha256()), network.sha256(), null));
  }

  private static CallosalReading reading(OnnxGraph graph, String... callosa) {
    SplitSpec split =
        new SplitSpec(
            SplitSpec.At.ARCHITECTURE,
            SplitSpec.Midline.EXCLUDE,
            List.of(),
            Stream.of(callosa).map(Callosum::of).toList());
    return CallosalReading.of(split, spec(), graph);
  }

  private static NetworkSpec spec() {
    Map<String, String> layers = new LinkedHashMap<>();
    layers.put("early", "first");
    layers.put("late", "second");
    return new NetworkSpec(
        "made",
        new NetworkSource.Onnx(Path.of("made.onnx")),
        new Weights.Trained(),
        null,
        null,
        layers);
  }

  private static OnnxGraph chain() {
    return chain(SIZE);
  }

  private static OnnxGraph chain(int size) {
    GraphBuilder graph = GraphBuilder.named("chain");
    String in = graph.input("x", 3, size, size);
    String first = graph.conv("first", in, FloatTensor.zeros(4, 3, 3, 3), HALVING);
    graph.output(graph.conv("second", first, FloatTensor.zeros(5, 4, 3, 3), HALVING));
    return OnnxGraph.of(graph.model(), "chain");
  }

  /** The second layer sees the first one's channels, each times its own mean. */
  private static OnnxGraph gated() {
    GraphBuilder graph = GraphBuilder.named("gated");
    String in = graph.input("x", 3, SIZE, SIZE);
    String first = graph.conv("first", in, FloatTensor.zeros(4, 3, 3, 3), HALVING);
    String pooled = graph.node("pooled", "GlobalAveragePool", List.of(first));
    String gated = graph.multiply("gated", first, pooled);
    graph.output(graph.conv("second", gated, FloatTensor.zeros(5, 4, 3, 3), HALVING));
    return OnnxGraph.of(graph.model(), "gated");
  }

  /** The second layer adds a number for each place of the whole first one. */
  private static OnnxGraph placed() {
    GraphBuilder graph = GraphBuilder.named("placed");
    String in = graph.input("x", 3, SIZE, SIZE);
    String first = graph.conv("first", in, FloatTensor.zeros(4, 3, 3, 3), HALVING);
    String places = graph.constant("places", FloatTensor.zeros(1, 4, SIZE / 2, SIZE / 2));
    String placed = graph.add("placed", first, places);
    graph.output(graph.conv("second", placed, FloatTensor.zeros(5, 4, 3, 3), HALVING));
    return OnnxGraph.of(graph.model(), "placed");
  }
}
