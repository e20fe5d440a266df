package io.chiasm.report.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class TurningCortexTest {
  /** Half of the step in which coordinates are kept, in millimetres, and rounding of floats. */
  private static final float HALF_STEP = 0.005f + 1e-5f;

  private final HemisphereSurface ball = Balls.ball();
  private final TurningCortex cortex = TurningCortex.of(new Cortex(ball, ball)).orElseThrow();

  @Test
  void theShapeHoldsCoordinatesFacesAndSulciOfBothHemispheres() {
    // When
    ByteBuffer shape = ByteBuffer.wrap(cortex.shape()).order(ByteOrder.LITTLE_ENDIAN);
    // Then
    int faces = 6 * TurningCortex.VERTICES;
    int depth = faces + 6 * TurningCortex.FACES;
    int hemisphere = depth + TurningCortex.VERTICES;
    assertThat(shape.capacity()).isEqualTo(2 * hemisphere);
    for (int side = 0; side < 2; side++) {
      int from = side * hemisphere;
      for (int vertex = 0; vertex < TurningCortex.VERTICES; vertex += 91) {
        float z = shape.getShort(from + 2 * (3 * vertex + 2)) / 100f;
        assertThat(Math.abs(z - ball.mesh().coordinate(vertex, 2))).isLessThan(HALF_STEP);
        assertThat(shape.get(from + depth + vertex) > 0).isEqualTo(ball.sulcus(vertex));
      }
      for (int face = 0; face < TurningCortex.FACES; face += 91) {
        assertThat(Short.toUnsignedInt(shape.getShort(from + faces + 2 * (3 * face + 1))))
            .isEqualTo(ball.mesh().corner(face, 1));
      }
    }
  }

  @Test
  void valuesAreStepsOfTheScale() {
    // Given
    CorticalMap map = new CorticalMap();
    map.set(Hemisphere.LH, 0, 0.2f);
    map.set(Hemisphere.LH, 1, -7);
    map.set(Hemisphere.RH, 0, -0.1f);
    map.setRoi(Hemisphere.RH, 5, 3);
    // When
    byte[] values = cortex.values(map, 0.2);
    byte[] regions = cortex.regions(map);
    // Then
    assertThat(values).hasSize(2 * TurningCortex.VERTICES);
    assertThat(values[0]).isEqualTo((byte) TurningCortex.STEPS);
    assertThat(values[1]).isEqualTo((byte) -TurningCortex.STEPS);
    assertThat(values[2]).isEqualTo((byte) TurningCortex.NO_VALUE);
    assertThat(values[TurningCortex.VERTICES]).isEqualTo((byte) -63);
    assertThat(regions[TurningCortex.VERTICES + 5]).isEqualTo((byte) 3);
    assertThat(regions[5]).isZero();
  }
}
