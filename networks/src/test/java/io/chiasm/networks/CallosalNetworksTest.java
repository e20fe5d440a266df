package io.chiasm.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.construction.Convolution;
import io.chiasm.networks.construction.GraphBuilder;
import io.chiasm.networks.graph.Callosal;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.shape.Mixing;
import io.chiasm.networks.shape.ReceptiveField;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every network that is split in its architecture. */
class CallosalNetworksTest {
  private static final int SIZE = 64;

  /** Halves are exact. */
  private static final double EXACT = 1e-9;

  /** Sums of a few products of float32 numbers below 10, in another order. */
  private static final Offset<Float> ROUND_OFF = Offset.offset(1e-5f);

  @Test
  void nothingOfTheOtherHalfReachesALayerBeforeTheCallosum() {
    // Given
    OnnxGraph split =
        small()
            .callosal(
                new Callosal("features.4", false, false), List.of("features.2", "features.5"));
    FloatTensor image = Running.noise(1, 224, 3);
    FloatTensor other = rightChanged(image);
    // When
    List<FloatTensor> seen = run(split, image);
    List<FloatTensor> changed = run(split, other);
    // Then: squeeze-and-excitation would have carried it
    assertThat(left(changed.get(0))).isEqualTo(left(seen.get(0)));
    assertThat(left(changed.get(1))).isNotEqualTo(left(seen.get(1)));
    assertThat(left(run(small(), image).get(0))).isNotEqualTo(left(run(small(), other).get(0)));
  }

  @Test
  void sharedGatesAreAllThatCrosses() {
    // Given
    List<String> layers = List.of("features.2", "features.5");
    OnnxGraph own = small().callosal(new Callosal(null, false, false), layers);
    OnnxGraph shared = small().callosal(new Callosal(null, false, true), layers);
    FloatTensor image = Running.noise(1, 224, 3);
    FloatTensor same = halvesAlike(image);
    // When
    FloatTensor seen = run(shared, image).get(0);
    FloatTensor changed = run(shared, rightChanged(image)).get(0);
    // Then: the other half is noticed
    assertThat(left(changed)).isNotEqualTo(left(seen));
    assertThat(small().hasGates(null, "features.2")).isTrue();
    // And: means over two equal halves are those of each
    assertThat(run(shared, same).get(0).values())
        .containsExactly(run(own, same).get(0).values(), ROUND_OFF);
  }

  @Test
  void withoutGatesThereIsNothingToShare() {
    assertThat(symmetric().hasGates(null, "second")).isFalse();
    assertThat(symmetric().callosal(new Callosal("first", false, true), List.of("second")).bytes())
        .isEqualTo(
            symmetric().callosal(new Callosal("first", false, false), List.of("second")).bytes());
    // A gate after the callosum is of the whole map anyway.
    assertThat(small().hasGates("features.0", "features.2")).isFalse();
  }

  @Test
  void aSharedGateWeighsBothHalves() {
    // Given
    OnnxGraph network = pooled();
    OnnxGraph shared = network.callosal(new Callosal(null, false, true), List.of("gated"));
    OnnxGraph maps = network.callosal(new Callosal(null, false, false), List.of("first"));
    FloatTensor image = Running.noise(1, SIZE, 7);
    // When
    FloatTensor first = run(maps, image, "first");
    FloatTensor gated = run(shared, image, "gated");
    // Then: each channel of the joined map times its own mean
    int positions = SIZE / 2 * (SIZE / 2);
    float[] expected = first.values().clone();
    for (int channel = 0; channel < expected.length / positions; channel++) {
      double mean = 0;
      for (int i = 0; i < positions; i++) {
        mean += first.values()[channel * positions + i] / positions;
      }
      for (int i = 0; i < positions; i++) {
        expected[channel * positions + i] *= (float) mean;
      }
    }
    assertThat(gated.values()).containsExactly(expected, ROUND_OFF);
  }

