package io.chiasm.networks.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.networks.OnnxGraph;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the shapes that ONNX Runtime gave when it ran these graphs; operators.py made both. */
class OperatorShapesTest {
  /** How many images ONNX Runtime was given. */
  private static final long IMAGES = 3;

  @ParameterizedTest
  @ValueSource(strings = {"windows", "classifier", "convnext", "attention"})
  void shapesAreThoseThatOnnxRuntimeComputes(String graph) {
    Map<String, Layer> layers =
        network(graph).layers().stream().collect(Collectors.toMap(Layer::name, l -> l));
    List<String[]> expected = expected(graph);
    assertThat(layers.keySet()).hasSize(expected.size());
    for (String[] line : expected) {
      assertThat(layers).containsKey(line[1]);
      List<Long> extents = extents(line);
      Layer layer = network(graph).layer(line[1]);
      if (layer.shape() == null) {
        // Only where the first axis is not the image.
        assertThat(extents.isEmpty() || extents.get(0) != IMAGES).as(line[1]).isTrue();
        assertThat(layer.note()).contains("its extents are ");
      } else {
        assertThat(kept(layer)).as(line[1]).isEqualTo(extents.subList(1, extents.size()));
      }
    }
  }

  @Test
  void squeezeAndExcitationIsGlobalAndStaysAMap() {
    OnnxGraph network = network("classifier");
    assertThat(network.layer("dropped").mixing()).isEqualTo(Mixing.LOCAL);
    assertThat(network.layer("gate").mixing()).isEqualTo(Mixing.GLOBAL);
    assertThat(network.layer("gate").splittable()).isFalse();
    Layer excited = network.layer("excited");
    assertThat(excited.mixing()).isEqualTo(Mixing.GLOBAL);
    assertThat(excited.splittable()).isTrue();
    assertThat(excited.columns()).isEqualTo(network.layer("dropped").columns());
  }

  @Test
  void pointwiseMatrixProductsKeepTheMap() {
    OnnxGraph network = network("convnext");
    Layer block = network.layer("block");
    assertThat(block.mixing()).isEqualTo(Mixing.LOCAL);
    // 4 + 6·4 pixels, centred on the middle of the first patch.
    assertThat(block.columns()).isEqualTo(new ReceptiveField(28, 4, 1.5));
    Layer last = network.layer("gelu");
    assertThat(last.storage().axes()).isEqualTo("[row, column, channel]");
    assertThat(last.columns()).isEqualTo(block.columns());
  }

  @Test
  void attentionIsGlobalAndHasNoPositions() {
    OnnxGraph network = network("attention");
    assertThat(network.layer("patches").mixing()).isEqualTo(Mixing.LOCAL);
    assertThat(network.layer("query").mixing()).isEqualTo(Mixing.UNKNOWN);
    assertThat(network.layer("scores").mixing()).isEqualTo(Mixing.GLOBAL);
    assertThat(network.layer("attended").mixing()).isEqualTo(Mixing.GLOBAL);
    assertThat(network.layer("attended").columns()).isNull();
  }

  /** Extents of one image in the graph's own order. */
  private static List<Long> kept(Layer layer) {
    List<Long> kept = new ArrayList<>(layer.knownShape().extents());
    for (int i = 1; i < layer.storage().order().size(); i++) {
      kept.set(layer.storage().order().get(i).intValue() - 1, layer.knownShape().extent(i - 1));
    }
    return kept;
  }

  private static List<Long> extents(String[] line) {
    return line.length < 3
        ? List.of()
        : Arrays.stream(line[2].split(",")).map(Long::valueOf).toList();
  }

  private static OnnxGraph network(String graph) {
    return OnnxGraph.read(bytes("operators-" + graph + ".onnx"), graph);
  }

  private static List<String[]> expected(String graph) {
    return new String(bytes("operators.txt"), StandardCharsets.UTF_8)
        .lines()
        .map(l -> l.split(" "))
        .filter(p -> p[0].equals(graph))
        .toList();
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = OperatorShapesTest.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
