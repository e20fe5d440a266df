package io.chiasm.report.writing.size;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrawnMapsTest {
  @Test
  void participantsAreAllDrawnOrOnlyTheFirst() {
    assertThat(DrawnMaps.count(6, 18)).isEqualTo(24);
    assertThat(DrawnMaps.count(8, 60)).isEqualTo(68);
    assertThat(DrawnMaps.count(8, 61)).isEqualTo(9);
    assertThat(DrawnMaps.count(0, 0)).isZero();
  }
}
