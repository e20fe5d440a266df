package io.chiasm.networks.construction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.Running;
import io.chiasm.networks.inspect.Inspection;
import io.chiasm.networks.shape.Layer;
import io.chiasm.networks.shape.Mixing;
import io.chiasm.networks.shape.ReceptiveField;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoNetworkTest {
  /** Sums of 225 float32 products of order 0.1. */
  private static final double ROUND_OFF = 1e-5;

  private static final OnnxGraph DEMO = OnnxGraph.read(DemoNetwork.bytes(), "demo");

  private static final List<String> LAYERS =
      List.of(DemoNetwork.EARLY, DemoNetwork.MIDDLE, DemoNetwork.LATE);

  @Test
  void layersHaveTheShapesAndFieldsThatItPromises() {
    assertThat(DEMO.layer("early").knownShape()).isEqualTo(Shape.of(24, 32, 32));
    assertThat(DEMO.layer("middle").knownShape()).isEqualTo(Shape.of(32, 16, 16));
    assertThat(DEMO.layer("late").knownShape()).isEqualTo(Shape.of(48, 7, 7));
    assertThat(DEMO.layer("early").knownColumns()).isEqualTo(new ReceptiveField(15, 2, 0));
    assertThat(DEMO.layers()).extracting(Layer::mixing).containsOnly(Mixing.LOCAL);
    assertThat(Inspection.of(DEMO).problems()).isEmpty();
    assertThat(DEMO.suggestedLayers().values()).containsExactlyElementsOf(LAYERS);
    assertThat(DEMO.normalisation()).contains(DemoNetwork.NORMALISATION);
  }

  @Test
  void itsBytesDoNotChange() {
    // Every result of a demonstration depends on them: a change here is a change of the demo.
    assertThat(DEMO.sha256().value())
        .isEqualTo("a2416b9a6d64282ae6cb6846746b4aeb4f65c1f990a8a6111ecfb2ff2ed46261");
  }

  @Test
  void filtersAreBlindToUniformColourAndHaveUnitNorm() {
    for (FloatTensor bank : List.of(new GaborBank().even(), new GaborBank().odd())) {
      int plane = GaborBank.KERNEL * GaborBank.KERNEL;
      for (int start = 0; start < bank.values().length; start += plane) {
        double sum = 0;
        for (int i = start; i < start + plane; i++) {
          sum += bank.values()[i];
        }
        assertThat(sum).isCloseTo(0, within(ROUND_OFF));
      }
    }
  }

  @Test
  void aGratingDrivesTheFilterOfItsOrientationAndScaleMostWhateverItsPhase() {
    for (int orientation = 0; orientation < GaborBank.ORIENTATIONS; orientation++) {
      for (double phase : new double[] {0, 1, 2, 3}) {
        // The second of three luminance scales: channels 4 to 7.
        FloatTensor early = early(grating(orientation, 6, phase));
        assertThat(strongest(early, 16, 16)).isEqualTo(GaborBank.ORIENTATIONS + orientation);
      }
    }
  }

  @Test
  void everyChannelOfEveryLayerRespondsToSomething() {
    List<FloatTensor> outputs = Running.run(DEMO.tapped(LAYERS), Running.noise(16, 64, 7));
    for (FloatTensor layer : outputs) {
      int channels = (int) layer.shape().extent(1);
      int plane = (int) (layer.shape().extent(2) * layer.shape().extent(3));
      for (int channel = 0; channel < channels; channel++) {
        assertThat(variance(layer, channel, channels, plane))
            .as(layer + " " + channel)
            .isPositive();
      }
    }
  }

  private static double variance(FloatTensor layer, int channel, int channels, int plane) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < layer.values().length; i++) {
      if (i / plane % channels == channel) {
        sum += layer.values()[i];
        squares += (double) layer.values()[i] * layer.values()[i];
        count++;
      }
    }
    return squares / count - sum / count * (sum / count);
  }

  private static FloatTensor early(FloatTensor image) {
    return Running.run(DEMO.tapped(List.of("early")), image).get(0);
  }

  private static int strongest(FloatTensor map, int row, int column) {
    int height = (int) map.shape().extent(2);
    int width = (int) map.shape().extent(3);
    int best = 0;
    float most = -1;
    for (int c = 0; c < map.shape().extent(1); c++) {
      float value = map.values()[(c * height + row) * width + column];
      if (value > most) {
        most = value;
        best = c;
      }
    }
    return best;
  }

  /** A grey grating, {@code [1, 3, 64, 64]}. */
  private static FloatTensor grating(int orientation, double wavelength, double phase) {
    FloatTensor image = FloatTensor.zeros(1, 3, 64, 64);
    double angle = Math.PI * orientation / GaborBank.ORIENTATIONS;
    for (int i = 0; i < image.values().length; i++) {
      double along = i % 64 * Math.cos(angle) + i / 64 % 64 * Math.sin(angle);
      image.values()[i] = (float) Math.cos(2 * Math.PI * along / wavelength + phase);
    }
    return image;
  }
}