  @Test
  void halvesOfAMirroredImageAreExchanged() {
    // Given: kernels that are symmetric, and halves whose windows are
    int size = 58;
    OnnxGraph split =
        symmetric()
            .withInputSize(new ImageSize(size, size))
            .callosal(new Callosal("second", false, false), List.of("second"));
    FloatTensor image = Running.noise(1, size, 4);
    // When
    FloatTensor straight = run(split, image, "second");
    FloatTensor turned = run(split, mirrored(image), "second");
    // Then
    assertThat(mirrored(turned).values()).containsExactly(straight.values(), ROUND_OFF);
  }

  @Test
  void untrainedTwinsAreSplitAlike() {
    OnnxGraph drawn =
        symmetric().untrained(5).callosal(new Callosal("first", false, false), List.of("second"));
    assertThat(drawn.layers().stream().map(l -> l.name())).contains("first", "second");
    assertThat(drawn.sha256())
        .isEqualTo(
            symmetric()
                .untrained(5)
                .callosal(new Callosal("first", false, false), List.of("second"))
                .sha256())
        .isNotEqualTo(
            symmetric()
                .untrained(6)
                .callosal(new Callosal("first", false, false), List.of("second"))
                .sha256());
  }

  @ParameterizedTest
  @ValueSource(ints = {61, 64, 75})
  void centresAreThoseOfThePixelsThatReachAColumn(int width) {
    // Given
    OnnxGraph network = symmetric().withInputSize(new ImageSize(SIZE, width));
    for (boolean shared : List.of(false, true)) {
      OnnxGraph split =
          network.callosal(new Callosal("first", shared, false), List.of("first", "second"));
      for (String layer : List.of("first", "second")) {
        ReceptiveField field = split.layer(layer).knownColumns();
        double[] centres = centres(split, layer, width);
        for (int column = 1; column < centres.length - 1; column++) {
          // At the seam the fields of both halves meet, and the padding has no pixels.
          boolean atSeam = Math.abs(column - (centres.length - 1) / 2.0) < 2;
          double tolerance = atSeam ? field.size() / 2.0 : EXACT;
          assertThat(field.centre(column)).isCloseTo(centres[column], within(tolerance));
        }
      }
    }
  }

  @Test
  void mixingIsReportedOfTheEditedGraph() {
    OnnxGraph split =
        small()
            .callosal(
                new Callosal("features.2", false, false), List.of("features.2", "features.8"));
    assertThat(split.layer("features.8").mixing()).isEqualTo(Mixing.GLOBAL);
    assertThat(
            symmetric()
                .callosal(new Callosal("first", false, false), List.of("second"))
                .layer("second")
                .mixing())
        .isEqualTo(Mixing.LOCAL);
  }

