package io.chiasm.encoding.ridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.encoding.regression.VertexChunks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RidgeBudgetTest {
  private static final int ALPHAS = 11;

  @ParameterizedTest
  @CsvSource({
    // A participant's own 9,841 stimuli in ten folds, from the least memory that is accepted.
    "8857, 2, 2400, 1",
    "8857, 2, 3072, 2",
    "8857, 2, 16384, 11",
    "8857, 1, 4096, 3",
    "785, 2, 1024, 11",
    "785, 16, 1024, 11",
    "785, 2, 64, 5",
  })
  void whatIsHeldAtATimeStaysWithinTheMemory(int training, int threads, long mib, int group) {
    RidgeBudget budget = RidgeBudget.of(mib << 20, threads, training, ALPHAS, true);
    long square = (long) training * training;
    long spectrum = square * Double.BYTES;
    long operators = budget.group() * square * (Double.BYTES + Float.BYTES);
    long building = Math.min(threads, budget.group()) * ResidualOperator.workSpace(training);
    long vertices = VertexChunks.bytes(budget.width(), threads, training);
    assertThat(budget.group()).isEqualTo(group);
    assertThat(spectrum + operators + building + vertices + budget.spare())
        .isLessThanOrEqualTo(mib << 20);
  }

  /**
   * By hand, of 1 GiB: vertices have 512 · 2 · 1000 · 16 bytes, spectra a twelfth, building 2 ·
   * (201² + 1000 · 1000) · 8, eleven operators 12 · 1000² each.
   */
  @Test
  void whatNothingNeedsIsSpared() {
    RidgeBudget budget = RidgeBudget.of(1L << 30, 2, 1000, ALPHAS, false);
    assertThat(budget.width()).isEqualTo(512);
    assertThat(budget.spare())
        .isEqualTo((1L << 30) - 16_384_000 - 89_478_485 - 16_646_416 - 132_000_000);
    assertThat(budget.screening()).isFalse();
  }

  @Test
  void withoutMemoryOneOperatorIsHeldAndNothingIsSpared() {
    RidgeBudget budget = RidgeBudget.of(1, 2, 1000, ALPHAS, true);
    assertThat(budget).isEqualTo(new RidgeBudget(16, 1, true, 0));
  }
}
