package io.chiasm.report.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.shape.ImageRun;
import io.chiasm.networks.shape.Layer;
import io.chiasm.networks.shape.Mixing;
import io.chiasm.networks.shape.ReceptiveField;
import io.chiasm.networks.shape.Storage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LayerGeometryTest {
  private static final OnnxGraph B0 = BuiltIn.named("efficientnet_b0").untrained(0);

  @Test
  void theHalvesOfALateMapAreNotEquallyFarFromTheMidline() {
    // Seven columns at 0, 32 … 192 of an image whose midline is 111.5.
    LayerGeometry late = of("features.8");
    assertThat(late.columns()).isEqualTo(7);
    assertThat(late.stride()).isEqualTo(32);
    assertThat(late.firstCentre()).isZero();
    assertThat(late.lastCentre()).isEqualTo(192);
    assertThat(late.midline()).isEqualTo(111.5);
    assertThat(late.leftDistance()).isEqualTo(111.5 - 32);
    assertThat(late.rightDistance()).isEqualTo(160 - 111.5);
  }

  @Test
  void anEvenMapHasNoMiddleColumn() {
    LayerGeometry early = of("features.2");
    assertThat(early.columns()).isEqualTo(56);
    // Columns 0 to 27 at 0, 4 … 108 and 28 to 55 at 112 … 220.
    assertThat(early.leftDistance()).isEqualTo(111.5 - 54);
    assertThat(early.rightDistance()).isEqualTo(166 - 111.5);
  }

  @Test
  void theUpperHalfOfALateMapIsFartherFromTheHorizontalMidline() {
    LayerGeometry.Rows rows = of("features.8").upDown();
    assertThat(rows.upperDistance()).isEqualTo(111.5 - 32);
    assertThat(rows.lowerDistance()).isEqualTo(160 - 111.5);
  }

  @Test
  void squeezeAndExcitationMixesFromTheFirstBlockOn() {
    assertThat(of("features.0").mixing()).isEqualTo(Mixing.LOCAL);
    assertThat(of("features.2").mixing()).isEqualTo(Mixing.GLOBAL);
  }

  /** Five columns 4 pixels apart from −1 on, and two rows, of an image of 20 × 10. */
  @Test
  void theMiddleColumnIsInNeitherHalf() {
    // When
    LayerGeometry odd =
        made(Shape.of(8, 2, 5), new ReceptiveField(3, 5, 1), new ReceptiveField(7, 4, -1));
    // Then
    assertThat(odd.channels()).isEqualTo(8);
    assertThat(odd.rows()).isEqualTo(2);
    assertThat(odd.midline()).isEqualTo(9.5);
    assertThat(odd.leftDistance()).isEqualTo((10.5 + 6.5) / 2);
    assertThat(odd.rightDistance()).isEqualTo((1.5 + 5.5) / 2);
    assertThat(odd.lastCentre()).isEqualTo(15);
    assertThat(odd.upDown()).isEqualTo(new LayerGeometry.Rows(5, 3, 1, 6, 4.5, 3.5, 1.5));
  }

  @Test
  void ofALayerWithoutPositionsOnlyTheImagesMidlinesAreKnown() {
    ReceptiveField field = new ReceptiveField(3, 5, 1);
    List<LayerGeometry> unknown =
        List.of(
            made(null, field, field),
            made(Shape.of(8), field, field),
            made(Shape.of(8, 2, 5), field, null));
    assertThat(unknown)
        .allMatch(layer -> Double.isNaN(layer.columns()) && Double.isNaN(layer.leftDistance()))
        .allMatch(layer -> layer.midline() == 9.5 && layer.upDown().midline() == 4.5)
        .allMatch(layer -> layer.tensor().equals("made") && layer.mixing() == Mixing.GLOBAL);
    LayerGeometry.Rows rows = made(Shape.of(8, 2, 5), null, field).upDown();
    assertThat(rows.midline()).isEqualTo(4.5);
    assertThat(List.of(rows.stride(), rows.firstCentre(), rows.upperDistance()))
        .containsOnly(Double.NaN);
  }

  private static LayerGeometry made(
      @Nullable Shape shape, @Nullable ReceptiveField rows, @Nullable ReceptiveField columns) {
    Layer layer =
        new Layer(
            "made",
            "Conv",
            shape,
            rows,
            columns,
            Mixing.GLOBAL,
            true,
            "",
            new Storage(List.of(), 1),
            ImageRun.FREE);
    return LayerGeometry.of("net", "label", layer, new ImageSize(10, 20));
  }

  @Test
  void theTableHasARowPerLayer() {
    String csv =
        new String(
            GeometryTable.of(List.of(of("features.2"), of("features.8"))).csv(),
            StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(3);
    assertThat(csv.lines().toList().get(2))
        .matches(
            "b0,label,features\\.8,1280,7,7,32,\\d+,0,192,111\\.5,79\\.5,48\\.5,32,\\d+,0,192,111\\.5,79\\.5,48\\.5,global");
  }

  private static LayerGeometry of(String tensor) {
    return LayerGeometry.of("b0", "label", B0.layer(tensor), B0.inputSize());
  }
}
