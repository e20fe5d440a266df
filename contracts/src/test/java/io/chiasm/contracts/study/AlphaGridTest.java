package io.chiasm.contracts.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AlphaGridTest {
  /** Two powers of ten and one product, each within one unit in the last place. */
  private static final double ROUND_OFF = 1e-14;

  @Test
  void theDefaultGridIsElevenExactPowersOfTen() {
    assertThat(AlphaGrid.DEFAULT)
        .containsExactly(1e-4, 1e-3, 1e-2, 1e-1, 1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6);
  }

  @Test
  void endsAreExactEvenWhereTheyAreNoPowersOfTen() {
    assertThat(AlphaGrid.logSpaced(0.3, 7.7, 4)).startsWith(0.3).endsWith(7.7);
  }

  @Test
  void neighboursHaveTheSameRatio() {
    // Given
    var grid = AlphaGrid.logSpaced(2, 512, 9);
    // Then
    for (int i = 1; i < grid.size(); i++) {
      assertThat(grid.get(i) / grid.get(i - 1)).isCloseTo(2, within(2 * ROUND_OFF));
    }
  }

  @Test
  void wholePowersInsideAFinerGridAreExact() {
    assertThat(AlphaGrid.logSpaced(1e-3, 1e3, 13)).contains(1e-2, 1e-1, 1.0, 1e1, 1e2);
  }

  @Test
  void aGridNeedsTwoPositiveEndsInOrder() {
    assertThatThrownBy(() -> AlphaGrid.logSpaced(0, 1, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AlphaGrid.logSpaced(2, 1, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AlphaGrid.logSpaced(1, 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
