package io.chiasm.report.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.shape.Mixing;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