  @Test
  void aLayerThatIsNoMapIsNamedWithItsReason() {
    assertThatThrownBy(() -> pooled().callosal(new Callosal(null, false, false), List.of("pooled")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be split in its architecture with no callosum")
        .hasMessageContaining("'pooled' of the two hemifields");
    // A gate that is computed apart cannot be applied to the whole.
    assertThatThrownBy(
            () -> pooled().callosal(new Callosal("pooled", false, false), List.of("gated")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("with the callosum at 'pooled' for the layers gated")
        .hasMessageContaining("no map with columns");
    assertThatThrownBy(
            () ->
                small().callosal(new Callosal("features.99", false, false), List.of("features.2")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no layer 'features.99'");
  }

  private static OnnxGraph small() {
    return BuiltIn.named("efficientnet_b0").untrained(0);
  }

  /** Two layers that see a column and its two neighbours, every second column. */
  private static OnnxGraph symmetric() {
    GraphBuilder graph = GraphBuilder.named("symmetric");
    String in = graph.input("x", 3, 0, 0);
    String first = graph.conv("first", in, kernels(4, 3), new Convolution(2, 1, 1, 1, 1));
    graph.output(graph.conv("second", first, kernels(5, 4), new Convolution(2, 1, 1, 1, 1)));
    return OnnxGraph.of(graph.model(), "symmetric").withInputSize(new ImageSize(SIZE, SIZE));
  }

  private static OnnxGraph pooled() {
    GraphBuilder graph = GraphBuilder.named("pooled");
    String in = graph.input("x", 3, SIZE, SIZE);
    String first = graph.conv("first", in, kernels(4, 3), new Convolution(2, 1, 1, 1, 1));
    String pooled = graph.node("pooled", "GlobalAveragePool", List.of(first));
    graph.output(graph.multiply("gated", first, pooled));
    return OnnxGraph.of(graph.model(), "pooled");
  }

  private static FloatTensor kernels(int out, int in) {
    FloatTensor kernels = FloatTensor.zeros(out, in, 3, 3);
    Random random = new Random(1);
    for (int i = 0; i < kernels.values().length; i += 3) {
      kernels.values()[i] = 0.1f + random.nextFloat();
      kernels.values()[i + 1] = 0.1f + random.nextFloat();
      kernels.values()[i + 2] = kernels.values()[i];
    }
    return kernels;
  }

  private static List<FloatTensor> run(OnnxGraph graph, FloatTensor image) {
    return Running.run(graph.tapped(List.of("features.2", "features.5")), image);
  }

  private static FloatTensor run(OnnxGraph graph, FloatTensor image, String layer) {
    return Running.run(graph.tapped(List.of(layer)), image).get(0);
  }

  /** Of every column of a layer the mean of the first and the last pixel column that change it. */
  private static double[] centres(OnnxGraph graph, String layer, int width) {
    FloatTensor images = FloatTensor.zeros(width + 1, 3, SIZE, width);
    for (int pixel = 0; pixel < width; pixel++) {
      for (int row = 0; row < 3 * SIZE; row++) {
        images.values()[(pixel * 3 * SIZE + row) * width + pixel] = 1;
      }
    }
    FloatTensor maps = run(graph, images, layer);
    int columns = (int) maps.shape().extent(3);
    double[] centres = new double[columns];
    for (int column = 0; column < columns; column++) {
      float[] values = column(maps, column);
      int each = values.length / (width + 1);
      float[] still = Arrays.copyOfRange(values, width * each, values.length);
      int first = -1;
      int last = -1;
      for (int pixel = 0; pixel < width; pixel++) {
        if (!Arrays.equals(Arrays.copyOfRange(values, pixel * each, (pixel + 1) * each), still)) {
          first = first < 0 ? pixel : first;
          last = pixel;
        }
      }
      centres[column] = (first + last) / 2.0;
    }
    return centres;
  }

  private static float[] column(FloatTensor map, int column) {
    int columns = (int) map.shape().extent(3);
    float[] values = new float[map.values().length / columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = map.values()[i * columns + column];
    }
    return values;
  }

  private static float[] left(FloatTensor map) {
    int columns = (int) map.shape().extent(3);
    float[] values = new float[map.values().length / columns * (columns / 2)];
    for (int i = 0; i < values.length; i++) {
      values[i] = map.values()[i / (columns / 2) * columns + i % (columns / 2)];
    }
    return values;
  }

  private static FloatTensor rightChanged(FloatTensor image) {
    FloatTensor changed = new FloatTensor(image.shape(), image.values().clone());
    int columns = (int) image.shape().extent(3);
    for (int i = 0; i < changed.values().length; i++) {
      if (i % columns >= columns / 2) {
        changed.values()[i] += 1;
      }
    }
    return changed;
  }

  /** The left half twice. */
  private static FloatTensor halvesAlike(FloatTensor image) {
    int columns = (int) image.shape().extent(3);
    float[] values = image.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = image.values()[i / columns * columns + i % (columns / 2)];
    }
    return new FloatTensor(image.shape(), values);
  }

  private static FloatTensor mirrored(FloatTensor map) {
    int columns = (int) map.shape().extent(3);
    float[] values = new float[map.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = map.values()[i / columns * columns + columns - 1 - i % columns];
    }
    Shape shape = map.shape();
    return new FloatTensor(shape, values);
  }
}
