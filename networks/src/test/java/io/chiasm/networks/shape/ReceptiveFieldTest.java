package io.chiasm.networks.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.construction.Convolution;
import io.chiasm.networks.construction.GraphBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Against the definition: which pixels reach a position, found by following every one. */
class ReceptiveFieldTest {
  private static final int WIDTH = 61;

  @Test
  void symmetricPaddingCentresColumnsOnMultiplesOfTheStride() {
    Layer layer = last(chain(List.of(steps(2, 1, 1, 1), steps(2, 1, 1, 1)), 3));
    assertThat(layer.columns()).isEqualTo(new ReceptiveField(7, 4, 0));
  }

  @Test
  void paddingAfterOnlyShiftsTheCentresRight() {
    Layer layer = last(chain(List.of(steps(2, 0, 1, 1)), 3));
    assertThat(layer.columns()).isEqualTo(new ReceptiveField(3, 2, 1));
  }

  @Test
  void aDetourWidensTheFieldToTheSpanOfBothPaths() {
    GraphBuilder graph = GraphBuilder.named("residual");
    String in = graph.input("x", 3, WIDTH, WIDTH);
    String wide = graph.conv("wide", in, ones(3, 5), steps(1, 2, 2, 1));
    graph.output(graph.add("sum", wide, in));
    assertThat(last(graph).columns()).isEqualTo(new ReceptiveField(5, 1, 0));
  }

  @RepeatedTest(40)
  void theFieldIsTheSpanOfAllPixelsThatReachAPosition(RepetitionInfo repetition) {
    // Given
    Random random = new Random(repetition.getCurrentRepetition());
    List<Convolution> chain = new ArrayList<>();
    int kernel = 1 + random.nextInt(5);
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      int most = Math.min(kernel, 3);
      chain.add(
          steps(
              1 + random.nextInt(2),
              random.nextInt(most),
              random.nextInt(most),
              1 + random.nextInt(2)));
    }
    List<TreeSet<Integer>> reached = reached(chain, kernel);
    // When
    Layer layer = last(chain(chain, kernel));
    // Then
    assertThat(layer.knownShape().extent(2)).isEqualTo(reached.size());
    for (int j = 0; j < reached.size(); j++) {
      assertSpan(layer.knownColumns(), j, reached.get(j));
    }
  }

  private static void assertSpan(ReceptiveField field, int position, TreeSet<Integer> pixels) {
    boolean inside = field.first(position) >= 0 && field.last(position) < WIDTH;
    if (inside) {
      assertThat((double) pixels.first()).isEqualTo(field.first(position));
      assertThat((double) pixels.last()).isEqualTo(field.last(position));
    } else if (!pixels.isEmpty()) {
      assertThat((double) pixels.first()).isGreaterThanOrEqualTo(field.first(position));
      assertThat((double) pixels.last()).isLessThanOrEqualTo(field.last(position));
    }
  }

  /** Pixels that reach each position of the last layer, one axis. */
  private static List<TreeSet<Integer>> reached(List<Convolution> chain, int kernel) {
    List<TreeSet<Integer>> below = new ArrayList<>();
    for (int i = 0; i < WIDTH; i++) {
      below.add(new TreeSet<>(List.of(i)));
    }
    for (Convolution c : chain) {
      List<TreeSet<Integer>> above = new ArrayList<>();
      int span = (kernel - 1) * c.dilation() + 1;
      for (int at = -c.before(); at + span <= below.size() + c.after(); at += c.stride()) {
        TreeSet<Integer> pixels = new TreeSet<>();
        for (int k = 0; k < kernel; k++) {
          int element = at + k * c.dilation();
          if (element >= 0 && element < below.size()) {
            pixels.addAll(below.get(element));
          }
        }
        above.add(pixels);
      }
      below = above;
    }
    return below;
  }

  private static Convolution steps(int stride, int before, int after, int dilation) {
    return Convolution.stride(stride).padded(before, after).dilated(dilation);
  }

  private static GraphBuilder chain(List<Convolution> steps, int kernel) {
    GraphBuilder graph = GraphBuilder.named("chain");
    String at = graph.input("x", 3, WIDTH, WIDTH);
    for (int i = 0; i < steps.size(); i++) {
      at = graph.conv("conv" + i, at, ones(3, kernel), steps.get(i));
    }
    return graph.output(at);
  }

  private static FloatTensor ones(int channels, int kernel) {
    return FloatTensor.zeros(channels, channels, kernel, kernel);
  }

  private static Layer last(GraphBuilder graph) {
    List<Layer> layers = OnnxGraph.read(graph.bytes(), "made").layers();
    return layers.get(layers.size() - 1);
  }
}
